using System.Collections.Immutable;
using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;

namespace Marsad.Accuracy;

/// <summary>Reads a party given by FollowTheMoney properties, as a pair or a query line holds it.</summary>
internal static class Party
{
    /// <summary>The party as an entry; Subject.From asks with it.</summary>
    /// <param name="id">The id the entry gets.</param>
    /// <param name="side">The properties, flat or under <c>properties</c>.</param>
    /// <param name="lineSchema">The schema of the line, for sides that name none.</param>
    public static ListEntry Read(string id, JsonElement side, string? lineSchema) => FtmProperties.Read(side, id, lineSchema);

    /// <summary>A text property, or null.</summary>
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
