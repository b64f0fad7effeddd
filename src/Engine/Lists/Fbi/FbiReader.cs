using System.Globalization;
using System.Text.Json;

namespace Marsad.Engine.Lists.Fbi;

/// <summary>Reads answer pages of the FBI's Wanted API (JSON); a set of files is a set of pages.</summary>
/// <remarks>
/// <para>Entry id: the field <c>uid</c>. A page says how many notices there are in all: when the files hold fewer, that is
/// reported, and the list is not complete.</para>
/// <para>Notices about victims, missing and unidentified persons, and calls for information that describe nobody, are not about someone
/// wanted: they are counted and left out, so that nobody is stopped for having been harmed. A notice about a case, not a person,
/// is of schema Other. HTML in texts is taken off. The list date is the newest change.</para>
/// </remarks>
public sealed class FbiReader : IListReader
{
    /// <summary>A page larger than this is not a page of this API, in bytes.</summary>
    private const int LargestPage = 64 << 20;

    /// <inheritdoc/>
    public string Format => "fbi";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        long total = 0;
        foreach (var file in reading.Files)
        {
            var page = new FileReading(reading, file, ids);
            using var document = Parse(page);
            if (document is null)
                continue;
            if (document.RootElement.TryGetProperty("total", out var said) && said.TryGetInt64(out var count))
                total = Math.Max(total, count);
            foreach (var entry in ReadPage(page, document.RootElement))
                yield return entry;
        }
        if (total > reading.Records && reading.Files.Count > 0)
        {
            reading.Report(new ListIssue(IssueSeverity.Value, 0, "total", total.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"the pages hold {reading.Records:N0} of {total:N0} notices"))
            { File = reading.Files[0].Name });
        }
    }

    private static JsonDocument? Parse(FileReading page)
    {
        try
        {
            var bytes = ReadAll(page.File.Content);
            if (bytes is not null)
            {
                var document = JsonDocument.Parse(bytes.Value, new JsonDocumentOptions { MaxDepth = 32 });
                if (document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
                    return document;
                document.Dispose();
            }
            page.Report(IssueSeverity.Fatal, 1, "items", "", $"is not a page of the Wanted API: an object with items, of at most {LargestPage} bytes");
        }
        catch (Exception error) when (error is JsonException or IOException or InvalidDataException)
        {
            var line = error is JsonException { LineNumber: { } number } ? number + 1 : 1;
            page.Report(IssueSeverity.Fatal, line, "json", error.Message, "is not whole JSON: the file is cut off or damaged, fetch it again");
        }
        return null;
    }

    private static ReadOnlyMemory<byte>? ReadAll(Stream content)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            all.Write(buffer, 0, read);
            if (all.Length > LargestPage)
                return null;
        }
        var bytes = all.ToArray();
        return bytes.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;
    }

    private static IEnumerable<ListEntry> ReadPage(FileReading page, JsonElement root)
    {
        var number = 0;
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            page.Reading.Records++;
            if (ReadItem(page, item, ++number, leftOut) is { } entry)
                yield return entry;
        }
        foreach (var (kind, count) in leftOut)
        {
            page.Report(IssueSeverity.Value, 0, "poster_classification", string.Create(CultureInfo.InvariantCulture, $"{kind}: {count}"),
                "notices of this kind are not about someone wanted; they were counted and left out");
        }
    }

    private static ListEntry? ReadItem(FileReading page, JsonElement item, int number, SortedDictionary<string, int> leftOut)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"items[{number}]");
        try
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                if (FbiNotice.NotWantedAs(item) is not { } kind)
                    return new FbiNotice(page, path).Read(item);
                leftOut[kind] = leftOut.GetValueOrDefault(kind) + 1;
                return null;
            }
            page.Report(IssueSeverity.Record, 0, path, item.ToString(), "is not an object");
        }
        catch (InvalidOperationException)
        {
            // The parser lets bytes that are not UTF-8 and halves of surrogate pairs pass until their text is asked for.
            page.Report(IssueSeverity.Record, 0, path, "", "is not valid Unicode text");
        }
        return null;
    }
}
