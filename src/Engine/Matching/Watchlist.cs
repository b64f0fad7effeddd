using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching.Candidates;
using Marsad.Engine.Matching.Index;

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

    private readonly ListedParties _parties;
    private readonly NameIndex _people;
    private readonly NameIndex _others;
    private readonly ConcurrentBag<Scratch> _scratch = [];

    private Watchlist(ScoringModel model, ListedParties parties, IndexSections sections)
    {
        (Model, _parties) = (model, parties);
        _people = new NameIndex(model, true, sections);
        _others = new NameIndex(model, false, sections);
    }

    /// <summary>The model it scores with.</summary>
    public ScoringModel Model { get; }

    /// <summary>How many entries it holds.</summary>
    public int Count => _parties.Count;

    /// <summary>Prepares entries for screening; the list of an entry is the part of its id before the first colon.</summary>
    public static Watchlist Prepare(IEnumerable<ListEntry> entries, ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(model);
        using var bytes = new MemoryStream();
        var listed = IndexWriter.Write(entries, model, bytes, "", keepsEntries: false);
        var sections = new IndexSections(IndexBytes.Of(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
        return new Watchlist(model, new ListedParties(model, sections, listed), sections);
    }

    /// <summary>Prepares entries and writes them as an index, which <see cref="Open"/> opens without preparing anything.</summary>
    /// <param name="entries">The entries, read once.</param>
    /// <param name="model">The model to prepare them for.</param>
    /// <param name="lists">Which lists they are, each with its version: an index is opened for these only.</param>
    /// <param name="output">Takes the index; must be able to seek.</param>
    public static void Write(IEnumerable<ListEntry> entries, ScoringModel model, IReadOnlyList<string> lists, Stream output)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(output);
        IndexWriter.Write(entries, model, output, IndexWriter.IdentityOf(model, lists), keepsEntries: true);
    }

    /// <summary>Opens an index. Nothing of it is read before it is needed; the bytes must stay as they are.</summary>
    /// <param name="bytes">The index.</param>
    /// <param name="model">The model to score with.</param>
    /// <param name="lists">The lists that are meant.</param>
    /// <param name="verify">Whether every byte is held to the hashes in the head, which takes a second for some gigabytes.</param>
    /// <exception cref="InvalidDataException">It is no index, a damaged one, or one of other lists, another model or another version of
    /// this program: it must be written anew.</exception>
    public static Watchlist Open(IndexBytes bytes, ScoringModel model, IReadOnlyList<string> lists, bool verify = true)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(lists);
        var sections = new IndexSections(bytes);
        if (sections.Identity != IndexWriter.IdentityOf(model, lists))
            throw new InvalidDataException("The index cannot be used: it was made of other lists, for another model or by another version of this program");
        if (verify)
            sections.Verify();
        return new Watchlist(model, new ListedParties(model, sections, null), sections);
    }

    /// <summary>Reads every byte of an index and holds it to the hashes in the head.</summary>
    /// <exception cref="InvalidDataException">It is no index of this version of the format, or a damaged one.</exception>
    public static void Verify(IndexBytes bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        new IndexSections(bytes).Verify();
    }

    /// <summary>Finds the entries a subject may be, the best first.</summary>
    public IReadOnlyList<Hit> Screen(Subject subject, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        var asked = new AskedParty(subject, Model.Forms);
        var found = new List<Found>();
        var scratch = _scratch.TryTake(out var used) ? used : new Scratch();
        var screening = new Screening(this, asked, options, scratch, found);
        screening.Collect(_people, asPerson: true);
        screening.Collect(_others, asPerson: false);
        _scratch.Add(scratch);
        if (found.Count == 0)
            return [];
        found.Sort((a, b) => a.Bits != b.Bits ? b.Bits.CompareTo(a.Bits) : string.CompareOrdinal(a.Listed.Entry.Id, b.Listed.Entry.Id));
        return [.. found.Take(options.Limit).Select(f => HitOf(asked, f.Party, f.Listed, f.Best, f.Others, options))];
    }

    /// <summary>Scores one entry whatever the threshold; null when there is no entry of that id.</summary>
    public Hit? Against(Subject subject, string entryId, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        if (_parties.Find(entryId) is not { } index)
            return null;
        return Against(new AskedParty(subject, Model.Forms), index, options);
    }

    /// <summary>Scores every entry, whatever the threshold, in the order of the entries.</summary>
    public IEnumerable<Hit> AgainstAll(Subject subject, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        var asked = new AskedParty(subject, Model.Forms);
        return Enumerable.Range(0, Count).Select(place => Against(asked, place, options));
    }

    /// <summary>The entry of an id, or null.</summary>
    public ListEntry? Find(string entryId) => _parties.Find(entryId) is { } index ? _parties[index].Entry : null;

    private Hit Against(AskedParty asked, int place, ScreeningOptions options)
    {
        var party = _parties[place];
        var best = Model.Parties.WeighNames(asked.Names(party.IsPerson), party, Model.Pairs.CostWithin);
        return HitOf(asked, place, party, best, Model.Parties.WeighOthers(asked.Subject, party), options);
    }

    private Hit HitOf(AskedParty asked, int index, ListedParty party, PartyComparison.BestName best, PartyComparison.Others others, ScreeningOptions options)
    {
        var comparison = Model.Parties.Conclude(asked, party, best, others, Model.Screening, Model.Pairs.CostWithin, options.Explain);
        return new Hit(party.Entry, comparison, comparison.Probability >= options.Threshold, EntryGaps.Of(party), _parties.GroupOf(index));
    }

    /// <summary>An entry that reaches the threshold.</summary>
    private readonly record struct Found(int Party, ListedParty Listed, PartyComparison.BestName Best, PartyComparison.Others Others, double Bits);

    /// <summary>One subject against the names of each kind.</summary>
    private readonly ref struct Screening(Watchlist watchlist, AskedParty asked, ScreeningOptions options, Scratch scratch, List<Found> found)
    {
        private readonly ScoringModel _model = watchlist.Model;

        // The bits, prior left out, at which the probability is reached.
        private readonly double _needed =
            watchlist.Model.Screening.WeightFor(options.Threshold);

        public void Collect(NameIndex index, bool asPerson)
        {
            if (!watchlist._parties.MayHold(asked.Subject.Schema, asPerson))
                return;
            var neededOfNames = _model.Parties.NeededOfNames(asked.Subject, _needed) - Slack;
            var names = asked.Names(asPerson);
            scratch.Pairs.Clear();
            // Where names need not agree, every entry is weighed.
            var weighsAll = neededOfNames <= 0;
            for (var q = 0; q < names.Length && !weighsAll; q++)
                weighsAll = !index.Find(names[q], q, neededOfNames, scratch);
            if (weighsAll)
            {
                WeighAll(names, asPerson);
                return;
            }
            var holders = watchlist._parties.HoldersOf(asked.Subject, asPerson);
            foreach (var party in holders)
                Weigh(names, party, []);
            scratch.Pairs.Sort((a, b) => a.Party != b.Party ? a.Party - b.Party : a.Bound != b.Bound ? b.Bound.CompareTo(a.Bound) : a.Listed != b.Listed ? a.Listed - b.Listed : a.Query - b.Query);
            var pairs = CollectionsMarshal.AsSpan(scratch.Pairs);
            for (int first = 0, last; first < pairs.Length; first = last)
            {
                for (last = first + 1; last < pairs.Length && pairs[last].Party == pairs[first].Party;)
                    last++;
                if (!holders.Contains(pairs[first].Party))
                    Weigh(names, pairs[first].Party, pairs[first..last]);
            }
        }

        private void WeighAll(ImmutableArray<NameForm> names, bool asPerson)
        {
            for (var party = 0; party < watchlist.Count; party++)
            {
                if (watchlist._parties.IsPerson(party) == asPerson)
                    Weigh(names, party, []);
            }
        }

        // Weighs an entry exactly: the pairs of names given, the likeliest first, or all where none is given.
        private void Weigh(ImmutableArray<NameForm> names, int party, ReadOnlySpan<NamePair> pairs)
        {
            if (!watchlist._parties.IsAskedFor(party, asked.Subject.Schema, options.Lists))
                return;
            // Dates of birth are at hand, and end most matters before the entry itself is looked at.
            var beyond = _model.Parties.MostBeyondNames(asked.Subject, watchlist._parties.WeighBirthDates(party, asked.Subject));
            if (!pairs.IsEmpty && !MayReach(pairs[0].Bound + Slack, beyond))
                return;
            var listed = watchlist._parties[party];
            if (Best(names, listed, pairs, beyond, withWeak: true) is not { } best)
                return;
            var others = _model.Parties.WeighOthers(asked.Subject, listed);
            var bits = _model.Parties.Total(best.Weight.Bits, others);
            if (bits < _needed)
                return;
            // By policy a weak alias opens nothing by itself; once something else does, it counts.
            if (!options.WeakAliasesOpen && best.Listed >= 0 && listed.Names[best.Listed].IsWeak
                && !(Best(names, listed, pairs, beyond, withWeak: false) is { } strong && _model.Parties.Total(strong.Weight.Bits, others) >= _needed))
                return;
            found.Add(new Found(party, listed, best, others, bits));
        }

        // Below the floor nothing that agrees counts but numbers, which may be all that does.
        private bool MayReach(double bound, double beyond) =>
            bound + (bound >= _model.Weights.NameFloor ? beyond : Math.Min(beyond, IdentifierEvidence.MostUnequal(asked.Subject.Identifiers, _model.Weights))) >= _needed;

        // The best pair of names; null when their bounds say that no pair can reach what is needed.
        private PartyComparison.BestName? Best(
            ImmutableArray<NameForm> names, ListedParty listed, ReadOnlySpan<NamePair> pairs, double beyond, bool withWeak)
        {
            if (pairs.IsEmpty)
                return _model.Parties.WeighNames(names, listed, _model.Pairs.CostWithin, withWeak);
            PartyComparison.BestName? best = null;
            foreach (var pair in pairs)
            {
                var bound = pair.Bound + Slack;
                if (!MayReach(bound, beyond) || (best is { } sure && bound < sure.Weight.Bits))
                    break;
                if (!withWeak && listed.Names[pair.Listed].IsWeak)
                    continue;
                best = PartyComparison.Better(best, _model.Parties.WeighName(names, pair.Query, listed, pair.Listed, _model.Pairs.CostWithin));
            }
            return best;
        }
    }
}
