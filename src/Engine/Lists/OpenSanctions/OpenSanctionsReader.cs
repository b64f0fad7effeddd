using System.Globalization;
using System.Text.Json;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Nk;

namespace Marsad.Engine.Lists.OpenSanctions;

/// <summary>Reads the exports of OpenSanctions, any collection: <c>entities.ftm.json</c> and <c>targets.simple.csv</c>, told apart by their first character.</summary>
/// <remarks>
/// <para>Entry id: OpenSanctions' own id. Referents become references, datasets and topics programs.</para>
/// <para>Records about parties that are no parties (Address, Sanction, Family …) are counted and reported once a kind.
/// The list date is the newest <c>last_seen</c>.</para>
/// </remarks>
/// <param name="format">The format's name: opensanctions, or interpol, whose notices come in the same shape.</param>
public sealed class OpenSanctionsReader(string format = "opensanctions") : IListReader
{
    /// <inheritdoc/>
    public string Format => format;

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        foreach (var file in reading.Files)
        {
            var sampled = new SampledStream(file.Content, TextDetection.SampleSize);
            var part = new FileReading(reading, file with { Content = sampled }, ids);
            foreach (var entry in IsJson(sampled.Sample) ? ReadJson(part) : SimpleCsv.Read(part))
                yield return entry;
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            sample = sample[3..];
        sample = sample.TrimStart(" \t\r\n"u8);
        return sample.Length > 0 && sample[0] == '{';
    }

    private static IEnumerable<ListEntry> ReadJson(FileReading file)
    {
        var ancillary = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var lines = new NkLines(file.File.Content, NkReader.LongestLine);
        long badLine = 0;
        while (Next(lines, file))
        {
            if (!lines.IsTooLong && lines.Current.Trim(" \t\r"u8).IsEmpty)
                continue;
            file.Reading.Records++;
            if (lines.IsTooLong)
                file.Report(IssueSeverity.Record, lines.Number, "", "", $"a line is longer than {NkReader.LongestLine} bytes");
            else if (ReadLine(lines.Current, lines.Number, file, ancillary, ref badLine) is { } entry)
                yield return entry;
        }
        if (badLine > 0 && badLine == lines.Number)
            file.Report(IssueSeverity.Fatal, badLine, "", "", "the last line is not whole: the file is cut off, fetch it again");
        foreach (var (schema, count) in ancillary)
        {
            file.Report(IssueSeverity.Value, 0, "schema", string.Create(CultureInfo.InvariantCulture, $"{schema}: {count}"),
                "records of this kind are not parties; they were counted and left out");
        }
    }

    private static bool Next(NkLines lines, FileReading file)
    {
        try
        {
            return lines.Next();
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            file.Report(IssueSeverity.Fatal, lines.Number, "", error.Message, "the file breaks off or is damaged: fetch it again");
            return false;
        }
    }

    private static ListEntry? ReadLine(ReadOnlySpan<byte> line, long number, FileReading file, SortedDictionary<string, int> ancillary, ref long badLine)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref json);
            return ReadRecord(document.RootElement, number, file, ancillary);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A bad line in the middle is one lost record; a bad last line means that the file was cut.
            badLine = number;
            var excerpt = System.Text.Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)]);
            file.Report(IssueSeverity.Record, number, "", excerpt, "is not a JSON object on one line");
            return null;
        }
    }

    private static ListEntry? ReadRecord(JsonElement record, long line, FileReading file, SortedDictionary<string, int> ancillary)
    {
        if (record.ValueKind != JsonValueKind.Object || Text(record, "id") is not { } id)
        {
            file.Report(IssueSeverity.Record, line, "id", record.ToString(), "the record has no id");
            return null;
        }
        file.SeeDate(Text(record, "last_seen"));
        var schema = Text(record, "schema");
        if (FtmProperties.IsAncillary(schema))
        {
            ancillary[schema!] = ancillary.GetValueOrDefault(schema!) + 1;
            return null;
        }
        return file.Finish(FtmProperties.Read(record, "", null, issue => file.Report(issue with { Line = line })), id, line);
    }

    private static string? Text(JsonElement record, string key) =>
        record.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
