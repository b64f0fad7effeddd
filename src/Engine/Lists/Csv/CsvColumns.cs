using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>The columns of a publisher's csv file, found by heading whatever their order.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    private CsvColumns(FileReading file, CsvRecord header, Predicate<string> isKnown)
    {
        Count = header.Cells.Length;
        for (var i = 0; i < Count; i++)
        {
            var heading = header.Cells[i].Trim();
            if (!_columns.TryAdd(heading, i))
                file.Report(IssueSeverity.Value, header.Line, heading, "", "is a column that stands twice; the first counts");
            else if (heading.Length > 0 && !isKnown(heading))
                file.Report(IssueSeverity.Value, header.Line, heading, "", "is a column this reader does not know");
        }
    }

    /// <summary>How many columns the header has.</summary>
    public int Count { get; }

    /// <summary>Streams the rows of a file after its header. A file whose header is not of the format is Fatal.</summary>
    /// <param name="file">The file.</param>
    /// <param name="encoding">How its bytes are read when it has no BOM.</param>
    /// <param name="separator">What stands between two cells.</param>
    /// <param name="isKnown">Says whether a column is one of the format; others are reported.</param>
    /// <param name="required">The columns without which it is not the format.</param>
    public static IEnumerable<CsvRow> Rows(
        FileReading file, Encoding encoding, char separator, Predicate<string> isKnown, params string[] required) =>
        Rows(file, CsvRecords.Read(file.Reading, file.File, encoding, separator), isKnown, required);

    /// <summary>Streams the rows of records whose first is the header. A last record with too few cells is Fatal: the file was cut.</summary>
    public static IEnumerable<CsvRow> Rows(
        FileReading file, IEnumerable<CsvRecord> records, Predicate<string> isKnown, params string[] required)
    {
        CsvColumns? columns = null;
        CsvRecord? last = null;
        foreach (var record in records)
        {
            if (columns is not null)
            {
                last = record;
                if (record.Cells.Length != columns.Count)
                    file.Report(IssueSeverity.Value, record.Line, "csv", $"{record.Cells.Length} cells", "does not have as many cells as the header");
                yield return new CsvRow(columns, record);
                continue;
            }
            columns = new CsvColumns(file, record, isKnown);
            if (Array.Find(required, r => !columns.Has(r)) is not { } missing)
                continue;
            file.Report(IssueSeverity.Fatal, record.Line, missing, string.Join(',', record.Cells), "is a column that this format has and the file does not: it is another file");
            yield break;
        }
        if (last?.Cells.Length < columns?.Count)
            file.Report(IssueSeverity.Fatal, last.Line, "csv", $"{last.Cells.Length} cells", "the last record is not whole: the file is cut off, fetch it again");
        if (columns is null && !file.Reading.IsBroken)
            file.Report(IssueSeverity.Fatal, 1, "csv", "", "the file is empty");
    }

    public bool Has(string heading) => _columns.ContainsKey(heading);

    /// <summary>The trimmed cell of a column; empty where the file does not have it.</summary>
    public string Cell(CsvRecord record, string heading) => _columns.TryGetValue(heading, out var at) ? record.Cell(at) : "";
}

/// <summary>A record of a csv file under its header.</summary>
internal readonly record struct CsvRow(CsvColumns Columns, CsvRecord Record)
{
    /// <summary>The line it starts on, from 1.</summary>
    public long Line => Record.Line;

    /// <summary>The trimmed cell of a column; empty where the file does not have it.</summary>
    public string this[string heading] => Columns.Cell(Record, heading);

    /// <summary>The values of a cell that holds several, split at semicolons.</summary>
    public IEnumerable<string> Values(string heading) => CellValues.Split(this[heading]);
}
