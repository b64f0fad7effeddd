using System.Globalization;
using System.Text.Json;
using Marsad.Engine.Lists;

namespace Marsad.App.Screening.Yente;

/// <summary>Writes an entry as yente does: FollowTheMoney properties, each a list of texts.</summary>
internal static class YenteEntity
{
    private static readonly string[] Wanted = ["fbi", "interpol"];

    /// <summary>The fields of the entry, into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, ListEntry entry, ListInForce? list)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("caption", entry.Caption);
        json.WriteString("schema", SchemaOf(entry));
        json.WriteStartObject("properties");
        foreach (var property in Properties(entry).GroupBy(p => p.Name, StringComparer.Ordinal))
            WriteTexts(json, property.Key, property.Select(p => p.Value));
        json.WriteEndObject();
        WriteTexts(json, "datasets", [ScreeningJson.ListOf(entry.Id)]);
        WriteTexts(json, "referents", entry.References.Select(r => r.Value));
        json.WriteBoolean("target", true);
        json.WriteString("first_seen", Time(entry.ListedOn?.Value.From));
        json.WriteString("last_seen", Time(list?.Date));
        json.WriteString("last_change", Time((entry.ChangedOn ?? entry.ListedOn)?.Value.From));
    }

    /// <summary>FollowTheMoney has no schema for what is none of its kinds; its parties of unknown kind are legal entities.</summary>
    public static string SchemaOf(ListEntry entry) => entry.Schema == EntrySchema.Other ? "LegalEntity" : entry.Schema.ToString();

    /// <summary>What the list says of the entry as yente's topics do.</summary>
    public static string TopicOf(ListEntry entry) => Wanted.Contains(ScreeningJson.ListOf(entry.Id)) ? "wanted" : "sanction";

    /// <summary>True when the list says that it changed the entry since a day, or does not say when it did.</summary>
    public static bool IsChangedSince(ListEntry entry, DateOnly day) => (entry.ChangedOn ?? entry.ListedOn)?.Value.To is not { } changed || changed >= day;

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string? Time(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00" : null;

    private static IEnumerable<(string Name, string Value)> Properties(ListEntry entry) =>
    [
        .. entry.Names.Select(n => (NameProperty(n.Kind), n.Text)),
        .. entry.Dates.Select(d => (DateProperty(d.Kind), d.Value.ToString())),
        .. entry.BirthPlaces.Select(p => ("birthPlace", p.Text)),
        .. entry.Countries.Select(c => (CountryProperty(c.Kind), c.Code ?? c.Text)),
        .. entry.Genders.Select(g => ("gender", ScreeningJson.Word(g.Value))),
        .. entry.Identifiers.Select(i => (SubjectJson.Property(i.Kind), i.Value)),
        .. entry.Addresses.Select(a => ("address", a.Text)),
        .. entry.Positions.Select(p => ("position", p.Value)),
        .. entry.Programs.Select(p => ("program", p.Value)),
        .. entry.Remarks.Select(r => ("notes", r.Value)),
        .. entry.SourceUrl is { } url ? [("sourceUrl", url.Value)] : Array.Empty<(string, string)>(),
        ("topics", TopicOf(entry)),
    ];

    private static string NameProperty(NameKind kind) => kind switch
    {
        NameKind.Primary => "name",
        NameKind.WeakAlias => "weakAlias",
        NameKind.Former or NameKind.Maiden => "previousName",
        _ => "alias",
    };

    private static string DateProperty(DateKind kind) => kind switch
    {
        DateKind.Birth => "birthDate",
        DateKind.Death => "deathDate",
        DateKind.Built => "buildDate",
        _ => "incorporationDate",
    };

    private static string CountryProperty(CountryKind kind) => kind switch
    {
        CountryKind.Nationality => "nationality",
        CountryKind.Jurisdiction => "jurisdiction",
        CountryKind.Flag => "flag",
        _ => "country",
    };
}
