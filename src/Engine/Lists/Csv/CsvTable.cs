namespace Marsad.Engine.Lists.Csv;

/// <summary>A csv file with a header, whatever its encoding and delimiter: what a batch of customers comes as.</summary>
/// <remarks>
/// Streams: <see cref="Rows"/> can be enumerated once. Faults of the file (a cell never closed, bytes that are not of the encoding)
/// are in <see cref="Issues"/>, which grows while the rows are read; after a Fatal one there are no more rows.
/// </remarks>
public sealed class CsvTable
{
    private readonly ListReading _reading;
    private readonly IEnumerator<CsvRecord> _records;

    private CsvTable(ListReading reading, TextFormat format, IEnumerator<CsvRecord> records, string[] header, IReadOnlyDictionary<string, string>? mapping)
    {
        (_reading, Format, _records) = (reading, format, records);
        Columns = ColumnMap.For(header, mapping);
    }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="content">Its bytes; read forward only, not closed.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="mapping">From heading to property; null guesses.</param>
    /// <exception cref="ArgumentException">The mapping does not fit the file.</exception>
    public static CsvTable Open(Stream content, string name, IReadOnlyDictionary<string, string>? mapping = null)
    {
        var sampled = TextDetection.Open(content, out var format);
        var file = new ListFile(name, sampled);
        var reading = new ListReading("csv", [file]);
        var records = CsvRecords.Read(reading, file, format.Encoding, format.Delimiter).GetEnumerator();
        return new CsvTable(reading, format, records, records.MoveNext() ? records.Current.Cells : [], mapping);
    }

    /// <summary>Encoding and delimiter, as recognized.</summary>
    public TextFormat Format { get; }

    /// <summary>The header and what its columns hold.</summary>
    public ColumnMap Columns { get; }

    /// <summary>What is wrong with the file, so far.</summary>
    public IReadOnlyList<ListIssue> Issues => _reading.Issues;

    /// <summary>The rows after the header with their lines (from 1), each once.</summary>
    public IEnumerable<(long Line, IReadOnlyList<string> Cells)> Rows
    {
        get
        {
            while (_records.MoveNext())
                yield return (_records.Current.Line, _records.Current.Cells);
        }
    }
}
