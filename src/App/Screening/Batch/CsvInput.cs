using System.Text;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;

namespace Marsad.App.Screening.Batch;

/// <summary>Rows of a csv file with a header, in any of the encodings and with any of the delimiters that are recognized.</summary>
internal sealed class CsvInput : BatchInput
{
    private readonly CsvTable _table;

    public CsvInput(string name, Stream raw, Stream content, IReadOnlyDictionary<string, string> map) : base(name, raw)
    {
        try
        {
            _table = CsvTable.Open(content, name, map);
        }
        catch (ArgumentException e)
        {
            throw new WrongInputException("--map: " + e.Message.Split(" (Parameter", 2)[0].TrimEnd('.'), e);
        }
        if (_table.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Fatal) is { } fatal)
            throw new WrongInputException($"{name}, line {fatal.Line}: {fatal.Reason}");
        if (!_table.Columns.HasName && !_table.Columns.Properties.Any(p => p is not null))
        {
            throw new WrongInputException(_table.Columns.Columns.IsEmpty
                ? $"{name} is empty: the first line names the columns"
                : $"{name} has no column that is known ({string.Join(", ", _table.Columns.Columns)}): name one with --map COLUMN=name");
        }
    }

    /// <summary>The headings, as the file has them.</summary>
    public IReadOnlyList<string> Columns => _table.Columns.Columns;

    /// <summary>How the file is written.</summary>
    public TextFormat Format => _table.Format;

    public override string Notice
    {
        get
        {
            var columns = _table.Columns;
            var read = columns.Columns.Zip(columns.Properties).Where(c => c.Second is not (null or ColumnMap.Ignore));
            var notice = new StringBuilder($"{Name}: {Format}; read {string.Join(", ", read.Select(c => $"{c.First} as {c.Second}"))}");
            if (columns.Unmapped.Any())
                notice.Append("; not read: ").AppendJoin(", ", columns.Unmapped);
            return notice.ToString();
        }
    }

    public override IEnumerable<RawRow> Rows()
    {
        long number = 0;
        foreach (var (line, cells) in _table.Rows)
            yield return new RawRow(++number, line) { Cells = cells };
        if (_table.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Fatal) is { } fatal)
            yield return new RawRow(++number, fatal.Line) { Fault = $"line {fatal.Line}: {fatal.Reason}" };
    }

    public override BatchRow Understand(RawRow raw)
    {
        if (raw.Fault is not null)
            return BatchRow.Bad(RowId.Of(raw.Number), raw.Fault);
        var columns = _table.Columns;
        var id = columns.IdOf(raw.Cells) is { } given ? RowId.Of(given) : RowId.Of(raw.Number);
        if (raw.Cells.Count > columns.Columns.Length)
            return BatchRow.Bad(id, $"line {raw.Line} has {raw.Cells.Count} cells, the header {columns.Columns.Length}: a cell with the delimiter in it needs quotes");
        List<ListIssue>? issues = null;
        var party = columns.Read(raw.Cells, "", "LegalEntity", issue => (issues ??= []).Add(issue), raw.Line);
        return RowSubject.From(id, party, HasSchema(raw.Cells), issues);
    }

    private bool HasSchema(IReadOnlyList<string> cells)
    {
        var at = _table.Columns.Properties.IndexOf("schema");
        return at >= 0 && at < cells.Count && !string.IsNullOrWhiteSpace(cells[at]);
    }
}
