using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.App.Imports;

/// <summary>What a version holds, counted while it is read: the checks compare it with the source card and the version before.</summary>
internal sealed record ListCounts
{
    /// <summary>Records of the publisher's files, entries or not.</summary>
    public int Records { get; init; }

    public int Entries { get; init; }

    public int Names { get; init; }

    public ImmutableSortedDictionary<string, int> EntriesPerSchema { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableSortedDictionary<string, int> NamesPerScript { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How many names have a run of two or more question marks: letters that were lost on the way.</summary>
    public int LostNames { get; init; }

    /// <summary>How many names carry the mark of a test copy, and the first of them.</summary>
    public int TestNames { get; init; }

    public string? TestName { get; init; }

    /// <summary>How many entries have the id of an earlier one, and the first of them.</summary>
    public int RepeatedIds { get; init; }

    public string? RepeatedId { get; init; }

    /// <summary>How many entries have at least one value of a field, by field name.</summary>
    public ImmutableSortedDictionary<string, int> Filled { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Names in other letters than Latin.</summary>
    public int OriginalScriptNames() => NamesPerScript.Where(s => s.Key is not (nameof(Script.Latin) or nameof(Script.None))).Sum(s => s.Value);
}
