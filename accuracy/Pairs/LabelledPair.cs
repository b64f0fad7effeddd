using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Pairs;

/// <summary>A pair of parties and the answer whether they are one.</summary>
/// <param name="Id">The id of the line.</param>
/// <param name="A">Who asks.</param>
/// <param name="B">Who is listed.</param>
/// <param name="IsTrue">The two are one party.</param>
/// <param name="Slices">By which slices it is counted: schema, script, category …, each with its value.</param>
internal sealed record LabelledPair(
    string Id, Subject A, ListEntry B, bool IsTrue, IReadOnlyList<(string Slice, string Value)> Slices)
{
    private static readonly string[] SliceFields = ["group", "quality", "category", "schema"];

    /// <summary>Reads a file of JSON lines, plain or .gz; lines without a label and lines the conditions leave out are passed over.</summary>
    /// <exception cref="MeasureException">The file is not there or a line cannot be read.</exception>
    public static IEnumerable<LabelledPair> ReadAll(string path, IReadOnlyList<KeyValuePair<string, string>> conditions)
    {
        if (!File.Exists(path))
            throw new MeasureException($"{path}: no such file");
        foreach (var (number, text) in DataFiles.Lines(path))
        {
            LabelledPair? pair;
            try
            {
                using var line = JsonDocument.Parse(text);
                pair = Read(line.RootElement, conditions);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new MeasureException($"{path}:{number}: {error.Message}");
            }
            if (pair is not null)
                yield return pair;
        }
    }

    private static LabelledPair? Read(JsonElement line, IReadOnlyList<KeyValuePair<string, string>> conditions)
    {
        if (LabelOf(line) is not { } label || !conditions.All(c => string.Equals(Shown(line, c.Key), c.Value, StringComparison.OrdinalIgnoreCase)))
            return null;
        var (a, b) = (line.GetProperty("a"), line.GetProperty("b"));
        var schema = Party.Text(line, "schema");
        var id = Shown(line, "id") ?? throw new KeyNotFoundException("a pair has no id");
        var slices = SliceFields.Select(f => (f, Shown(line, f) ?? "")).Where(s => s.Item2.Length > 0)
            .Append(("script", $"{ScriptsOf(a)}-{ScriptsOf(b)}")).ToList();
        return new LabelledPair(id, Subject.From(Party.Read("query:" + id, a, schema)), Party.Read("pair:" + id, b, schema), label, slices);
    }

    private static bool? LabelOf(JsonElement line) => (Shown(line, "label") ?? Shown(line, "expected"))?.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "match" or "positive" or "yes" => true,
        "false" or "0" or "nomatch" or "no_match" or "negative" or "no" => false,
        _ => null,
    };

    /// <summary>A field as text: strings as they are, numbers and truth values as JSON prints them; null when absent or null.</summary>
    private static string? Shown(JsonElement line, string field) =>
        line.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.ToString() : null;

    private static string ScriptsOf(JsonElement side)
    {
        var properties = side.TryGetProperty("properties", out var inner) ? inner : side;
        var names = new[] { "name", "alias", "weakAlias" }.Select(p => Party.Values(properties, p)).FirstOrDefault(v => v.Length > 0, []);
        var scripts = names.Select(n => Transliterator.ScriptOf(n)).Where(s => s != Script.None).Select(s => s.ToString())
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return scripts.Count == 0 ? "none" : string.Join('+', scripts);
    }
}
