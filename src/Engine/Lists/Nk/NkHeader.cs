namespace Marsad.Engine.Lists.Nk;

/// <summary>The first line of a list in Marsad's own format: which list it is, of which day, and whose.</summary>
/// <param name="List">The id the list was imported under.</param>
public sealed record NkHeader(string List)
{
    /// <summary>The version's label, usually the list's date; null when the writer knew none.</summary>
    public string? Version { get; init; }

    /// <summary>The date the publisher gives the list.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The list's title.</summary>
    public string? Title { get; init; }

    /// <summary>Who publishes the list.</summary>
    public string? Publisher { get; init; }

    /// <summary>The words the publisher wants to be named with, and the terms of use.</summary>
    public string? Attribution { get; init; }

    /// <summary>How many entries follow; null when the writer did not know. A reader that meets fewer calls the file cut.</summary>
    public int? Entries { get; init; }

    /// <summary>What the exporter left out, in words; null when the file is complete.</summary>
    public string? LeftOut { get; init; }
}
