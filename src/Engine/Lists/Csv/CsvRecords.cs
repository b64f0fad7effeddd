using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>Streams the records of a csv file (RFC 4180) with their line numbers.</summary>
/// <remarks>
/// <para>Lenient where publishers are: any line end, blank lines, cells of any number, a quote inside an unquoted cell, a lone
/// 0x1A (the end-of-file mark of DOS) as last record. A BOM wins over the encoding the caller names.</para>
/// <para>Strict where data would be lost: a quote that is never closed, a cell or record beyond the limits, a NUL and a stream
/// that breaks off are Fatal, because everything after them is in doubt. Bytes that the encoding cannot read are reported and
/// stay as U+FFFD. Memory: one record and one buffer.</para>
/// </remarks>
internal static class CsvRecords
{
    /// <summary>How many UTF-16 units a cell may have; publishers' longest is about 10,000.</summary>
    public const int LongestCell = 1 << 20;

    /// <summary>How many cells a record may have.</summary>
    public const int MostCells = 4096;

    /// <summary>How many UTF-16 units all cells of a record may have together.</summary>
    public const int LongestRecord = 4 << 20;

    /// <summary>Yields the records of a file; what is wrong with it goes to the reading.</summary>
    /// <param name="reading">Where issues go.</param>
    /// <param name="file">The file.</param>
    /// <param name="encoding">How its bytes are read when it has no BOM.</param>
    /// <param name="separator">What stands between two cells.</param>
    public static IEnumerable<CsvRecord> Read(ListReading reading, ListFile file, Encoding encoding, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(file);
        using var text = new StreamReader(file.Content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        var scanner = new CsvScanner(text, separator);
        while (scanner.Next() is { } record)
        {
            foreach (var cell in record.Cells)
            {
                if (cell.Contains('\uFFFD'))
                    Report(IssueSeverity.Value, record.Line, cell, $"has bytes that are not {encoding.WebName}: save the file as the publisher made it");
            }
            yield return record;
        }
        if (scanner.Fault is { } fault)
            Report(IssueSeverity.Fatal, scanner.Line, "", fault);

        void Report(IssueSeverity severity, long line, string value, string reason) =>
            reading.Report(new(severity, line, "csv", value, reason) { File = file.Name });
    }
}
