using System.Collections.Immutable;
using System.Globalization;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Checks;

/// <summary>What a file of the agency's monthly encounters gave.</summary>
/// <param name="Cells">Its numbers, summed to month, component, border and citizenship.</param>
/// <param name="Issues">Rows that could not be read: line and reason.</param>
public sealed record OfficialImport(ImmutableArray<OfficialCell> Cells, ImmutableArray<string> Issues);

/// <summary>Reads the agency's own csv of monthly encounters, for cells finer than those that ship.</summary>
/// <remarks>
/// The columns are found by their headings in any spelling the agency has used (Fiscal Year, fiscal_year); those that say more (state,
/// demographic, title) are summed over. Windows of several files overlap: give one file at a time, the later one counts.
/// </remarks>
public static class OfficialCsv
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes; read forward only, not closed.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="InvalidDataException">A column that is needed is missing; the message names it.</exception>
    public static OfficialImport Read(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        var table = CsvTable.Open(content, name);
        var header = table.Columns.Columns.Select(Fold).ToList();
        int Column(params string[] names) => header.FindIndex(h => names.Any(n => h.Contains(n, StringComparison.Ordinal)));
        var (year, month, count) = (Needed(Column("fiscalyear"), "fiscal year"), Needed(Column("monthabbv", "month"), "month"), Needed(Column("encountercount", "count"), "encounter count"));
        month = Column("monthabbv") is >= 0 and var abbreviated ? abbreviated : month;
        var (region, citizenship, component) = (Column("landborderregion", "region"), Column("citizenship"), Column("component"));
        var sums = new Dictionary<(int Year, int Month, string Component, string Border, string Citizenship), long>();
        var issues = ImmutableArray.CreateBuilder<string>();
        foreach (var (line, cells) in table.Rows)
        {
            string Cell(int column) => column >= 0 && column < cells.Count ? cells[column].Trim() : "";
            // A year that is not over is printed "2026 (FYTD)".
            var fiscal = int.TryParse(Cell(year).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var place = Array.IndexOf(Months, Fold(Cell(month)) is { Length: >= 3 } printed ? printed[..3] : "");
            if (fiscal is < 2000 or > 2100 || place < 0 || !long.TryParse(Cell(count), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var encounters))
            {
                issues.Add($"line {line}: no fiscal year, month and count");
                continue;
            }
            foreach (var nationality in (string[])["all", CitizenshipOf(Cell(citizenship))])
            {
                var key = (place >= 9 ? fiscal - 1 : fiscal, place + 1, ComponentOf(Cell(component)), BorderOf(Cell(region)), nationality);
                sums[key] = sums.GetValueOrDefault(key) + encounters;
            }
        }
        return new OfficialImport([.. sums.Select(s => CellOf(s.Key, s.Value)).OrderBy(c => c.From)], issues.ToImmutable());
    }

    private static int Needed(int column, string heading) => column >= 0 ? column : throw new InvalidDataException($"the file has no column for the {heading}");

    private static OfficialCell CellOf((int Year, int Month, string Component, string Border, string Citizenship) key, long count)
    {
        var from = new DateOnly(key.Year, key.Month, 1);
        return new OfficialCell(
            OfficialTables.Encounters, key.Component, key.Border, key.Citizenship, from, from.AddMonths(1).AddDays(-1), key.Month >= 10 ? key.Year + 1 : key.Year, false, count);
    }

    private static string Fold(string heading) => string.Concat(heading.Where(char.IsLetter)).ToLowerInvariant();

    private static string BorderOf(string region) => Fold(region) switch { ['n', 'o', 'r', 't', 'h', ..] => "northern", ['s', 'o', 'u', 't', 'h', ..] => "southwest", _ => "other" };

    private static string ComponentOf(string component) => Fold(component) switch { "" => "all", ['o', 'f', ..] => "ofo", _ => "usbp" };

    private static string CitizenshipOf(string citizenship) => Countries.CodeOf(citizenship) ?? Countries.CodeOf(citizenship.Split('(', ',')[0]) ?? "other";
}
