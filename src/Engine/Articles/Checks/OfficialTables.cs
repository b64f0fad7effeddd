using System.Collections.Immutable;
using System.Globalization;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Checks;

/// <summary>A published number.</summary>
/// <param name="Table">Which table it is of.</param>
/// <param name="Component">ofo, usbp or all.</param>
/// <param name="Border">northern, southwest, other or total.</param>
/// <param name="Citizenship">A country's code, other, or all.</param>
/// <param name="From">The first day it counts.</param>
/// <param name="To">The last day it counts.</param>
/// <param name="FiscalYear">Its fiscal year.</param>
/// <param name="IsWholeYear">Whether it counts a whole fiscal year.</param>
/// <param name="Count">The number, as printed.</param>
public sealed record OfficialCell(
    string Table, string Component, string Border, string Citizenship, DateOnly From, DateOnly To, int FiscalYear, bool IsWholeYear, long Count);

/// <summary>A published total that is not the sum of its published parts, or a place where a series changed its meaning.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Printed">What is printed; null for a break.</param>
/// <param name="Computed">The sum of the parts; null for a break.</param>
/// <param name="Note">What it is.</param>
public sealed record OfficialIssue(string Table, string Cell, long? Printed, long? Computed, string Note);

/// <summary>The official tables of <c>data/official</c>, as printed: never corrected, every published sum checked.</summary>
/// <remarks>Fiscal years of the United States: October to September, named after their end. Immutable and thread-safe.</remarks>
public sealed class OfficialTables
{
    /// <summary>Encounters with people on the terrorist watchlist.</summary>
    public const string Watchlist = "CBP Terrorist Screening Data Set encounters";

    /// <summary>All encounters, by land border region.</summary>
    public const string Encounters = "CBP nationwide encounters by land border region";

    /// <summary>All encounters, by component.</summary>
    public const string Totals = "CBP total enforcement actions";

    private static readonly Lazy<OfficialTables> Shipped = new(() => new OfficialTables([.. ReadWatchlist(), .. ReadMonthly(), .. ReadTotals(), .. ReadCitizenship()], ReadBreaks()));

    private readonly ImmutableArray<(string Table, string Component, int FiscalYear, string Reason)> _breaks;

    private OfficialTables(ImmutableArray<OfficialCell> cells, ImmutableArray<(string Table, string Component, int FiscalYear, string Reason)> breaks)
    {
        Cells = cells;
        _breaks = breaks;
    }

    /// <summary>The tables that ship.</summary>
    public static OfficialTables Current => Shipped.Value;

    /// <summary>All cells, in the order of the tables.</summary>
    public ImmutableArray<OfficialCell> Cells { get; }

    /// <summary>These tables with cells of an imported file; a cell that is there twice counts as imported.</summary>
    public OfficialTables With(IEnumerable<OfficialCell> imported)
    {
        ArgumentNullException.ThrowIfNull(imported);
        var added = imported.ToImmutableArray();
        var keys = added.Select(KeyOf).ToHashSet();
        return new OfficialTables([.. Cells.Where(c => !keys.Contains(KeyOf(c))), .. added], _breaks);
    }

    /// <summary>Whether a comparison of two fiscal years of a series crosses a place where the series changed its meaning.</summary>
    public bool CrossesBreak(string table, string component, int fiscalYear, int otherYear) => _breaks.Any(b =>
        b.Table == table && (component is "all" || b.Component == component) && Math.Min(fiscalYear, otherYear) < b.FiscalYear && Math.Max(fiscalYear, otherYear) >= b.FiscalYear);

