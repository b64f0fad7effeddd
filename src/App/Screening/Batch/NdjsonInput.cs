using System.Text;
using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;

namespace Marsad.App.Screening.Batch;

/// <summary>Rows of NDJSON: one JSON object a line, with FollowTheMoney property names.</summary>
internal sealed class NdjsonInput(string name, Stream raw, HeadStream content) : BatchInput(name, raw)
{
    public override IEnumerable<RawRow> Rows()
    {
        long line = 0, number = 0;
        foreach (var json in BoundedLines.Read(Utf8(content)))
        {
            line++;
            var text = json.AsMemory();
            if (line == 1 && text.Span.StartsWith("\uFEFF"u8))
                text = text[3..];
            if (json is not null && text.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            yield return new RawRow(++number, line) { Json = text, Fault = json is null ? $"line {line} is longer than {BoundedLines.Longest} bytes" : null };
        }
    }

    public override BatchRow Understand(RawRow raw) => Subject(raw);

    /// <summary>Reads who is to be screened.</summary>
    public static BatchRow Subject(RawRow raw) => Parse(
        raw,
        (id, record) =>
        {
            List<ListIssue>? issues = null;
            var party = FtmProperties.Read(record, "", "LegalEntity", issue => (issues ??= []).Add(issue));
            return RowSubject.From(id, party, record.TryGetProperty("schema", out _), issues);
        },
        BatchRow.Bad);

    /// <summary>Reads a row's JSON object; thread-safe.</summary>
    /// <param name="raw">The row.</param>
    /// <param name="read">Takes the id and the object, which is only valid during the call.</param>
    /// <param name="bad">Takes the id and what is wrong.</param>
    public static T Parse<T>(RawRow raw, Func<RowId, JsonElement, T> read, Func<RowId, string, T> bad)
    {
        if (raw.Fault is not null)
            return bad(RowId.Of(raw.Number), raw.Fault);
        try
        {
            using var document = JsonDocument.Parse(raw.Json);
            var record = document.RootElement;
            return record.ValueKind == JsonValueKind.Object
                ? read(RowId.Of(record, raw.Number), record)
                : bad(RowId.Of(raw.Number), $"line {raw.Line} is not a JSON object such as {{\"id\":\"1\",\"name\":\"…\"}}");
        }
        catch (JsonException e)
        {
            return bad(RowId.Of(raw.Number), $"line {raw.Line} is not JSON: {e.Message}");
        }
    }

    /// <summary>JSON is UTF-8; some programs on Windows write UTF-16 with a byte order mark.</summary>
    private static Stream Utf8(HeadStream content)
    {
        if (content.Head.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.CreateTranscodingStream(content, Encoding.Unicode, Encoding.UTF8);
        return content.Head.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.CreateTranscodingStream(content, Encoding.BigEndianUnicode, Encoding.UTF8) : content;
    }
}
