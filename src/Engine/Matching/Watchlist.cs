using Marsad.Engine.Lists;

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
public sealed class Watchlist
{
    private readonly List<ListEntry> _entries;

    private Watchlist(ScoringModel model, List<ListEntry> entries) => (Model, _entries) = (model, entries);

    /// <summary>The model it scores with.</summary>
    public ScoringModel Model { get; }

    /// <summary>How many entries it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>Prepares entries for screening; the list of an entry is the part of its id before the first colon.</summary>
    public static Watchlist Prepare(IEnumerable<ListEntry> entries, ScoringModel model) => new(model, [.. entries]);

    /// <summary>Finds the entries a subject may be, the best first.</summary>
    public IReadOnlyList<Hit> Screen(Subject subject, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return [.. _entries.Where(e => e.Names.Any(n => subject.Names.Any(s => s.Text == n.Text))).Take(options.Limit).Select(e => Against(subject, e, options))];
    }

    /// <summary>Scores one entry whatever the threshold; null when there is no entry of that id.</summary>
    public Hit? Against(Subject subject, string entryId, ScreeningOptions options) =>
        _entries.Find(e => e.Id == entryId) is { } entry ? Against(subject, entry, options) : null;

    private Hit Against(Subject subject, ListEntry entry, ScreeningOptions options)
    {
        var comparison = Model.Compare(subject, entry, options.Explain);
        return new Hit(entry, comparison, comparison.Probability >= options.Threshold, [], null);
    }
}
