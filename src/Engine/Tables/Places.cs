using System.Collections.Frozen;

namespace Marsad.Engine.Tables;

/// <summary>A city that a printed place names.</summary>
/// <param name="CountryCode">The lower-case ISO 3166-1 alpha-2 code of its country.</param>
/// <param name="Canonical">Its name in the table, the same for all its spellings: Baghdad.</param>
internal sealed record Place(string CountryCode, string Canonical);

/// <summary>Larger cities by their names in Latin, Arabic and Cyrillic letters.</summary>
/// <remarks>The cities are those of <c>data/places/cities.tsv</c>; villages and provinces are not known. Pure and thread-safe.</remarks>
internal static class Places
{
    private const int LongestText = 500;

    private static readonly char[] Separators = [',', '،', ';', '؛', '/', '(', ')', '\n'];

    // Of the cities with one name, those that are called so in the table come before those that are also called so, then the larger.
    private static readonly FrozenDictionary<string, Place[]> Cities = ReadCities();

    // Words that say what kind of place a name is. In Arabic and Russian they stand before it.
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
    [
        "city", "town", "village", "province", "governorate", "district", "region", "oblast", "state", "area", "municipality", "capital", "of", "near", "suburb",
        "in", "born", "county", "prefecture", "مدينه", "محافظه", "منطقه", "ولايه", "شهر", "استان", "город", "г", "гор", "область", "провинция",
    ]);

    /// <summary>The city a printed place names: the first of its comma-separated pieces that is one; null when none is known.</summary>
    /// <remarks>
    /// A country in the text decides between cities of one name ("Tripoli, Lebanon" and "Tripoli, Libya"), and a city of another
    /// country is then not taken; without a country the city best known by the name is meant. Kinds of place are left out ("Mosul City",
    /// "Kandahar Province"). Example: "Baghdad, Iraq", بغداد and Багдад are one place.
    /// </remarks>
    public static Place? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return null;
        var pieces = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var country = pieces.Length > 1 ? pieces.Skip(1).Select(Countries.CodeOf).LastOrDefault(code => code is not null) : null;
        return pieces.Select(piece => City(piece, country)).FirstOrDefault(city => city is not null);
    }

    /// <summary>Whether two printed places name the same city; false when either is not known.</summary>
    public static bool AreSame(string? a, string? b) => Find(a) is { } first && first == Find(b);

    private static Place? City(string piece, string? country)
    {
        var name = PlaceName.Fold(piece);
        if (!Cities.TryGetValue(name, out var cities))
        {
            var words = name.Split(' ').Where(word => !Kinds.Contains(word));
            if (!Cities.TryGetValue(string.Join(' ', words), out cities))
                return null;
        }
        // Arak in Iran is also written Iraq: a piece that is a country is a city of no other one.
        if (Countries.CodeOf(piece) is { } itself)
            country = itself;
        return country is null ? cities[0] : Array.Find(cities, city => Countries.AreCompatible(city.CountryCode, country));
    }

    private static FrozenDictionary<string, Place[]> ReadCities()
    {
        var rows = TableFile.Rows("data/places/cities.tsv", 3).Select(row => (Place: new Place(row[0], row[1]), Others: row[2])).ToList();
        var named = rows.Select(row => (Name: row.Place.Canonical, row.Place));
        var alsoNamed = rows.SelectMany(row => row.Others.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => (Name: name, row.Place)));
        return named.Concat(alsoNamed)
            .Select(city => (Name: PlaceName.Fold(city.Name), city.Place))
            .Where(city => city.Name.Length > 0)
            .GroupBy(city => city.Name, city => city.Place)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray());
    }
}
