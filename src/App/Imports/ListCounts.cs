using System.Collections.Immutable;
using Marsad.Engine.Lists;
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

    /// <summary>How many entries have at least one value of a field, by field name.</summary>
    public ImmutableSortedDictionary<string, int> Filled { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Names in other letters than Latin.</summary>
    public int OriginalScriptNames() => NamesPerScript.Where(s => s.Key is not (nameof(Script.Latin) or nameof(Script.None))).Sum(s => s.Value);
}

/// <summary>Counts entries as they pass.</summary>
internal sealed class EntryCounter
{
    private readonly int[] _schemas = new int[Enum.GetValues<EntrySchema>().Length];
    private readonly int[] _scripts = new int[Enum.GetValues<Script>().Length];
    private readonly SortedDictionary<string, int> _filled = new(StringComparer.Ordinal);
    private int _entries;
    private int _names;
    private int _lost;

    public void Count(ListEntry entry)
    {
        _entries++;
        _schemas[(int)entry.Schema]++;
        foreach (var name in entry.Names)
        {
            _names++;
            _scripts[(int)Transliterator.ScriptOf(name.Text)]++;
            if (name.Text.Contains("??", StringComparison.Ordinal))
                _lost++;
        }
        Filled("names", entry.Names.Length > 0);
        Filled("birthDates", entry.Dates.Any(d => d.Kind == DateKind.Birth));
        Filled("birthPlaces", entry.BirthPlaces.Length > 0);
        Filled("countries", entry.Countries.Length > 0);
        Filled("genders", entry.Genders.Length > 0);
        Filled("identifiers", entry.Identifiers.Length > 0);
        Filled("addresses", entry.Addresses.Length > 0);
        Filled("positions", entry.Positions.Length > 0);
        Filled("programs", entry.Programs.Length > 0);
        Filled("listedOn", entry.ListedOn is not null);
        Filled("aliases", entry.Names.Length > 1);
    }

    public ListCounts Counts(int records) => new()
    {
        Records = records,
        Entries = _entries,
        Names = _names,
        LostNames = _lost,
        EntriesPerSchema = Counted<EntrySchema>(_schemas),
        NamesPerScript = Counted<Script>(_scripts),
        Filled = _filled.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private void Filled(string field, bool isFilled) => _filled[field] = _filled.GetValueOrDefault(field) + (isFilled ? 1 : 0);

    private static ImmutableSortedDictionary<string, int> Counted<T>(int[] counts) where T : struct, Enum =>
        Enum.GetNames<T>().Zip(counts).Where(c => c.Second > 0).ToImmutableSortedDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
}
