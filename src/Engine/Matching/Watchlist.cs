using System.Collections.Concurrent;
using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching.Candidates;

namespace Marsad.Engine.Matching;

/// <summary>What a screening is asked to do.</summary>
public sealed record ScreeningOptions
{
    /// <summary>The probability from which a hit is a match, and below which nothing is returned; 0 to 1.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>How many hits are returned at most.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Ids of the lists to look at; null for all.</summary>
    public IReadOnlySet<string>? Lists { get; init; }

    /// <summary>Whether weak aliases may lead to a hit by themselves; they count in judging one either way.</summary>
    public bool WeakAliasesOpen { get; init; }

    /// <summary>Whether the hits carry their evidence.</summary>
    public bool Explain { get; init; }
}

/// <summary>The entries of one or more list versions, prepared for screening. Immutable and thread-safe.</summary>
/// <remarks>
/// <para>A screening first bounds every listed name from above (see <see cref="NameIndex"/>), then weighs exactly only the entries
/// whose bound can reach the threshold: it returns what weighing every entry would return, bit for bit.</para>
/// <para>An entry's score depends on the entry, the subject and the model alone, never on what else is loaded.</para>
/// </remarks>
public sealed class Watchlist
{
    /// <summary>Bounds are sums of rounded numbers: what they may be short by.</summary>
    private const double Slack = 0.01;

    private readonly ListedParty[] _parties;
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byIdentifier = new(StringComparer.Ordinal);
    private readonly NameIndex _people;
    private readonly NameIndex _others;
    private readonly Dictionary<string, string> _groups;
    private readonly ConcurrentBag<Scratch> _scratch = [];

    private Watchlist(ScoringModel model, ListedParty[] parties)
    {
        Model = model;
        _parties = parties;
        for (var i = 0; i < parties.Length; i++)
        {
            _byId.TryAdd(parties[i].Entry.Id, i);
            foreach (var identifier in parties[i].Entry.Identifiers.Where(IdentifierEvidence.Identifies))
            {
                var key = IdentifierEvidence.Normalize(identifier);
                if (!_byIdentifier.TryGetValue(key, out var holders))
                    _byIdentifier[key] = holders = [];
                holders.Add(i);
            }
        }
        _people = new NameIndex(model, true, parties, [.. Enumerable.Range(0, parties.Length).Where(i => parties[i].IsPerson)]);
        _others = new NameIndex(model, false, parties, [.. Enumerable.Range(0, parties.Length).Where(i => !parties[i].IsPerson)]);
        _groups = EntryGroups.Find([.. parties.Select(p => p.Entry)]);
    }

    /// <summary>The model it scores with.</summary>
    public ScoringModel Model { get; }

    /// <summary>How many entries it holds.</summary>
    public int Count => _parties.Length;

    /// <summary>Prepares entries for screening; the list of an entry is the part of its id before the first colon.</summary>
    public static Watchlist Prepare(IEnumerable<ListEntry> entries, ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(model);
        var forms = model.NewForms();
        return new Watchlist(model, [.. entries.Select(e => ListedParty.From(e, e.Schema == EntrySchema.Person, forms))]);
    }

    /// <summary>Finds the entries a subject may be, the best first.</summary>
    public IReadOnlyList<Hit> Screen(Subject subject, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        var asked = new AskedParty(subject, Model.Forms);
        var needed = BitsFor(options.Threshold);
        var found = new List<(int Party, PartyComparison.BestName Best, PartyComparison.Others Others, double Bits)>();
        var scratch = _scratch.TryTake(out var used) ? used : new Scratch();
        Collect(_people, asked, options, needed, scratch, found);
        Collect(_others, asked, options, needed, scratch, found);
        _scratch.Add(scratch);
        found.Sort((a, b) => a.Bits != b.Bits ? b.Bits.CompareTo(a.Bits) : string.CompareOrdinal(_parties[a.Party].Entry.Id, _parties[b.Party].Entry.Id));
        return [.. found.Take(options.Limit).Select(f => HitOf(asked, _parties[f.Party], f.Best, f.Others, options))];
    }

    /// <summary>Scores one entry whatever the threshold; null when there is no entry of that id.</summary>
    public Hit? Against(Subject subject, string entryId, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        if (!_byId.TryGetValue(entryId, out var index))
            return null;
        var asked = new AskedParty(subject, Model.Forms);
        var party = _parties[index];
        var best = Model.Parties.WeighNames(asked.Names(party.IsPerson), party, Model.Pairs.Cost);
        return HitOf(asked, party, best, Model.Parties.WeighOthers(subject, party), options);
    }

    /// <summary>The entry of an id, or null.</summary>
    public ListEntry? Find(string entryId) => _byId.TryGetValue(entryId, out var index) ? _parties[index].Entry : null;

    // The bits, prior left out, at which a probability is reached.
    private double BitsFor(double threshold) => Probabilities.BitsFor(threshold, Model.Weights.CertaintyScale) - Model.ScreenPriorBits;

