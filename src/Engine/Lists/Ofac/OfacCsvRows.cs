using System.Globalization;
using System.Text;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>A row of an OFAC csv file: its party's number and its cells; <c>-0-</c> is empty, and so is the <c>-0</c> of a cut last row.</summary>
internal readonly record struct OfacRow(long Number, CsvRecord Record)
{
    public long Line => Record.Line;

    public string Cell(int column) => Record.Cell(column) is var cell && cell is "-0-" or "-0" ? "" : cell;
}

/// <summary>Walks one csv file of the set in the order of ent_num.</summary>
/// <remarks>
/// Rows that are cut or have no number are reported and left out. A file out of order is Fatal: merging would lose rows.
/// </remarks>
internal sealed class OfacCsvRows : IDisposable
{
    /// <summary>How many columns the file of the parties has.</summary>
    public const int MainColumns = 12;

    private readonly ListReading _reading;
    private readonly IEnumerator<CsvRecord> _records;
    private OfacRow? _next;
    private long _last = long.MinValue;
    private int _orphans;

    public OfacCsvRows(ListReading reading, ListFile file)
    {
        (_reading, FileName) = (reading, file.Name);
        _records = CsvRecords.Read(reading, file, Encoding.UTF8).GetEnumerator();
        if (!_records.MoveNext())
            return;
        Columns = _records.Current.Cells.Length;
        _next = Number(_records.Current) ?? (IsHeader(_records.Current) ? Advance() : Skip(_records.Current));
    }

    public string FileName { get; }

    /// <summary>How many columns the first row has, which tells the files of the set apart.</summary>
    public int Columns { get; }

    /// <summary>The next row, or null at the end.</summary>
    public OfacRow? Next()
    {
        var row = _next;
        if (row is not null)
            _next = Advance();
        return row;
    }

    /// <summary>The rows of a party; rows of parties before it, which have no main row, are counted.</summary>
    public IReadOnlyList<OfacRow> Of(long number)
    {
        while (_next is { } early && early.Number < number)
            Orphan(early);
        if (_next is null || _next.Value.Number != number)
            return [];
        var rows = new List<OfacRow>();
        while (_next is { } row && row.Number == number)
        {
            rows.Add(row);
            _next = Advance();
        }
        return rows;
    }

    /// <summary>Counts what is left, and reports all rows without a main row in one issue.</summary>
    public void SkipRest()
    {
        while (_next is { } late)
            Orphan(late);
        if (_orphans > 0)
            Report(IssueSeverity.Value, 0, "ent_num", _orphans.ToString(CultureInfo.InvariantCulture), "rows belong to no party of the main file: the files are of different days");
    }

    public void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
        _reading.Report(new(severity, line, field, value, reason) { File = FileName });

    public void Dispose() => _records.Dispose();

    private void Orphan(OfacRow row)
    {
        _orphans++;
        _next = Advance();
    }

    private OfacRow? Advance()
    {
        while (_records.MoveNext())
        {
            if (Number(_records.Current) is { } row)
                return row;
            Skip(_records.Current);
        }
        return null;
    }

    private OfacRow? Skip(CsvRecord record)
    {
        if (!_reading.IsBroken)
        {
            _reading.Records += Columns == MainColumns ? 1 : 0;
            Report(IssueSeverity.Record, record.Line, "ent_num", string.Join(',', record.Cells), $"is not a row of {Columns} cells that starts with the number of a party");
        }
        return null;
    }

    private OfacRow? Number(CsvRecord record)
    {
        if (record.Cells.Length != Columns || !long.TryParse(record.Cells[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number < _last)
            Report(IssueSeverity.Fatal, record.Line, "ent_num", record.Cells[0], "is smaller than the number before it: sort the file by its first column");
        _last = number;
        return new(number, record);
    }

    private static bool IsHeader(CsvRecord record) => record.Cells[0].Trim().Equals("ent_num", StringComparison.OrdinalIgnoreCase);
}
