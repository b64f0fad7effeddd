using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.OpenSanctions;

/// <summary>Reads parties given as FollowTheMoney properties: OpenSanctions' files, the input of screening and comparing, mapped csv.</summary>
/// <remarks>
/// <para><b>Input.</b> A JSON object with the properties flat (<c>{"name":["Ali Hassan"],"birthDate":"1971"}</c>) or under
/// <c>properties</c>; each value a string, a number, or an array of them. <c>schema</c> beside them names the schema.</para>
/// <para><b>Table.</b> <c>data/lists/ftm-properties.tsv</c> says what becomes of each property. One that is not in it is
/// reported with the reason <see cref="UnknownProperty"/>.</para>
/// <para><b>Names.</b> Of several names the one equal to <c>caption</c>, else the first, is the primary name and the others are
/// aliases. A record with parts (firstName, lastName …) and no name gets the name its parts make. Where the parts
/// account for every word of a name just once, the name carries them.</para>
/// <para><b>Bad values.</b> An unknown country keeps its text and has no code; a date or gender that cannot be read becomes a
/// remark. Both are reported. Nothing throws.</para>
/// <para><b>Paths.</b> The property, with the position in its array from 1: <c>alias[2]</c>; a bare string is just <c>name</c>.</para>
/// </remarks>
public static class FtmProperties
{
    /// <summary>The reason of the issue about a property that FollowTheMoney does not have or that is not in our table.</summary>
    public const string UnknownProperty = "not a property that is known";

    /// <summary>The reason of the issue about a schema that FollowTheMoney does not have.</summary>
    public const string UnknownSchema = "not a schema that is known; the entry is kept as Other";

    private static readonly FrozenTable Table = FrozenTable.Load();

    /// <summary>The keys of a record that are not properties.</summary>
    private static readonly ImmutableHashSet<string> RecordKeys = ImmutableHashSet.Create(StringComparer.Ordinal,
        "id", "schema", "caption", "properties", "referents", "datasets", "target", "first_seen", "last_seen", "last_change",
        "schemata", "origin", "statements");

    /// <summary>Reads one party.</summary>
    /// <param name="record">The JSON object.</param>
    /// <param name="id">The id the entry gets.</param>
    /// <param name="defaultSchema">The schema where the record names none; null means LegalEntity.</param>
    /// <param name="report">Takes the issues; their line is 0. Null ignores them.</param>
    /// <returns>The entry; without names where the record has none.</returns>
    public static ListEntry Read(JsonElement record, string id, string? defaultSchema = null, Action<ListIssue>? report = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var draft = new FtmDraft(report);
        if (record.ValueKind != JsonValueKind.Object)
        {
            draft.Entry.Report("", record.ValueKind.ToString(), "not a JSON object");
            return draft.Build(id, defaultSchema);
        }
        string? schema = null;
        try
        {
            schema = Text(record, "schema");
            draft.Caption = Text(record, "caption");
            ReadAll(draft, record);
        }
        catch (InvalidOperationException)
        {
            // The parser lets bytes that are not UTF-8 and halves of surrogate pairs pass until their text is asked for.
            draft.Entry.Report("", "", "not valid Unicode text; what follows it in the record was not read", IssueSeverity.Record);
        }
        return draft.Build(id, schema ?? defaultSchema);
    }

    /// <summary>The kind of party a schema name stands for, whatever its case; null for no party (an Address, say) or an unknown name.</summary>
    public static EntrySchema? SchemaOf(string? schema) =>
        schema is not null && Table.Schemata.TryGetValue(schema, out var known) ? known : null;

    /// <summary>True for a schema of records that tell about parties and are not parties: Address, Sanction, Family …</summary>
    public static bool IsAncillary(string? schema) =>
        schema is not null && Table.Schemata.TryGetValue(schema, out var known) && known is null;

    /// <summary>True for a property that the table knows, used or ignored.</summary>
    public static bool IsKnown(string property) => Table.Properties.ContainsKey(property);

    internal static FtmUse? UseOf(string property) => Table.Properties.GetValueOrDefault(property);

    private static void ReadAll(FtmDraft draft, JsonElement record)
    {
        var nested = record.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object;
        foreach (var property in record.EnumerateObject())
        {
            if (RecordKeys.Contains(property.Name))
                ReadRecordKey(draft, property);
            else if (nested)
                draft.Entry.Report(property.Name, property.Value.ToString(), "not a key of a record that is known");
            else
                ReadProperty(draft, property);
        }
        if (nested)
        {
            foreach (var property in properties.EnumerateObject())
                ReadProperty(draft, property);
        }
    }

    private static void ReadRecordKey(FtmDraft draft, JsonProperty key)
    {
        switch (key.Name)
        {
            case "referents":
                foreach (var (value, path) in Values(draft, key))
                    draft.Entry.AddReference(value, path);
                break;
            case "datasets":
                foreach (var (value, path) in Values(draft, key))
                    draft.Entry.AddProgram(value, path);
                break;
            case "properties" when key.Value.ValueKind != JsonValueKind.Object:
                draft.Entry.Report(key.Name, key.Value.ToString(), "not a JSON object");
                break;
        }
    }

    private static void ReadProperty(FtmDraft draft, JsonProperty property)
    {
        var use = UseOf(property.Name);
        if (use is null)
            draft.Entry.Report(property.Name, property.Value.ToString(), UnknownProperty);
        else if (use.Becomes != FtmBecomes.Ignored)
        {
            foreach (var (value, path) in Values(draft, property))
                draft.Add(use, value, path);
        }
    }

    private static IEnumerable<(string Value, string Path)> Values(FtmDraft draft, JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            if (Scalar(draft, property.Value, property.Name) is { } only)
                yield return (only, property.Name);
            yield break;
        }
        var position = 0;
        foreach (var element in property.Value.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{property.Name}[{++position}]");
            if (Scalar(draft, element, path) is { } value)
                yield return (value, path);
        }
    }

    private static string? Scalar(FtmDraft draft, JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.GetRawText();
            case JsonValueKind.Null:
                return null;
            default:
                draft.Entry.Report(path, element.ToString(), "not a text or a number");
                return null;
        }
    }

    private static string? Text(JsonElement record, string key)
    {
        if (!record.TryGetProperty(key, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private sealed record FrozenTable(
        IReadOnlyDictionary<string, FtmUse> Properties, IReadOnlyDictionary<string, EntrySchema?> Schemata)
    {
        public static FrozenTable Load() => new(
            TableFile.Rows("data/lists/ftm-properties.tsv", columns: 4).ToDictionary(r => r[0], FtmUse.Parse, StringComparer.Ordinal),
            TableFile.Rows("data/lists/ftm-schemata.tsv", columns: 2).ToDictionary(
                r => r[0], r => r[1] == "ancillary" ? (EntrySchema?)null : Enum.Parse<EntrySchema>(r[1]), StringComparer.OrdinalIgnoreCase));
    }
}