    private void Collect(
        NameIndex index, AskedParty asked, ScreeningOptions options, double needed, Scratch scratch,
        List<(int Party, PartyComparison.BestName Best, PartyComparison.Others Others, double Bits)> found)
    {
        if (!index.MayHold(asked.Subject.Schema))
            return;
        var asPerson = ReferenceEquals(index, _people);
        var names = asked.Names(asPerson);
        var candidates = new Dictionary<int, Candidate>();
        var most = MostOthers(asked.Subject);
        for (var q = 0; q < names.Length; q++)
        {
            index.Bound(names[q], scratch);
            if (scratch.Start + most + Slack >= needed)
                AddAll(asPerson, candidates);
            foreach (var name in scratch.Touched)
            {
                var bound = scratch.Bound(name) + Slack;
                if (bound + most >= needed)
                    GetOrAdd(candidates, index.PartyOf(name)).Pairs.Add((q, index.PlaceOf(name), bound));
            }
        }
        AddHolders(asked.Subject, asPerson, candidates);
        if (needed <= 0)
            AddAll(asPerson, candidates);
        foreach (var (party, candidate) in candidates)
        {
            var listed = _parties[party];
            if (!Schemas.Meet(asked.Subject.Schema, listed.Entry.Schema) || (options.Lists is { } lists && !lists.Contains(ListOf(listed.Entry))))
                continue;
            var others = Model.Parties.WeighOthers(asked.Subject, listed);
            if (Best(names, listed, candidate, others, needed, scratch, withWeak: true) is not { } best)
                continue;
            var bits = Model.Parties.Total(best.Weight.Bits, others);
            if (bits < needed)
                continue;
            // By policy a weak alias opens nothing by itself; once something else does, it counts.
            if (!options.WeakAliasesOpen && best.Listed >= 0 && listed.Names[best.Listed].IsWeak
                && !(Best(names, listed, candidate, others, needed, scratch, withWeak: false) is { } strong && Model.Parties.Total(strong.Weight.Bits, others) >= needed))
                continue;
            found.Add((party, best, others, bits));
        }
        scratch.Forget();
    }

    // The best pair of names of a candidate; null when its bounds say that no pair can reach what is needed.
    private PartyComparison.BestName? Best(
        ImmutableArray<NameForm> names, ListedParty listed, Candidate candidate, PartyComparison.Others others, double needed, Scratch scratch, bool withWeak)
    {
        if (candidate.TakesAll)
            return Model.Parties.WeighNames(names, listed, scratch.Cost, withWeak);
        PartyComparison.BestName? best = null;
        candidate.Pairs.Sort((a, b) => b.Bound != a.Bound ? b.Bound.CompareTo(a.Bound) : a.Listed != b.Listed ? a.Listed - b.Listed : a.Query - b.Query);
        foreach (var (q, l, bound) in candidate.Pairs)
        {
            if (bound + others.Bits(bound, Model.Weights.NameFloor) < needed || (best is { } sure && bound < sure.Weight.Bits))
                break;
            if (!withWeak && listed.Names[l].IsWeak)
                continue;
            best = PartyComparison.Better(best, Model.Parties.WeighName(names, q, listed, l, scratch.Cost));
        }
        return best;
    }

    /// <summary>An entry that may reach the threshold.</summary>
    private sealed class Candidate
    {
        /// <summary>The pairs of names that may reach it, each with its upper bound.</summary>
        public List<(int Query, int Listed, double Bound)> Pairs { get; } = [];

        /// <summary>Whether all its names are weighed, whatever their bounds.</summary>
        public bool TakesAll { get; set; }
    }

    // The most that evidence beyond the name can add, identifiers apart: their holders are added by key.
    private double MostOthers(Subject subject) =>
        (subject.BirthDates.IsEmpty ? 0 : Model.Weights.BirthDayAgrees)
        + (subject.Addresses.IsEmpty ? 0 : Model.Weights.AddressAgrees)
        + (subject.Identifiers.IsEmpty ? 0 : Math.Max(Model.Weights.AddressAgrees, Model.Weights.IdentifierNearMiss));

    private void AddHolders(Subject subject, bool asPerson, Dictionary<int, Candidate> candidates)
    {
        foreach (var identifier in subject.Identifiers.Where(IdentifierEvidence.Identifies))
        {
            foreach (var party in _byIdentifier.GetValueOrDefault(IdentifierEvidence.Normalize(identifier)) ?? [])
            {
                if (_parties[party].IsPerson == asPerson)
                    GetOrAdd(candidates, party).TakesAll = true;
            }
        }
    }

    private void AddAll(bool asPerson, Dictionary<int, Candidate> candidates)
    {
        for (var party = 0; party < _parties.Length; party++)
        {
            if (_parties[party].IsPerson == asPerson)
                GetOrAdd(candidates, party).TakesAll = true;
        }
    }

    private static Candidate GetOrAdd(Dictionary<int, Candidate> candidates, int party)
    {
        if (!candidates.TryGetValue(party, out var candidate))
            candidates[party] = candidate = new Candidate();
        return candidate;
    }

    private Hit HitOf(AskedParty asked, ListedParty party, PartyComparison.BestName best, PartyComparison.Others others, ScreeningOptions options)
    {
        var comparison = Model.Parties.Conclude(asked, party, best, others, Model.ScreenPriorBits, Model.Pairs.Cost, options.Explain);
        return new Hit(party.Entry, comparison, comparison.Probability >= options.Threshold, EntryGaps.Of(party), _groups.GetValueOrDefault(party.Entry.Id));
    }

    private static string ListOf(ListEntry entry) => entry.Id[..Math.Max(entry.Id.IndexOf(':', StringComparison.Ordinal), 0)];
}
