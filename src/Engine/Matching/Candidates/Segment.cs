using Marsad.Engine.Lists;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>Entries that were prepared together, with the index of their names; some may be hidden because they changed since.</summary>
internal sealed class Segment
{
    private readonly HashSet<int> _hidden;

    /// <summary>Opens a segment.</summary>
    public Segment(ScoringModel model, ListedParties parties, IndexSections sections)
        : this(parties, new NameIndex(model, true, sections), new NameIndex(model, false, sections), [])
    {
    }

    private Segment(ListedParties parties, NameIndex people, NameIndex others, HashSet<int> hidden) =>
        (Parties, People, Others, _hidden) = (parties, people, others, hidden);

    /// <summary>Its entries, hidden ones included.</summary>
    public ListedParties Parties { get; }

    /// <summary>The names of people.</summary>
    public NameIndex People { get; }

    /// <summary>The names of all others.</summary>
    public NameIndex Others { get; }

    /// <summary>How many entries are not hidden.</summary>
    public int Count => Parties.Count - _hidden.Count;

    /// <summary>The places of the entries that are not hidden.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, Parties.Count).Where(place => !IsHidden(place));

    /// <summary>Whether an entry is as if it were not there.</summary>
    public bool IsHidden(int place) => _hidden.Count > 0 && _hidden.Contains(place);

    /// <summary>The same entries without those of some ids.</summary>
    public Segment Without(IEnumerable<string> ids) => new(Parties, People, Others, [.. _hidden, .. ids.SelectMany(Parties.Find)]);

    /// <summary>Prepares entries in memory.</summary>
    public static Segment Prepare(IEnumerable<ListEntry> entries, ScoringModel model)
    {
        using var bytes = new MemoryStream();
        var listed = IndexWriter.Write(entries, model, bytes, "", keepsEntries: false);
        var sections = new IndexSections(IndexBytes.Of(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
        return new Segment(model, new ListedParties(model, sections, listed), sections);
    }
}
