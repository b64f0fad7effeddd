namespace Marsad.Engine.Lists;

/// <summary>Reads the words with which publishers and customers say what kind of party something is.</summary>
internal static class SchemaWording
{
    /// <summary>The kind, whatever the case of the word; null for a word that is not known.</summary>
    public static EntrySchema? Read(string? word) => ListText.OneSpaced(word)?.ToLowerInvariant() switch
    {
        "person" or "individual" or "individuals" or "natural person" or "p" or "i" or "human" or "شخص" or "فرد" or "физическое лицо" or "физлицо" =>
            EntrySchema.Person,
        "organization" or "organisation" or "entity" or "entities" or "enterprise" or "group" or "e" or "o" or "non-individual"
            or "منظمة" or "كيان" or "организация" or "юридическое лицо" or "юрлицо" => EntrySchema.Organization,
        "company" or "business" or "corporate" or "corporation" or "شركة" or "компания" => EntrySchema.Company,
        "public body" or "government" or "government body" or "publicbody" => EntrySchema.PublicBody,
        "legal entity" or "legalentity" or "any" or "unspecified" => EntrySchema.LegalEntity,
        "vessel" or "ship" or "vessels" or "سفينة" or "судно" => EntrySchema.Vessel,
        "aircraft" or "airplane" or "plane" or "طائرة" or "самолет" or "воздушное судно" => EntrySchema.Airplane,
        "other" => EntrySchema.Other,
        _ => null,
    };
}
