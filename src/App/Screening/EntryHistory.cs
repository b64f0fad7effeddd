using Marsad.App.Imports;
using Marsad.Engine.Lists;

namespace Marsad.App.Screening;

/// <summary>What a version of a list did to an entry.</summary>
internal enum EntryChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>A value of an entry that came or went.</summary>
internal sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>How a version of a list differs from the one before it, for one entry.</summary>
internal sealed record EntryChange(string Version, EntryChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>The life of an entry through the versions that are kept.</summary>
internal static class EntryHistory
{
    /// <summary>The changes, oldest first; versions that left the entry alone are left out.</summary>
    public static IReadOnlyList<EntryChange> Of(ListStore store, string listId, string entryId)
    {
        var history = new List<EntryChange>();
        ListEntry? before = null;
        foreach (var version in store.Versions(listId))
        {
            var now = version.Entries().FirstOrDefault(e => e.Id == entryId);
            if (Change(version.Label, before, now) is { } change)
                history.Add(change);
            before = now;
        }
        return history;
    }

    private static EntryChange? Change(string version, ListEntry? before, ListEntry? now)
    {
        var (old, fresh) = (Values(before), Values(now));
        var fields = old.Except(fresh).Select(v => new FieldChange(v.Field, v.Value, null))
            .Concat(fresh.Except(old).Select(v => new FieldChange(v.Field, null, v.Value)))
            .OrderBy(c => c.Field, StringComparer.Ordinal)
            .ToList();
        return (before, now) switch
        {
            (null, null) => null,
            (null, _) => new EntryChange(version, EntryChangeKind.Added, []),
            (_, null) => new EntryChange(version, EntryChangeKind.Removed, []),
            _ => fields.Count == 0 ? null : new EntryChange(version, EntryChangeKind.Changed, fields),
        };
    }

    private static HashSet<(string Field, string Value)> Values(ListEntry? entry) =>
        entry is null ? [] : [.. EntryField.Of(entry).Select(f => (f.Field, f.Value))];
}
