using System.Collections.Immutable;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Uk;

/// <summary>One party of a UK list while its rows or elements come in; the three layouts share their fields and wordings.</summary>
internal sealed class UkParty(EntryDraft draft, string id, long line)
{
    private readonly HashSet<(string Column, string Text)> _seen = [];

    public EntryDraft Draft => draft;

    public string Id => id;

    public long Line => line;

    public EntrySchema Schema { get; private set; } = EntrySchema.LegalEntity;

    /// <summary>The cell of a column if no earlier row of the party had the same; else empty. Rows repeat most of their cells.</summary>
    public string New(CsvRow row, string column) => row[column] is { Length: > 0 } text && _seen.Add((column, text)) ? text : "";

    /// <summary>Individual, Entity or Ship.</summary>
    public void SetKind(string printed, string path)
    {
        if (SchemaWording.Read(printed) is { } schema)
            Schema = schema;
        else
            draft.Report(path, printed, "not a kind of party that is known; Individual, Entity and Ship are");
    }

    /// <summary>A name of up to six parts: one to five are given and middle names in their order, six is the family name, or the whole name of what is no person.</summary>
    public void AddName(IReadOnlyList<string> oneToFive, string six, string type, string strength, string path)
    {
        var given = oneToFive.Where(n => n.Length > 0 && n != "0").ToList();
        var parts = new List<ListNamePart>();
        for (var i = 0; i < given.Count; i++)
            parts.Add(new ListNamePart(i == 0 ? NamePartKind.Given : NamePartKind.Middle, given[i]));
        if (six.Length > 0 && six != "0")
            parts.Add(new ListNamePart(NamePartKind.Family, six));
        ImmutableArray<ListNamePart> kept = Schema == EntrySchema.Person && parts.Count > 1 ? [.. parts] : [];
        draft.AddName(string.Join(' ', parts.Select(p => p.Text)), KindOf(type, strength, path), path, kept);
    }

    public void AddOriginalName(string text, string language, string path) =>
        draft.AddName(text, NameKind.Alias, path, default, LanguageOf(language));

    public void AddBirthDates(string text, string path) => draft.AddDates(DateKind.Birth, text, path);

    /// <summary>A town and a country of birth, which number their alternatives alike: "(1) Mosul (2) Erbil" and "(1) Iraq (2) Iraq".</summary>
    public void AddBirthPlaces(string towns, string countries, string path)
    {
        var (town, country) = (Alternatives.Split(towns).ToList(), Alternatives.Split(countries).ToList());
        for (var i = 0; i < Math.Max(town.Count, country.Count); i++)
        {
            var place = i < town.Count ? town[i] : "";
            var state = i < country.Count ? country[i] : country.Count == 1 ? country[0] : "";
            draft.AddBirthPlace(string.Join(", ", new[] { place, state }.Where(p => p.Length > 0)), path, Tables.Countries.CodeOf(state));
        }
    }

    public void AddNationalities(string text, string path)
    {
        foreach (var nationality in Alternatives.Split(text))
            draft.AddCountry(CountryKind.Nationality, nationality, path);
    }

    public void AddPositions(string text, string path)
    {
        foreach (var position in Alternatives.Split(text))
            draft.AddPosition(position, path);
    }

    public void AddAddress(IEnumerable<string> lines, string postcode, string country, string path)
    {
        var pieces = lines.Append(postcode).Append(country).Where(l => l.Length > 0 && l != "0").ToList();
        if (pieces.Count == 1 && pieces[0] == country)
            draft.AddCountry(CountryKind.Residence, country, path);
        else
            draft.AddAddress(string.Join(", ", pieces), path, null, Tables.Countries.CodeOf(country));
    }

    public void AddFlag(string text, string path)
    {
        foreach (var flag in Alternatives.Split(text))
            draft.AddCountry(CountryKind.Flag, flag, path);
    }

    /// <summary>Several contacts stand in one cell, separated by semicolons, commas or numbers.</summary>
    public void AddContacts(IdentifierKind kind, string text, string path)
    {
        foreach (var numbered in Alternatives.Split(text))
        {
            foreach (var contact in numbered.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                draft.AddIdentifier(kind, contact, path);
        }
    }

    private NameKind KindOf(string type, string strength, string path)
    {
        if (strength.StartsWith("low", StringComparison.OrdinalIgnoreCase))
            return NameKind.WeakAlias;
        switch (type.ToLowerInvariant())
        {
            case "primary name" or "prime alias":
                return NameKind.Primary;
            case "alias" or "aka" or "primary name variation" or "":
                return NameKind.Alias;
            case "fka" or "former name" or "formerly known as":
                return NameKind.Former;
            default:
                draft.Report(path, type, "not a kind of name that is known; it was kept as an alias");
                return NameKind.Alias;
        }
    }

    private static string? LanguageOf(string language) => language.ToLowerInvariant() switch
    {
        "arabic" => "ar",
        "russian" => "ru",
        "persian" or "farsi" => "fa",
        "ukrainian" => "uk",
        "belarusian" => "be",
        "chinese" => "zh",
        "korean" => "ko",
        "burmese" => "my",
        "urdu" => "ur",
        "pashto" => "ps",
        "serbian" => "sr",
        "hebrew" => "he",
        _ => null,
    };
}
