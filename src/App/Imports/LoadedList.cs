using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>One version of a list with its entries, as a screening uses it.</summary>
/// <param name="Id">The list's id, the part of each entry id before the first colon.</param>
/// <param name="Version">The version's label.</param>
/// <param name="Date">The day the version counts as.</param>
/// <param name="IsStarter">True for the lists that ship with Marsad, used until the list is imported for the first time.</param>
/// <param name="Content">A hash of what it holds: with another content it is another version, whatever its label.</param>
/// <param name="Read">Reads all its entries.</param>
internal sealed record LoadedList(string Id, string Version, DateOnly Date, bool IsStarter, string Content, Func<IEnumerable<ListEntry>> Read)
{
    private IReadOnlyList<ListEntry>? _entries;

    /// <summary>All its entries; a screening that finds its index ready never reads them.</summary>
    public IReadOnlyList<ListEntry> Entries => _entries ??= [.. Read()];

    /// <summary>The last day the publisher was seen to offer this content; its date where nobody asked since.</summary>
    public DateOnly KnownGoodOn { get; init; } = Date;

    /// <summary>How many days ago the list was last known to be the publisher's; never below 0.</summary>
    public int AgeDays(DateOnly today) => Math.Max(0, today.DayNumber - KnownGoodOn.DayNumber);
}
