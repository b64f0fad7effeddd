using System.Globalization;
using System.Text;
using System.Text.Json;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>Results as csv: the columns of the input and then ours, one line for each hit. A row without a hit keeps its line, with
/// <c>marsad_hits</c> 0, so that nothing of the input is missing.</summary>
internal sealed class CsvFormat : BatchFormat
{
    private static readonly string[] Ours =
    [
        "marsad_hits", "marsad_match", "marsad_entry", "marsad_list", "marsad_list_version", "marsad_caption", "marsad_schema", "marsad_matched_name",
        "marsad_band", "marsad_probability", "marsad_weight_bits", "marsad_name_similarity", "marsad_ofac_score", "marsad_group",
        "marsad_entry_quality", "marsad_evidence", "marsad_error",
    ];

    private readonly CsvInput? _input;
    private readonly char _delimiter;
    private readonly Dictionary<string, string> _versions;

    public CsvFormat(CsvInput? input, Screener screener, bool explain)
    {
        _input = input;
        _delimiter = input?.Format.Delimiter ?? ',';
        _versions = screener.Lists.ToDictionary(l => l.Id, l => l.Version, StringComparer.Ordinal);
        IsExplained = explain;
    }

    private bool IsExplained { get; }

    public override byte[] Head
    {
        get
        {
            var line = new StringBuilder();
            // Excel takes a csv without a byte order mark for a windows code page.
            if (_input?.Format.HasBom == true)
                line.Append('\uFEFF');
            AppendCells(line, _input?.Columns ?? ["id"]);
            AppendCells(line, Ours, isFirst: false);
            return Encoding.UTF8.GetBytes(line.Append('\n').ToString());
        }
    }

    public override byte[] Result(RawRow raw, BatchRow row, IReadOnlyList<Hit> hits)
    {
        var kept = new StringBuilder();
        AppendCells(kept, _input is null ? [IdText(row.Id)] : Padded(raw.Cells, _input.Columns.Count));
        var lines = new StringBuilder();
        if (hits.Count == 0)
            AppendLine(lines, kept, NoHit(row));
        foreach (var hit in hits)
            AppendLine(lines, kept, CellsOf(hit, hits.Count));
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    // A row without hits says why where its name could not be compared as it was written.
    private static string[] NoHit(BatchRow row)
    {
        var cells = new string[Ours.Length];
        Array.Fill(cells, "");
        cells[0] = row.Error is null ? "0" : "";
        cells[^2] = row.Subject is null ? "" : string.Join(' ', NameProblems.Of(row.Subject).Select(p => ScreeningJson.Word(p)));
        cells[^1] = row.Error ?? "";
        return cells;
    }

    private string[] CellsOf(Hit hit, int count)
    {
        var comparison = hit.Comparison;
        var list = ScreeningJson.ListOf(hit.Entry.Id);
        return
        [
            Number(count), hit.IsMatch ? "true" : "false", hit.Entry.Id, list, _versions.GetValueOrDefault(list, ""), hit.Entry.Caption,
            hit.Entry.Schema.ToString(), comparison.MatchedName ?? "", ScreeningJson.Word(comparison.Band), Number(comparison.Probability),
            Number(comparison.WeightBits), Number(comparison.NameSimilarity), Number(comparison.OfacScore), hit.Group ?? "",
            string.Join(' ', hit.EntryQuality.Select(g => ScreeningJson.Word(g))), IsExplained ? Evidence(comparison) : "", "",
        ];
    }

    private static string Evidence(Comparison comparison) => string.Join("; ", comparison.Evidence.Select(e =>
        FormattableString.Invariant($"{ScreeningJson.Word(e.Kind)} {ScreeningJson.Word(e.Verdict)} {e.WeightBits:+0.0;-0.0;0.0}")));

    private void AppendLine(StringBuilder lines, StringBuilder kept, string[] ours)
    {
        lines.Append(kept);
        AppendCells(lines, ours, isFirst: false);
        lines.Append('\n');
    }

    private void AppendCells(StringBuilder line, IReadOnlyList<string> cells, bool isFirst = true)
    {
        foreach (var cell in cells)
        {
            if (!isFirst)
                line.Append(_delimiter);
            isFirst = false;
            CsvCell.Append(line, cell, _delimiter);
        }
    }

    private static IEnumerable<string> PaddedCells(IReadOnlyList<string> cells, int count)
    {
        for (var i = 0; i < count; i++)
            yield return i < cells.Count ? cells[i] : "";
    }

    private static IReadOnlyList<string> Padded(IReadOnlyList<string> cells, int count) =>
        cells.Count == count ? cells : [.. PaddedCells(cells, count)];

    private static string IdText(RowId id)
    {
        using var json = JsonDocument.Parse(id.Json);
        return json.RootElement.ToString();
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
