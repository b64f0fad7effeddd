using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>Results as JSON for programs: the shapes that docs and clients rely on (one object, one line).</summary>
internal static class ScreeningJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The result of one screening.</summary>
    public static byte[] Result(RowId id, Screener screener, Subject? subject, IReadOnlyList<Hit> hits, bool explain) => Line(json =>
    {
        WriteId(json, id);
        if (subject is not null && NameProblems.Of(subject) is { IsEmpty: false } problems)
        {
            json.WriteStartArray("nameProblems");
            foreach (var problem in problems)
                json.WriteStringValue(Word(problem));
            json.WriteEndArray();
        }
        json.WriteStartArray("lists");
        foreach (var list in screener.Lists)
            WriteList(json, list);
        json.WriteEndArray();
        json.WriteString("model", screener.Model.Name);
        json.WriteString("tables", screener.Model.TablesHash);
        json.WriteNumber("priorBits", screener.Model.ScreenPriorBits);
        json.WriteNumber("threshold", screener.Profile.Threshold);
        json.WriteStartArray("hits");
        foreach (var hit in hits)
            WriteHit(json, hit, explain);
        json.WriteEndArray();
    });

    /// <summary>The result of comparing one pair.</summary>
    public static byte[] Result(RowId id, Comparison comparison, bool isMatch, bool explain) => Line(json =>
    {
        WriteId(json, id);
        json.WriteNumber("probability", comparison.Probability);
        json.WriteNumber("weightBits", comparison.WeightBits);
        json.WriteNumber("nameSimilarity", comparison.NameSimilarity);
        json.WriteNumber("ofacScore", comparison.OfacScore);
        json.WriteBoolean("match", isMatch);
        if (explain)
            WriteEvidence(json, comparison.Evidence);
    });

    /// <summary>A row that could not be read.</summary>
    public static byte[] Error(RowId id, string error) => Line(json =>
    {
        WriteId(json, id);
        json.WriteString("error", error);
    });

    /// <summary>A value of an enumeration as programs see it: noBirthDate, transliteration.</summary>
    public static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The list of an entry: its id up to the first colon.</summary>
    public static string ListOf(string entryId) => entryId.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? entryId[..colon] : entryId;

    /// <summary>One JSON object and a line end.</summary>
    public static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Which version of a list, and how old.</summary>
    public static void WriteList(Utf8JsonWriter json, ListInForce list)
    {
        json.WriteStartObject();
        json.WriteString("id", list.Id);
        json.WriteString("version", list.Version);
        json.WriteNumber("ageDays", list.AgeDays);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, RowId id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id.Json);
    }

    private static void WriteHit(Utf8JsonWriter json, Hit hit, bool explain)
    {
        var comparison = hit.Comparison;
        json.WriteStartObject();
        json.WriteString("entry", hit.Entry.Id);
        json.WriteString("list", ListOf(hit.Entry.Id));
        json.WriteString("caption", hit.Entry.Caption);
        json.WriteString("schema", hit.Entry.Schema.ToString());
        json.WriteBoolean("match", hit.IsMatch);
        json.WriteString("band", Word(comparison.Band));
        json.WriteNumber("probability", comparison.Probability);
        json.WriteNumber("weightBits", comparison.WeightBits);
        json.WriteNumber("nameSimilarity", comparison.NameSimilarity);
        json.WriteString("matchedName", comparison.MatchedName);
        json.WriteNumber("ofacScore", comparison.OfacScore);
        json.WriteString("group", hit.Group);
        json.WriteStartArray("entryQuality");
        foreach (var gap in hit.EntryQuality)
            json.WriteStringValue(Word(gap));
        json.WriteEndArray();
        if (explain)
            WriteEvidence(json, comparison.Evidence);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ImmutableArray<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var piece in evidence)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(piece.Kind));
            json.WriteString("verdict", Word(piece.Verdict));
            json.WriteString("query", piece.Query);
            json.WriteString("listed", piece.Listed);
            json.WriteNumber("weightBits", piece.WeightBits);
            if (piece.Kind == EvidenceKind.Name)
                WriteParts(json, piece.Parts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, ImmutableArray<PartPair> parts)
    {
        json.WriteStartArray("parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("query", part.Query);
            json.WriteString("listed", part.Listed);
            json.WriteString("relation", Word(part.Relation));
            json.WriteNumber("weightBits", part.WeightBits);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
