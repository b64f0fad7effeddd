using System.Collections.Immutable;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>A party being read: what the three forms of the OFAC lists say in the same words.</summary>
internal sealed record OfacParty(EntryDraft Draft, EntrySchema Schema)
{
    /// <summary>Person for "individual", Organization for an empty type or "entity", else Vessel and Airplane; Other is not known.</summary>
    public static EntrySchema SchemaOf(string type) => type.ToLowerInvariant() switch
    {
        "individual" => EntrySchema.Person,
        "" or "entity" => EntrySchema.Organization,
        "vessel" => EntrySchema.Vessel,
        "aircraft" => EntrySchema.Airplane,
        _ => EntrySchema.Other,
    };

    /// <summary>The kind of an alias by its type, "aka" or "A.K.A."; null for a type that is not known.</summary>
    public static NameKind? AliasKindOf(string type) => type.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "aka" or "nka" => NameKind.Alias,
        "fka" => NameKind.Former,
        _ => null,
    };

    /// <summary>Adds a name as printed; a person's name with a comma has its family and given name as parts.</summary>
    public void AddName(string text, NameKind kind, string path)
    {
        var comma = Schema == EntrySchema.Person ? text.IndexOf(',', StringComparison.Ordinal) : -1;
        ImmutableArray<ListNamePart> parts = comma <= 0 || comma == text.Length - 1 ? []
            : [new(NamePartKind.Family, text[..comma].Trim()), new(NamePartKind.Given, text[(comma + 1)..].Trim())];
        Draft.AddName(text, kind, path, parts);
    }

    /// <summary>Adds an address whose country stands apart; the country is also one of residence.</summary>
    public void AddAddress(string street, string city, string region, string country, string path, string countryPath)
    {
        var isKnown = !country.Equals("undetermined", StringComparison.OrdinalIgnoreCase);
        var text = string.Join(", ", new[] { street, city, region, isKnown ? country : "" }.Where(p => p.Length > 0));
        Draft.AddAddress(text, path, city, Countries.CodeOf(country));
        if (isKnown)
            Draft.AddCountry(CountryKind.Residence, country, countryPath);
    }
}
