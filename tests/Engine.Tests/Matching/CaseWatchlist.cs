using System.Collections.Immutable;
using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>A watchlist made of the names of the labelled cases, in all their scripts, and subjects that ask for its parties.</summary>
internal static class CaseWatchlist
{
    private static readonly string[] Nationalities = ["Iran", "Yemen", "Russia", "former Soviet Union", "Syria", "France"];
    private static readonly string[] Towns = ["Sana'a, Yemen", "Lyon, France", "Mosul, Iraq", "Груз", "بغداد"];

    /// <summary>One entry for each case and one for each third case with words of two names, about 400.</summary>
    public static ImmutableArray<ListEntry> Entries { get; } = [.. LabelledCases.All.SelectMany((_, i) => Make(i))];

    /// <summary>Everything a subject may give, about as often as people give it: a name as listed or badly written, and few facts.</summary>
    public static Gen<Subject> Subjects { get; } =
        from one in Gen.Int[0, Entries.Length - 1]
        from text in Gen.Frequency((3, Gen.Const(Entries[one].Names[0].Text)), (1, Gen.Const(Entries[one].Names[^1].Text)), (4, AnyName))
        from names in Gen.Frequency((5, Variation(text).Array[1]), (1, Variation(text).Array[2]))
        from facts in Gen.Int[0, 127]
        from schema in Gen.Frequency((2, Gen.Const(() => (EntrySchema?)null)), (2, Gen.Const(() => (EntrySchema?)Entries[one].Schema)), (1, Gen.Enum<EntrySchema>().Select(s => (EntrySchema?)s)))
        select Ask(Entries[one], names, schema, facts);

    /// <summary>A name of the cases.</summary>
    public static Gen<string> AnyName => Gen.Int[0, LabelledCases.All.Count - 1].SelectMany(i => Gen.Bool.Select(first => first ? LabelledCases.All[i].Name1 : LabelledCases.All[i].Name2));

    /// <summary>A name as it is, or with one thing done to it.</summary>
    public static Gen<string> Variation(string name) =>
        from kind in Gen.Int[0, 9]
        from at in Gen.Int[0, Math.Max(name.Length - 1, 0)]
        from letter in Gen.Char['a', 'z']
        from other in AnyName
        select Vary(name, kind, at, letter, other);

    private static string Vary(string name, int kind, int at, char letter, string other)
    {
        var words = name.Split(' ');
        var word = at % words.Length;
        return kind switch
        {
            0 => name.Remove(at, Math.Min(1, name.Length)),
            1 => name.Insert(at, letter.ToString()),
            2 when at + 1 < name.Length => string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1, 1), name.AsSpan(at, 1), name.AsSpan(at + 2)),
            3 => string.Join(' ', words.Where((_, i) => i != word)),
            4 => name + " " + other.Split(' ')[0],
            5 => string.Join(' ', words.Reverse()),
            6 => name.ToUpperInvariant(),
            7 => string.Join(' ', words.Select((w, i) => i == word ? w[..Math.Min(1, w.Length)] : w)),
            8 => name.Replace(" ", "", StringComparison.Ordinal),
            _ => name,
        };
    }

    private static Subject Ask(ListEntry entry, string[] names, EntrySchema? schema, int facts) => new()
    {
        Schema = schema,
        Names = [.. names.Select(n => new ListName(n, NameKind.Primary, "name"))],
        BirthDates = (facts & 3) switch { 1 => [Date(facts)], 2 => [.. entry.Dates.Select(d => d.Value)], _ => [] },
        Countries = (facts & 4) > 0 ? [Country(facts / 8)] : [],
        Gender = (facts & 8) > 0 ? (Gender)(facts % 3) : null,
        BirthPlaces = (facts & 48) == 16 ? [Towns[facts % Towns.Length]] : [],
        Identifiers = (facts & 48) == 32 ? entry.Identifiers : (facts & 48) == 48 ? [.. entry.Identifiers.Select(d => d with { Value = d.Value[..^1] + "0" })] : [],
        Addresses = (facts & 64) > 0 ? entry.Addresses : [],
    };

    private static IEnumerable<ListEntry> Make(int i)
    {
        var one = LabelledCases.All[i];
        var ofKind = LabelledCases.All.Where(c => c.Kind == one.Kind).ToList();
        var other = ofKind[(i * 7 + 3) % ofKind.Count];
        var alias = new ListName(other.Name2, i % 2 == 0 ? NameKind.Alias : NameKind.WeakAlias, "alias");
        yield return Entry("cases:" + i, one.Schema, i, i % 3 == 0 ? [Name(one.Name2), alias] : [Name(one.Name2)]);
        if (i % 3 == 0)
            yield return Entry("mixed:" + i, one.Schema, i + 5, [Name(one.Name1.Split(' ')[0] + " " + other.Name1.Split(' ')[^1])]);
    }

    private static ListName Name(string text) => new(text, NameKind.Primary, "name");

    private static ListEntry Entry(string id, EntrySchema schema, int i, ImmutableArray<ListName> names) => new()
    {
        Id = id,
        Schema = schema,
        Names = names,
        Dates = i % 4 == 3 ? [] : [new ListDate(DateKind.Birth, Date(i), "dob")],
        Countries = i % 3 == 0 ? [Country(i)] : [],
        Genders = i % 5 == 0 ? [new Sourced<Gender>((Gender)(i % 2), "gender")] : [],
        BirthPlaces = i % 6 == 0 ? [new ListPlace(Towns[i % Towns.Length], null, "pob")] : [],
        Identifiers = i % 4 == 0 ? [new Identifier((IdentifierKind)(i % 6), $"K-{700000 + i * 37}", null, "id")] : [],
        Addresses = i % 7 == 0 ? [new ListAddress($"{i} Harbor Street, Tarabya Quarter, Lyon, France", "Lyon", "fr", "address")] : [],
    };

    private static ListCountry Country(int i) =>
        new(i % 5 == 4 ? CountryKind.Residence : CountryKind.Nationality, Nationalities[i % Nationalities.Length], Marsad.Engine.Tables.Countries.CodeOf(Nationalities[i % Nationalities.Length]), "country");

    private static PartialDate Date(int i) => (i % 5) switch
    {
        0 => PartialDate.Year(1950 + i % 40),
        1 => PartialDate.Month(1950 + i % 40, 1 + i % 12),
        2 => PartialDate.Range(PartialDate.Year(1950 + i % 40), PartialDate.Year(1953 + i % 40)),
        _ => PartialDate.Day(new DateOnly(1950 + i % 40, 1 + i % 12, 1 + i % 28), i % 10 == 3),
    };
}
