namespace Marsad.Engine.Lists.Csv;

/// <summary>Reads any csv file with a header: its columns are mapped to FollowTheMoney properties, or known by their headings.</summary>
/// <remarks>
/// Entry id: the column mapped to <c>id</c>; where the file has none, a hash of schema, name and first birth date. Rows that
/// repeat an id are reported and the first counts.
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
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in reading.Files)
        {
            foreach (var entry in Read(reading, file, ids))
                yield return entry;
        }
    }

    private IEnumerable<ListEntry> Read(ListReading reading, ListFile file, HashSet<string> ids)
    {
        var sampled = file with { Content = TextDetection.Open(file.Content, out var format) };
        ColumnMap? columns = null;
        foreach (var row in CsvRecords.Read(reading, sampled, format.Encoding, format.Delimiter))
        {
            if (columns is null)
            {
                if ((columns = MapOf(row)) is null)
                    yield break;
                continue;
            }
            reading.Records++;
            if (row.Cells.Length != columns.Columns.Length)
                Report(IssueSeverity.Value, row.Line, "csv", $"{row.Cells.Length} cells", "the record does not have as many cells as the header");
            var entry = columns.Read(row.Cells, "", defaultSchema, issue => reading.Report(issue with { File = file.Name }), row.Line);
            var id = columns.IdOf(row.Cells) ?? EntryIds.Hash(entry.Schema, entry.Caption, FirstBirth(entry));
            if (entry.Names.IsEmpty)
                Report(IssueSeverity.Record, row.Line, "name", id, "the record has no name");
            else if (!ids.Add(id))
                Report(IssueSeverity.Record, row.Line, "id", id, "an earlier record has the same id");
            else
                yield return entry with { Id = $"{reading.ListId}:{id}" };
        }
        if (columns is null && !reading.IsBroken)
            Report(IssueSeverity.Fatal, 1, "csv", "", "the file is empty; a header is expected");

        ColumnMap? MapOf(CsvRecord header)
        {
            ColumnMap map;
            try
            {
                map = ColumnMap.For(header.Cells, mapping);
            }
            catch (ArgumentException error)
            {
                Report(IssueSeverity.Fatal, header.Line, "mapping", "", error.Message.Split(" (Parameter")[0]);
                return null;
            }
            foreach (var unmapped in map.Unmapped)
                Report(IssueSeverity.Value, header.Line, unmapped, "", "is a column without a property: map it, or map it to ignore");
            if (map.HasName)
                return map;
            Report(IssueSeverity.Fatal, header.Line, "csv", string.Join(", ", header.Cells),
                "no column is known as a name: give a mapping such as \"Customer\"=name");
            return null;
        }

        void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
            reading.Report(new ListIssue(severity, line, field, value, reason) { File = file.Name });
    }

    private static string? FirstBirth(ListEntry entry) =>
        entry.Dates.FirstOrDefault(d => d.Kind == DateKind.Birth) is { } born ? born.Value.ToString() : null;
}
