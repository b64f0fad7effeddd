using System.Text.Json;

namespace Marsad.Engine.Lists.Nk;

/// <summary>Reads a list in Marsad's own format, one JSON object a line: a header, then the entries (docs/nk-format.md).</summary>
/// <remarks>
/// <para>A line that is no entry is a <see cref="IssueSeverity.Record"/> issue and reading goes on with the next; an unknown property
/// is a <see cref="IssueSeverity.Value"/> issue. A file without the header, or with fewer entries than its header says, is
/// <see cref="IssueSeverity.Fatal"/>. Entry ids are put under the list the file is imported as.</para>
/// </remarks>
public sealed class NkReader : IListReader
{
    /// <summary>The longest line that is read, in bytes; a longer one is reported and skipped.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public string Format => "nk";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Files.SelectMany(file => Read(file, reading));
    }

    /// <summary>Reads only the header; null when the first line is not one. The stream has been read further than the header afterwards.</summary>
    public static NkHeader? ReadHeader(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var lines = new NkLines(content, LongestLine);
        return lines.Next() && !lines.IsTooLong ? Header(lines.Current) : null;
    }

    /// <summary>Reads an entry that was written by <see cref="NkWriter"/>; null when it is none.</summary>
    internal static ListEntry? ReadEntry(ReadOnlySpan<byte> line, string listId) =>
        new NkEntryParser("", new ListReading(listId, [])).Parse(line, 1);

    private static IEnumerable<ListEntry> Read(ListFile file, ListReading reading)
    {
        var lines = new NkLines(file.Content, LongestLine);
        var header = NextLine(lines, file, reading) ? Header(lines.Current) : null;
        if (header is null)
        {
            if (!reading.IsBroken)
                Report(IssueSeverity.Fatal, lines.Number, "marsad", Excerpt(lines), $"The first line is not the header of Marsad's format, {{\"marsad\":\"{NkWords.FormatVersion}\",\"list\":…}}");
            yield break;
        }
        reading.ListDate = header.Date ?? reading.ListDate;

        var parser = new NkEntryParser(file.Name, reading);
        var met = 0;
        while (NextLine(lines, file, reading))
        {
            if (lines.Current.Trim(" \t\r"u8).IsEmpty && !lines.IsTooLong)
                continue;
            met++;
            reading.Records++;
            if (lines.IsTooLong)
                Report(IssueSeverity.Record, lines.Number, "", Excerpt(lines), $"A line is longer than {LongestLine} bytes");
            else if (parser.Parse(lines.Current, lines.Number) is { } entry)
                yield return entry;
        }
        if (header.Entries > met)
            Report(IssueSeverity.Fatal, lines.Number, "entries", $"{met}", "The file is cut: its header says more entries follow than do");

        void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
            reading.Report(new ListIssue(severity, line, field, value, reason) { File = file.Name });
    }

    /// <summary>A stream that cannot be unpacked or read to its end is the file's fault, not ours.</summary>
    private static bool NextLine(NkLines lines, ListFile file, ListReading reading)
    {
        try
        {
            return lines.Next();
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            reading.Report(new ListIssue(IssueSeverity.Fatal, lines.Number, "", error.Message, "The file cannot be read to its end") { File = file.Name });
            return false;
        }
    }

    private static string Excerpt(NkLines lines) =>
        System.Text.Encoding.UTF8.GetString(lines.Current[..Math.Min(lines.Current.Length, 200)]);

    private static NkHeader? Header(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "marsad") != NkWords.FormatVersion || Text(root, "list") is not { } list)
                return null;
            return new NkHeader(list)
            {
                Version = Text(root, "version"),
                Date = PartialDate.TryParse(Text(root, "date"), out var date) && date.Precision == DatePrecision.Day ? date.From : null,
                Title = Text(root, "title"),
                Publisher = Text(root, "publisher"),
                Attribution = Text(root, "attribution"),
                Entries = root.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Number && entries.TryGetInt32(out var count) ? count : null,
                LeftOut = Text(root, "leftOut"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
