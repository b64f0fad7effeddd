using System.Collections.Immutable;
using System.Text.Json;
using Marsad.Engine.Lists;

namespace Marsad.Accuracy;

/// <summary>Reads a party given by FollowTheMoney properties, as a pair or a query line holds it.</summary>
internal static class Party
{
    // Provisional until the engine's reader of FollowTheMoney properties is there.
    public static ListEntry Read(string id, JsonElement side, string? lineSchema)
    {
        var properties = side.TryGetProperty("properties", out var inner) ? inner : side;
        var schema = Text(side, "schema") ?? lineSchema;
        return new ListEntry
        {
            Id = id,
            Schema = Enum.TryParse<EntrySchema>(schema, out var known) ? known : EntrySchema.LegalEntity,
            Names = [
                .. Values(properties, "name").Select((t, i) => new ListName(t, i == 0 ? NameKind.Primary : NameKind.Alias, "name")),
                .. Values(properties, "alias").Select(t => new ListName(t, NameKind.Alias, "alias")),
                .. Values(properties, "weakAlias").Select(t => new ListName(t, NameKind.WeakAlias, "weakAlias")),
                .. Values(properties, "previousName").Select(t => new ListName(t, NameKind.Former, "previousName"))],
            Dates = [.. Values(properties, "birthDate").Select(t => PartialDate.TryParse(t, out var d) ? new ListDate(DateKind.Birth, d, "birthDate") : null).OfType<ListDate>()],
            Countries = [.. Values(properties, "nationality").Concat(Values(properties, "country")).Select(t => new ListCountry(CountryKind.Nationality, t, t.Length == 2 ? t : null, "nationality"))],
        };
    }

    public static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts of a property given as one string or an array of strings.</summary>
    public static ImmutableArray<string> Values(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)],
            _ => [],
        };
    }
}
