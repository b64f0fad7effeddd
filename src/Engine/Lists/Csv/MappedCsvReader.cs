namespace Marsad.Engine.Lists.Csv;

/// <summary>Reads any csv file with a header: its columns are mapped to FollowTheMoney properties, or known by their headings.</summary>
/// <remarks>
/// Entry id: the column mapped to <c>id</c>; where the file has none, a hash of schema, name and first birth date. A row that
/// repeats an id is numbered (<c>-2</c>) and reported.
/// </remarks>
/// <param name="mapping">From heading to property, for the columns that are not to be guessed; null for none.</param>
/// <param name="defaultSchema">The schema of rows that say none; null means LegalEntity.</param>
public sealed class MappedCsvReader(IReadOnlyDictionary<string, string>? mapping = null, string? defaultSchema = null) : IListReader
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        foreach (var file in reading.Files)
        {
            var content = TextDetection.Open(file.Content, out var format);
            foreach (var entry in Read(new FileReading(reading, file with { Content = content }, ids), format))
                yield return entry;
        }
    }

    private IEnumerable<ListEntry> Read(FileReading file, TextFormat format)
    {
        ColumnMap? columns = null;
        foreach (var row in CsvRecords.Read(file.Reading, file.File, format.Encoding, format.Delimiter))
        {
            if (columns is null)
            {
                if ((columns = MapOf(file, row)) is null)
                    yield break;
                continue;
            }
            file.Reading.Records++;
            if (row.Cells.Length != columns.Columns.Length)
                file.Report(IssueSeverity.Value, row.Line, "csv", $"{row.Cells.Length} cells", "does not have as many cells as the header");
            if (file.Finish(columns.Read(row.Cells, "", defaultSchema, file.Report, row.Line), columns.IdOf(row.Cells), row.Line) is { } entry)
                yield return entry;
        }
        if (columns is null && !file.Reading.IsBroken)
            file.Report(IssueSeverity.Fatal, 1, "csv", "", "the file is empty; a header is expected");
    }

    private ColumnMap? MapOf(FileReading file, CsvRecord header)
    {
        ColumnMap map;
        try
        {
            map = ColumnMap.For(header.Cells, mapping);
        }
        catch (ArgumentException error)
        {
            file.Report(IssueSeverity.Fatal, header.Line, "mapping", "", error.Message.Split(" (Parameter")[0]);
            return null;
        }
        foreach (var unmapped in map.Unmapped)
            file.Report(IssueSeverity.Value, header.Line, unmapped, "", "is a column without a property: map it, or map it to ignore");
        if (map.HasName)
            return map;
        file.Report(IssueSeverity.Fatal, header.Line, "csv", string.Join(", ", header.Cells),
            "no column is known as a name: give a mapping such as Customer=name");
        return null;
    }
}
