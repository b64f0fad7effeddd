using System.Collections.Immutable;

namespace Marsad.Engine.Lists;

/// <summary>What changed between two versions of a list, per entry and per field.</summary>
/// <remarks>
/// <para><b>Compared</b> are values, not their places: an alias that moved from the third to the second element is no change, and
/// neither is another order of the same aliases. Entries are the same when their ids are.</para>
/// <para><b>Merged.</b> A vanished entry went into another one when a new or changed entry refers to its id, or took over all its
/// names and identifiers (at least two names, or one identifier, so that a mere namesake is no merger). It is then not also removed.</para>
/// </remarks>
/// <param name="Added">Entries only the newer version has.</param>
/// <param name="Changed">Entries with values that came or went.</param>
/// <param name="Removed">Entries only the older version has, and that went nowhere.</param>
/// <param name="Merged">Entries of the older version that went into an entry of the newer one.</param>
public sealed record ListDelta(
    ImmutableArray<ListEntry> Added, ImmutableArray<EntryChange> Changed, ImmutableArray<ListEntry> Removed, ImmutableArray<EntryMerger> Merged)
{
    /// <summary>True when no value differs.</summary>
    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty && Merged.IsEmpty;

    /// <summary>Compares two versions. Each part of the result is in the ordinal order of ids.</summary>
    public static ListDelta Between(IEnumerable<ListEntry> older, IEnumerable<ListEntry> newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var before = ById(older);
        var after = ById(newer);
        var added = after.Values.Where(e => !before.ContainsKey(e.Id)).ToImmutableArray();
        var removed = before.Values.Where(e => !after.ContainsKey(e.Id)).ToImmutableArray();
        var changed = after.Values
            .Where(e => before.ContainsKey(e.Id))
            .Select(e => new EntryChange(before[e.Id], e, Fields(before[e.Id], e)))
            .Where(c => !c.Fields.IsEmpty)
            .ToImmutableArray();
        var merged = Mergers(removed, added, changed);
        var gone = merged.Select(m => m.From.Id).ToHashSet(StringComparer.Ordinal);
        return new ListDelta(added, changed, [.. removed.Where(e => !gone.Contains(e.Id))], merged);
    }

    /// <summary>The values that came and went between two versions of one entry.</summary>
    public static ImmutableArray<FieldChange> Fields(ListEntry older, ListEntry newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var before = Values(older);
        return [.. Values(newer).Select((field, i) => Difference(field.Field, before[i].Values, field.Values)).OfType<FieldChange>()];
    }

    private static FieldChange? Difference(string field, IEnumerable<string> before, IEnumerable<string> after)
    {
        var came = after.ToList();
        var went = new List<string>();
        foreach (var value in before)
            if (!came.Remove(value))
                went.Add(value);
        return came.Count + went.Count == 0 ? null : new FieldChange(field, [.. went], [.. came]);
    }

    private static SortedDictionary<string, ListEntry> ById(IEnumerable<ListEntry> entries)
    {
        var all = new SortedDictionary<string, ListEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            all[entry.Id] = entry;
        return all;
    }

    private static ImmutableArray<EntryMerger> Mergers(
        ImmutableArray<ListEntry> removed, ImmutableArray<ListEntry> added, ImmutableArray<EntryChange> changed)
    {
        if (removed.IsEmpty)
            return [];
        var references = new Dictionary<string, ListEntry>(StringComparer.Ordinal);
        var names = new Dictionary<string, List<ListEntry>>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in added.Concat(changed.Select(c => c.Newer)))
        {
            foreach (var reference in entry.References)
                references.TryAdd(reference.Value, entry);
            foreach (var name in entry.Names.Select(n => n.Text).Distinct(StringComparer.OrdinalIgnoreCase))
                (names.TryGetValue(name, out var known) ? known : names[name] = []).Add(entry);
        }
        return [.. removed.Select(old => Into(old) is { } into ? new EntryMerger(old, into) : null).OfType<EntryMerger>()];

        ListEntry? Into(ListEntry old)
        {
            if (references.TryGetValue(old.Id, out var referring) || references.TryGetValue(Reference(old.Id), out referring))
                return referring;
            if (old.Names.IsEmpty || (old.Names.Length < 2 && old.Identifiers.IsEmpty))
                return null;
            return names.GetValueOrDefault(old.Names[0].Text)?.Find(entry => HoldsAll(entry, old));
        }
    }

    private static bool HoldsAll(ListEntry entry, ListEntry old) =>
        old.Names.All(n => entry.Names.Any(m => string.Equals(n.Text, m.Text, StringComparison.OrdinalIgnoreCase)))
        && old.Identifiers.All(i => entry.Identifiers.Any(j => i.Kind == j.Kind && i.Value == j.Value));

    private static string Reference(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Every field with its values as words, always the same fields in the same order.</summary>
    private static List<(string Field, IEnumerable<string> Values)> Values(ListEntry entry) =>
    [
        ("schema", [entry.Schema.ToString()]),
        ("names", entry.Names.Select(n => $"{n.Text} ({Word(n.Kind)})")),
        ("dates", entry.Dates.Select(d => $"{Word(d.Kind)} {d.Value}")),
        ("birthPlaces", entry.BirthPlaces.Select(p => WithCountry(p.Text, p.CountryCode))),
        ("countries", entry.Countries.Select(c => $"{Word(c.Kind)} {WithCountry(c.Text, c.Code)}")),
        ("genders", entry.Genders.Select(g => Word(g.Value))),
        ("identifiers", entry.Identifiers.Select(i => $"{Word(i.Kind)} {WithCountry(i.Value, i.CountryCode)}{(i.Note is null ? "" : $" ({i.Note})")}")),
        ("addresses", entry.Addresses.Select(a => WithCountry(a.Text, a.CountryCode))),
        ("positions", entry.Positions.Select(v => v.Value)),
        ("programs", entry.Programs.Select(v => v.Value)),
        ("remarks", entry.Remarks.Select(v => v.Value)),
        ("linkedTo", entry.LinkedTo.Select(v => v.Value)),
        ("references", entry.References.Select(v => v.Value)),
        ("listedOn", One(entry.ListedOn?.Value.ToString())),
        ("changedOn", One(entry.ChangedOn?.Value.ToString())),
        ("sourceUrl", One(entry.SourceUrl?.Value)),
    ];

    private static string[] One(string? value) => value is null ? [] : [value];

    private static string WithCountry(string text, string? code) => code is null ? text : $"{text} [{code}]";

    private static string Word<T>(T kind) where T : struct, Enum
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>An entry that both versions have and that is not the same in them.</summary>
/// <param name="Older">The entry in the older version.</param>
/// <param name="Newer">The entry in the newer version.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record EntryChange(ListEntry Older, ListEntry Newer, ImmutableArray<FieldChange> Fields);

/// <summary>A field of an entry that changed.</summary>
/// <param name="Field">The field's name as in Marsad's own format.</param>
/// <param name="Removed">Values that are gone.</param>
/// <param name="Added">Values that came.</param>
public sealed record FieldChange(string Field, ImmutableArray<string> Removed, ImmutableArray<string> Added);

/// <summary>An entry that vanished into another one.</summary>
/// <param name="From">The vanished entry.</param>
/// <param name="Into">The entry that took it over.</param>
public sealed record EntryMerger(ListEntry From, ListEntry Into);
