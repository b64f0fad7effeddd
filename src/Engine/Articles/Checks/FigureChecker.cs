using System.Globalization;
using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Figures;

namespace Marsad.Engine.Articles.Checks;

/// <summary>Holds figures against the official tables: series first, then unit, scope and period, and only then the value.</summary>
/// <remarks>
/// 1. The cell as worded. 2. For a calendar year its fiscal year. 3. For part of a year: an earlier year's value is stale, a value not above
/// the whole year's is possible. 4. The same period under another component or border. 5. The same scope in an earlier year. What
/// no reading reaches contradicts; what the tables do not have is not checkable, never contradicted.
/// </remarks>
internal sealed class FigureChecker(OfficialTables tables)
{
    private static readonly string[] Components = ["ofo", "usbp"];
    private static readonly string[] Borders = ["northern", "southwest", "total"];

    /// <summary>A scope and period of a table.</summary>
    private readonly record struct Asked(string Table, string Component, string Border, string Citizenship, DateOnly From, DateOnly To);

    /// <summary>What the tables say of a figure; null for a figure that is of no official series.</summary>
    public FigureCheck? Check(FoundFigure figure)
    {
        if (figure.Scope.Series.Length == 0 || figure.Value is not { } value)
            return null;
        var table = figure.Scope.Series == "watchlist" ? OfficialTables.Watchlist : OfficialTables.Encounters;
        if (figure.Unit == "times")
            return new FigureCheck(CheckVerdict.NotCheckable, table, null, null, "A ratio compares two values of a series; this one may cross a break in it, so the table cannot bear it out.");
        if (figure.Citizenship is { } citizenship && (table == OfficialTables.Watchlist || !tables.Cells.Any(c => c.Table == table && c.Citizenship == citizenship && citizenship != "other")))
            return new FigureCheck(CheckVerdict.NotCheckable, table, null, null, "The table does not print this citizenship: it is inside OTHER.");
        if (figure.Time is not { } time)
            return new FigureCheck(CheckVerdict.NotCheckable, table, null, null, "The text does not say when.");
        var border = figure.Scope.Border is "" or "nationwide" ? "total" : figure.Scope.Border;
        var component = table == OfficialTables.Encounters ? "all" : figure.Scope.Component.Length > 0 ? figure.Scope.Component : "ofo";
        var asked = new Asked(table, component, border, figure.Citizenship ?? "all", time.From, time.To ?? time.From);
        return AsWorded(figure, value, asked, time) ?? FiscalYear(figure, value, asked, time) ?? PartOfYear(figure, value, asked, time)
            ?? OtherScope(figure, value, asked, time) ?? EarlierYear(figure, value, asked) ?? Contradicted(figure, asked, time)
            ?? new FigureCheck(CheckVerdict.NotCheckable, table, null, null, "The table has no value for this scope and period.");
    }

    private FigureCheck? AsWorded(FoundFigure figure, double value, Asked asked, TimeExpression time)
    {
        if (time.To is null || Official(asked) is not { } official || !Fits(figure, value, official))
            return null;
        return figure.Unit == "persons" && figure.Scope.Series.Length > 0
            ? Narrowed(asked, official, "The table counts encounters, which are events: one person may be counted several times.")
            : new FigureCheck(CheckVerdict.Agrees, asked.Table, CellOf(asked), official, $"The table gives {Digits(official)} for {CellOf(asked)}.");
    }

    private FigureCheck? FiscalYear(FoundFigure figure, double value, Asked asked, TimeExpression time)
    {
        if (time.IsFiscal || time.Precision != TimePrecision.Year)
            return null;
        var fiscal = asked with { From = new DateOnly(time.From.Year - 1, 10, 1), To = new DateOnly(time.From.Year, 9, 30) };
        return Official(fiscal) is not { } official || !Fits(figure, value, official) ? null
            : figure.Unit == "persons" ? Narrowed(fiscal, official, "The table counts encounters in fiscal years: one person may be counted several times.")
            : new FigureCheck(CheckVerdict.AgreesIfFiscalYear, asked.Table, CellOf(fiscal), official, $"{Digits(official)} is the value of fiscal year {time.From.Year} (October {time.From.Year - 1} to September {time.From.Year}), not of the calendar year.");
    }

    // The fiscal year has begun and the table has whole years only, or the year is not over.
    private FigureCheck? PartOfYear(FoundFigure figure, double value, Asked asked, TimeExpression time)
    {
        if (time.From is not { Month: 10, Day: 1 } || (time.To is { } to && to.DayNumber - time.From.DayNumber > 360))
            return null;
        var year = time.From.Year + 1;
        if (time.To is not null && Official(asked) is not null)
            return null;
        if (Earlier(figure, value, asked, year) is { } stale)
            return stale;
        var whole = tables.Cells.FirstOrDefault(c => c.Table == asked.Table && c.Component == asked.Component && c.Border == asked.Border && c.Citizenship == asked.Citizenship && c.FiscalYear == year);
        if (whole is null)
            return null;
        return value <= whole.Count
            ? Narrowed(asked with { To = whole.To }, whole.Count, "The table has no part of a year: a smaller number is possible, not confirmed.")
            : null;
    }

