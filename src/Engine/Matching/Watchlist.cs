using System.Collections.Concurrent;
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
    // The base, and beside it the entries that changed since it was made.
    private readonly Segment _base;
    private readonly Segment? _changed;
    private readonly ConcurrentBag<Scratch> _scratch;

    private Watchlist(ScoringModel model, Segment @base, Segment? changed = null, ConcurrentBag<Scratch>? scratch = null) =>
        (Model, _base, _changed, _scratch) = (model, @base, changed, scratch ?? []);

    private IEnumerable<Segment> Segments => _changed is null ? [_base] : [_base, _changed];

    /// <summary>The model it scores with.</summary>
    public ScoringModel Model { get; }

    /// <summary>How many entries it holds.</summary>
    public int Count => Segments.Sum(s => s.Count);

    /// <summary>Prepares entries for screening; the list of an entry is the part of its id before the first colon.</summary>
    public static Watchlist Prepare(IEnumerable<ListEntry> entries, ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(model);
        return new Watchlist(model, Segment.Prepare(entries, model));
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
        return new Watchlist(model, new Segment(model, new ListedParties(model, sections, null), sections));
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
        Collect(_base);
        if (_changed is not null)
            Collect(_changed);
        _scratch.Add(scratch);
        if (found.Count == 0)
            return [];
        found.Sort((a, b) => a.Bits != b.Bits ? b.Bits.CompareTo(a.Bits) : string.CompareOrdinal(a.Listed.Entry.Id, b.Listed.Entry.Id));
        return [.. found.Take(options.Limit).Select(f => HitOf(asked, f.Segment, f.Place, f.Listed, f.Best, f.Others, options))];

        void Collect(Segment segment)
        {
            var screening = new Screening(Model, segment, asked, options, scratch, found);
            screening.Collect(asPerson: true);
            screening.Collect(asPerson: false);
        }
    }

    /// <summary>Scores one entry whatever the threshold; null when there is no entry of that id.</summary>
    public Hit? Against(Subject subject, string entryId, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        return PlaceOf(entryId) is { } found ? Against(new AskedParty(subject, Model.Forms), found.Segment, found.Place, options) : null;
    }

    /// <summary>Scores every entry, whatever the threshold, in the order of the entries.</summary>
    public IEnumerable<Hit> AgainstAll(Subject subject, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        var asked = new AskedParty(subject, Model.Forms);
        return Segments.SelectMany(s => s.Places.Select(place => Against(asked, s, place, options)));
    }

    /// <summary>The entry of an id, or null.</summary>
    public ListEntry? Find(string entryId) => PlaceOf(entryId) is { } found ? found.Segment.Parties[found.Place].Entry : null;

    /// <summary>The same list after some entries changed: this one stays as it is, and those who screen against it are not disturbed.</summary>
    /// <remarks>The changed entries are prepared and lie beside the others, which are not touched: a thousand take a fraction of a second,
    /// however long the list. Hits, scores and groups are those of preparing all entries anew.</remarks>
    /// <param name="changed">Entries that are new, or take the place of those of the same id.</param>
    /// <param name="removed">Ids of entries that are no longer listed; one that is not there does no harm.</param>
    public Watchlist With(IReadOnlyList<ListEntry> changed, IReadOnlyCollection<string> removed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        var gone = removed.Concat(changed.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
        var kept = _changed is null ? [] : _changed.Places.Select(place => _changed.Parties[place].Entry).Where(e => !gone.Contains(e.Id));
        return new Watchlist(Model, _base.Without(gone), Segment.Prepare([.. kept, .. changed], Model), _scratch);
    }

    private (Segment Segment, int Place)? PlaceOf(string entryId)
    {
        foreach (var segment in Segments)
        {
            foreach (var place in segment.Parties.Find(entryId))
            {
                if (!segment.IsHidden(place))
                    return (segment, place);
            }
        }
        return null;
    }

    private Hit Against(AskedParty asked, Segment segment, int place, ScreeningOptions options)
    {
        var party = segment.Parties[place];
        var best = Model.Parties.WeighNames(asked.Names(party.IsPerson), party, Model.Pairs.CostWithin);
        return HitOf(asked, segment, place, party, best, Model.Parties.WeighOthers(asked.Subject, party), options);
    }

    private Hit HitOf(AskedParty asked, Segment segment, int place, ListedParty party, PartyComparison.BestName best, PartyComparison.Others others, ScreeningOptions options)
    {
        var comparison = Model.Parties.Conclude(asked, party, best, others, Model.Screening, Model.Pairs.CostWithin, options.Explain);
        return new Hit(party.Entry, comparison, comparison.Probability >= options.Threshold, EntryGaps.Of(party), GroupOf(segment, place));
    }

    // The base knows its groups; where entries changed, those that hang together are gathered anew.
    private string? GroupOf(Segment segment, int place)
    {
        if (_changed is null)
            return segment.Parties.GroupOf(place);
        var entry = segment.Parties[place].Entry;
        HashSet<string> ids = new(StringComparer.Ordinal) { entry.Id }, known = new(StringComparer.Ordinal);
        var visited = new HashSet<(Segment, int)> { (segment, place) };
        var waiting = new Queue<ListEntry>([entry]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var key in EntryGroups.Keys(next).Where(known.Add))
            {
                foreach (var (other, at) in Segments.SelectMany(s => s.Parties.Sharing(key).Where(p => !s.IsHidden(p)).Select(p => (s, p))).Where(visited.Add))
                {
                    ids.Add(other.Parties[at].Entry.Id);
                    waiting.Enqueue(other.Parties[at].Entry);
                }
            }
        }
        return ids.Count > 1 ? ids.Min(StringComparer.Ordinal) : null;
    }
}
