using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.Engine.Articles;

namespace Marsad.App.Articles;

/// <summary>A reading as JSON for programs: the shape that docs and clients rely on.</summary>
internal static class ReadJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object, one line. A page's text goes with it, as offsets count in it.</summary>
    public static string Of(ArticleText article, ArticleReading reading)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 15);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("language", CodeOf(reading.Language));
            json.WriteStartObject("date");
            json.WriteString("value", reading.Date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("basis", Word(reading.Date.Basis));
            json.WriteEndObject();
            if (article.IsPage)
                json.WriteString("text", article.Text);
            WriteArray(json, "mentions", reading.Mentions, WriteMention);
            WriteArray(json, "statements", reading.Statements, WriteStatement);
            WriteArray(json, "figures", reading.Figures, WriteFigure);
            WriteArray(json, "incidents", reading.Incidents, WriteIncident);
            WriteArray(json, "sourceCheck", reading.SourceCheck, WriteIssue);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The ISO 639-1 code of a language.</summary>
    public static string CodeOf(ArticleLanguage language) => language switch
    {
        ArticleLanguage.Arabic => "ar",
        ArticleLanguage.Russian => "ru",
        ArticleLanguage.Persian => "fa",
        _ => "en",
    };

    private static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static void WriteSpanObject(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        WriteSpan(json, span);
        json.WriteEndObject();
    }

    private static void WriteMention(Utf8JsonWriter json, Mention mention)
    {
        json.WriteStartObject();
        WriteSpan(json, mention.Span);
        json.WriteString("surface", mention.Surface);
        json.WriteString("type", Word(mention.Type));
        json.WriteString("canonical", mention.Canonical);
        WriteArray(json, "entries", mention.Entries, WriteEntry);
        WriteArray(json, "references", mention.References, WriteSpanObject);
        json.WriteString("role", Word(mention.Role));
        json.WriteBoolean("negated", mention.IsNegated);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, MentionedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("entry", entry.Entry);
        json.WriteString("caption", entry.Caption);
        json.WriteNumber("probability", entry.Probability);
        json.WriteString("basis", Word(entry.Basis));
        json.WriteStartObject("inForce");
        if (entry.InForceOnArticleDate is { } then)
            json.WriteBoolean("articleDate", then);
        else
            json.WriteNull("articleDate");
        json.WriteBoolean("today", entry.InForceToday);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteStartObject("speaker");
        if (statement.Speaker.Span is { } span)
            WriteSpan(json, span);
        json.WriteString("surface", statement.Speaker.Surface);
        json.WriteString("canonical", statement.Speaker.Canonical);
        json.WriteString("kind", Word(statement.Speaker.Kind));
        json.WriteEndObject();
        if (statement.Cue is { } cue)
        {
            json.WriteStartObject("cue");
            WriteSpan(json, cue.Span);
            json.WriteString("surface", cue.Surface);
            json.WriteString("sense", cue.Sense);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("cue");
        }
        WriteArray(json, "content", statement.Content, WriteSpanObject);
        WriteArray(json, "quotes", statement.Quotes, WriteSpanObject);
        if (statement.Outlet is { } outlet)
        {
            json.WriteStartObject("outlet");
            WriteSpan(json, outlet.Span);
            json.WriteString("surface", outlet.Surface);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("outlet");
        }
        json.WriteBoolean("hedged", statement.IsHedged);
        WriteArray(json, "hedges", statement.Hedges, (writer, hedge) =>
        {
            writer.WriteStartObject();
            WriteSpan(writer, hedge.Span);
            writer.WriteString("category", hedge.Category);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        WriteSpan(json, figure.Span);
        json.WriteString("surface", figure.Surface);
        WriteNumber(json, "value", figure.Value);
        json.WriteString("comparator", figure.Comparator);
        json.WriteString("unit", figure.Unit);
        json.WriteString("what", figure.What);
        WritePeriod(json, "period", figure.Period);
        json.WriteString("place", figure.Place);
        json.WriteBoolean("part", figure.IsPart);
        if (figure.Check is { } check)
        {
            json.WriteStartObject("check");
            json.WriteString("verdict", Word(check.Verdict));
            json.WriteString("table", check.Table);
            json.WriteString("cell", check.Cell);
            WriteNumber(json, "official", check.Official);
            json.WriteString("explanation", check.Explanation);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("check");
        }
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WritePeriod(Utf8JsonWriter json, string name, Period? period)
    {
        if (period is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("printed", period.Printed);
        json.WriteString("value", period.Value);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, Count? count)
    {
        if (count is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("value", count.Value);
        json.WriteString("comparator", count.Comparator);
        json.WriteEndObject();
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject();
        json.WriteString("kind", Word(incident.Kind));
        WriteArray(json, "methods", incident.Methods, (writer, method) => writer.WriteStringValue(method));
        WritePeriod(json, "date", incident.Date);
        if (incident.Place is { } place)
        {
            json.WriteStartObject("place");
            json.WriteString("facility", place.Facility);
            json.WriteString("city", place.City);
            json.WriteString("country", place.Country);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("place");
        }
        WriteCount(json, "killed", incident.Killed);
        WriteCount(json, "injured", incident.Injured);
        WriteCount(json, "attackers", incident.Attackers);
        WriteCount(json, "held", incident.Held);
        WriteCount(json, "arrested", incident.Arrested);
        json.WriteString("target", incident.Target);
        WriteArray(json, "tolls", incident.Tolls, WriteToll);
        if (incident.ClaimedBy is { } claimed)
            WriteAttribution(json, claimed, "claimedBy");
        else
            json.WriteNull("claimedBy");
        WriteArray(json, "attributedTo", incident.AttributedTo, (writer, party) => WriteAttribution(writer, party, null));
        WriteArray(json, "deniedBy", incident.DeniedBy, (writer, party) => WriteAttribution(writer, party, null));
        json.WriteString("reliability", Word(incident.Reliability));
        WriteArray(json, "evidence", incident.Evidence, WriteSpanObject);
        json.WriteEndObject();
    }

    private static void WriteToll(Utf8JsonWriter json, Toll toll)
    {
        json.WriteStartObject();
        json.WriteString("of", toll.Of);
        json.WriteNumber("value", toll.Count.Value);
        json.WriteString("comparator", toll.Count.Comparator);
        json.WriteString("source", toll.Source);
        WriteSpan(json, toll.Span);
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, Attribution party, string? name)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("canonical", party.Canonical);
        json.WriteString("entry", party.Entry);
        if (party.By is not null)
            json.WriteString("by", party.By);
        json.WriteEndObject();
    }

    private static void WriteIssue(Utf8JsonWriter json, SourceIssue issue)
    {
        json.WriteStartObject();
        WriteSpan(json, issue.Span);
        json.WriteString("kind", issue.Kind);
        json.WriteString("severity", Word(issue.Severity));
        json.WriteString("message", issue.Message);
        json.WriteEndObject();
    }
}