    private FigureCheck? OtherScope(FoundFigure figure, double value, Asked asked, TimeExpression time)
    {
        foreach (var period in Periods(asked, time))
        {
            foreach (var component in asked.Table == OfficialTables.Encounters ? ["all"] : Components)
            {
                foreach (var border in Borders)
                {
                    var other = period with { Component = component, Border = border };
                    if ((component, border) != (asked.Component, asked.Border) && Official(other) is { } official && Fits(figure, value, official) && IsClose(value, official))
                        return Narrowed(other, official, Official(period) is { } own ? $"For {CellOf(period)} the table gives {Digits(own)}." : "");
                }
            }
        }
        return null;
    }

    private static IEnumerable<Asked> Periods(Asked asked, TimeExpression time)
    {
        yield return asked;
        if (!time.IsFiscal && time.Precision == TimePrecision.Year)
            yield return asked with { From = new DateOnly(time.From.Year - 1, 10, 1), To = new DateOnly(time.From.Year, 9, 30) };
    }

    private FigureCheck? EarlierYear(FoundFigure figure, double value, Asked asked) =>
        asked.To.DayNumber - asked.From.DayNumber > 300 ? Earlier(figure, value, asked, asked.To.Year) : null;

    private FigureCheck? Earlier(FoundFigure figure, double value, Asked asked, int year)
    {
        if (figure.Comparator != "=")
            return null;
        for (var before = year - 1; before >= year - 8; before--)
        {
            var earlier = asked with { From = new DateOnly(before - 1, 10, 1), To = new DateOnly(before, 9, 30) };
            if (Official(earlier) is { } official && official == value && value >= 10)
                return new FigureCheck(CheckVerdict.Stale, asked.Table, CellOf(earlier), official, $"{Digits(official)} is the value of fiscal year {before}, before the period that is named.");
        }
        return null;
    }

    private FigureCheck? Contradicted(FoundFigure figure, Asked asked, TimeExpression time)
    {
        foreach (var period in Periods(asked, time))
        {
            if (Official(period) is { } official)
                return new FigureCheck(CheckVerdict.Contradicts, asked.Table, CellOf(period), official, $"The table gives {Digits(official)} for {CellOf(period)}, and no other scope or period gives {figure.Comparator.Replace("=", "", StringComparison.Ordinal)}{Digits(figure.Value ?? 0)}.");
        }
        return null;
    }

    private long? Official(Asked asked) => tables.Value(asked.Table, asked.Component, asked.Border, asked.Citizenship, asked.From, asked.To);

    private static FigureCheck Narrowed(Asked asked, double official, string note) =>
        new(CheckVerdict.AgreesIfNarrowed, asked.Table, CellOf(asked), official, $"The table gives {Digits(official)} for {CellOf(asked)}. {note}".TrimEnd());

    // What is printed allows what is official: exact digits exactly, rounded ones to the last digit that is printed.
    private static bool Fits(FoundFigure figure, double value, double official)
    {
        var zeros = 0;
        for (var rest = value; rest >= 10 && rest % 10 == 0; rest /= 10)
            zeros++;
        var half = zeros >= 3 ? Math.Min(Math.Pow(10, zeros) / 2, value * 0.05) : 0;
        return figure.Comparator switch
        {
            ">" => official > value && IsClose(value, official),
            ">=" => official >= value && IsClose(value, official),
            "<" => official < value && IsClose(official, value),
            "<=" => official <= value && IsClose(official, value),
            "~" => Math.Abs(official - value) <= Math.Max(half, value * 0.05),
            _ => Math.Abs(official - value) <= half,
        };
    }

    /// <summary>"More than a million" is no wording of 2.7 million.</summary>
    private static bool IsClose(double smaller, double larger) => smaller >= larger * 0.6;

    private static string CellOf(Asked asked)
    {
        var component = asked.Component switch { "ofo" => "at land ports of entry, ", "usbp" => "between ports of entry, ", _ => "" };
        var border = asked.Border switch { "northern" => "northern border", "southwest" => "southwest border", _ => asked.Table == OfficialTables.Encounters ? "nationwide" : "both land borders" };
        var citizenship = asked.Citizenship == "all" ? "" : ", citizenship " + asked.Citizenship;
        return $"{component}{border}{citizenship}, {PeriodOf(asked)}";
    }

    private static string PeriodOf(Asked asked) => asked.From is { Month: 10, Day: 1 } && asked.To == asked.From.AddYears(1).AddDays(-1) ? $"fiscal year {asked.To.Year}"
        : asked.From.Day == 1 && asked.To == asked.From.AddMonths(1).AddDays(-1) ? asked.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : $"{asked.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} to {asked.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string Digits(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
