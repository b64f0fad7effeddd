using Marsad.App.Imports;

namespace Marsad.App.Screening;

/// <summary>Which version of a list a screening used, and how old it was that day.</summary>
internal sealed record ListInForce(string Id, string Version, DateOnly Date, int AgeDays, bool IsStarter)
{
    /// <summary>From how many days on a list is called old: publishers change theirs every few days.</summary>
    public const int OldFromDays = 30;

    /// <summary>True when a reader must be warned of the list's age.</summary>
    public bool IsOld => AgeDays >= OldFromDays;

    public static ListInForce From(LoadedList list, DateOnly today) =>
        new(list.Id, list.Version, list.Date, list.AgeDays(today), list.IsStarter);
}
