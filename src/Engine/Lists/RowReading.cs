using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists;

/// <summary>What the readers of csv lists share: columns found by heading, unknown ones reported, records counted, ids watched.</summary>
internal sealed class RowReading(ListReading reading, ListFile file)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private string[] _header = [];

    /// <summary>The header's cells, trimmed.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>Takes the header. A column that is not among the known ones is reported.</summary>
    public void TakeHeader(CsvRecord header, IReadOnlySet<string> known)
    {
        _header = [.. header.Cells.Select(c => c.Trim())];
        _columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _header.Length; i++)
        {
            if (!_columns.TryAdd(_header[i], i) || (!known.Contains(_header[i]) && _header[i].Length > 0))
                Report(IssueSeverity.Value, header.Line, _header[i], "", _columns[_header[i]] == i ? "is a column this reader does not know" : "is a column that stands twice; the first counts");
        }
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The trimmed cell of a column; empty where the file does not have it.</summary>
    public string Cell(CsvRecord row, string column) => _columns.TryGetValue(column, out var at) ? row.Cell(at) : "";

    /// <summary>A draft for a row's entry, whose issues carry the file and the line.</summary>
    public EntryDraft Draft(long line) => new(Sink, line);

    /// <summary>Counts a record, and reports one whose number of cells is not the header's.</summary>
    public void Count(CsvRecord row)
    {
        reading.Records++;
        if (row.Cells.Length != _header.Length)
        {
            Report(IssueSeverity.Value, row.Line, "csv", $"{row.Cells.Length} cells",
                "the record does not have as many cells as the header; at the end of the file it means that the file is cut off");
        }
    }

    /// <summary>Ends a record: the entry, or null and an issue where it has no name or repeats an id.</summary>
    public ListEntry? Finish(EntryDraft draft, string id, EntrySchema schema, long line)
    {
        var full = $"{reading.ListId}:{id}";
        if (id.Length == 0 || !draft.HasName)
            Report(IssueSeverity.Record, line, id.Length == 0 ? "id" : "name", id, id.Length == 0 ? "the record has no id" : "the record has no name");
        else if (!_ids.Add(full))
            Report(IssueSeverity.Record, line, "id", full, "an earlier record has the same id");
        else
            return draft.Build(full, schema);
        return null;
    }

    public void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
        Sink(new ListIssue(severity, line, field, value, reason));

    private void Sink(ListIssue issue) => reading.Report(issue with { File = file.Name });
}