    /// <summary>The published value for a scope and a period: one cell, or the sum of the published months; null when it is not published.</summary>
    /// <param name="table">The table.</param>
    /// <param name="component">ofo, usbp or all.</param>
    /// <param name="border">northern, southwest or total.</param>
    /// <param name="citizenship">A country's code or all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public long? Value(string table, string component, string border, string citizenship, DateOnly from, DateOnly to)
    {
        var scoped = Cells.Where(c => c.Table == table && c.Component == component && c.Citizenship == citizenship && (c.Border == border || (border == "total" && c.Border is not "total"))).ToList();
        var printed = scoped.Find(c => c.Border == border && c.From == from && c.To == to);
        if (printed is not null)
            return printed.Count;
        // Where both a whole period and its months are there, the whole is meant.
        var wholes = scoped.Where(c => c.From == from && c.To == to).ToList();
        if (border == "total" && wholes.Count > 0)
            return wholes.Sum(c => c.Count);
        var parts = scoped.Where(c => c.From >= from && c.To <= to && (border != "total" || c.Border != "total")).ToList();
        if (parts.Count == 0)
            return null;
        // The parts must fill the period on every border they are published for.
        var days = to.DayNumber - from.DayNumber + 1;
        var filled = parts.GroupBy(c => c.Border).All(g => g.Sum(c => c.To.DayNumber - c.From.DayNumber + 1) == days);
        return filled ? parts.Sum(c => c.Count) : null;
    }

    /// <summary>What does not add up, and where a series breaks.</summary>
    public IEnumerable<OfficialIssue> Check()
    {
        foreach (var year in Cells.Where(c => c.Table == Totals).GroupBy(c => c.FiscalYear))
        {
            if (Differs(year.FirstOrDefault(c => c.Component == "all"), year.Where(c => c.Component != "all")) is { } issue)
                yield return issue;
        }
        foreach (var year in Cells.Where(c => c.Table == Watchlist).GroupBy(c => (c.FiscalYear, c.Component)))
        {
            if (Differs(year.FirstOrDefault(c => c.Border == "total"), year.Where(c => c.Border != "total")) is { } issue)
                yield return issue;
        }
        foreach (var (table, component, year, reason) in _breaks)
            yield return new OfficialIssue(table, $"{component}, fiscal year {year}", null, null, $"break in the series; reason: {reason}");
    }

    private static OfficialIssue? Differs(OfficialCell? total, IEnumerable<OfficialCell> parts)
    {
        var list = parts.ToList();
        if (total is null || list.Count < 2 || list.Sum(p => p.Count) is var sum && sum == total.Count)
            return null;
        return new OfficialIssue(total.Table, $"{total.Component}, fiscal year {total.FiscalYear}, total", total.Count, list.Sum(p => p.Count), "the printed total is not the sum of its printed parts");
    }

    private static (string, string, string, string, DateOnly, DateOnly) KeyOf(OfficialCell c) => (c.Table, c.Component, c.Border, c.Citizenship, c.From, c.To);

    private static IEnumerable<OfficialCell> ReadWatchlist() => TableFile.Rows("data/official/watchlist-encounters.tsv", 6)
        .Select(r => Year(Watchlist, r[0], r[1], "all", r[2], Day(r[3]), r[4]));

    private static IEnumerable<OfficialCell> ReadTotals() => TableFile.Rows("data/official/enforcement-totals.tsv", 4)
        .Select(r => Year(Totals, r[0] == "total" ? "all" : r[0], "total", "all", r[1], Day(r[2]), r[3]));

    private static IEnumerable<OfficialCell> ReadCitizenship() => TableFile.Rows("data/official/citizenship-encounters.tsv", 4)
        .Select(r => Year(Encounters, "all", r[2], r[1], r[0], null, r[3]));

    private static IEnumerable<OfficialCell> ReadMonthly()
    {
        foreach (var row in TableFile.Rows("data/official/monthly-encounters.tsv", 3))
        {
            var from = Day(row[0] + "-01");
            yield return new OfficialCell(Encounters, "all", row[1], "all", from, from.AddMonths(1).AddDays(-1), from.Month >= 10 ? from.Year + 1 : from.Year, false, Number(row[2]));
        }
    }

    private static ImmutableArray<(string, string, int, string)> ReadBreaks() =>
        [.. TableFile.Rows("data/official/series-breaks.tsv", 4).Select(r => (r[0] == "watchlist-encounters" ? Watchlist : r[0], r[1], (int)Number(r[2]), r[3]))];

    private static OfficialCell Year(string table, string component, string border, string citizenship, string year, DateOnly? through, string count)
    {
        var fiscal = (int)Number(year);
        var end = new DateOnly(fiscal, 9, 30);
        return new OfficialCell(table, component, border, citizenship, new DateOnly(fiscal - 1, 10, 1), through ?? end, fiscal, (through ?? end) == end, Number(count));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
