using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Entries and issues as the JSON of the goldens: one value a line, nothing that is empty, dates and kinds as words.</summary>
internal static class Canonical
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new DateConverter() },
    };

    public static string Json(ListEntry entry) => Pruned(JsonSerializer.SerializeToNode(entry, Options)!).ToJsonString(Options);

    /// <summary>A whole reading: the list date, the entries, and the issues as one line each.</summary>
    public static string Json(ListReading reading, IEnumerable<ListEntry> entries)
    {
        var all = new JsonArray([.. entries.Select(e => Pruned(JsonSerializer.SerializeToNode(e, Options)!))]);
        return new JsonObject
        {
            ["listDate"] = reading.ListDate?.ToString("O"),
            ["records"] = reading.Records,
            ["entries"] = all,
            ["issues"] = new JsonArray([.. reading.Issues.Select(i =>
                (JsonNode)$"{i.Severity} {i.File}:{i.Line} {i.Field} \"{(i.Value.Length > 60 ? i.Value[..60] + "…" : i.Value)}\": {i.Reason}")]),
        }.ToJsonString(Options).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonNode Pruned(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("caption");
            foreach (var (name, value) in fields.ToList())
            {
                if (value is JsonArray { Count: 0 })
                    fields.Remove(name);
                else if (value is not null)
                    Pruned(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Pruned(item!);
        }
        return node;
    }

    private sealed class DateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
