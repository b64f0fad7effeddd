using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Dates;

/// <summary>When a country's fiscal year begins and how it is named.</summary>
/// <param name="Month">The month it begins in.</param>
/// <param name="Day">The day of that month.</param>
/// <param name="IsNamedAfterEnd">Whether fiscal 2024 ends in 2024; else it begins in 2024.</param>
internal sealed record FiscalCalendar(int Month, int Day, bool IsNamedAfterEnd)
{
    private static readonly FrozenDictionary<string, FiscalCalendar> Known = TableFile.Rows("data/places/fiscal-years.tsv", 4)
        .ToFrozenDictionary(
            row => row[0],
            row => new FiscalCalendar(int.Parse(row[1], CultureInfo.InvariantCulture), int.Parse(row[2], CultureInfo.InvariantCulture), row[3] == "end"));

    /// <summary>The calendar of a country; that of the United States, whose border tables are checked, when none is known.</summary>
    public static FiscalCalendar Of(string? country) => country is not null && Known.TryGetValue(country, out var calendar) ? calendar : Known["us"];

    /// <summary>Whether the table has a country.</summary>
    public static bool IsKnown(string country) => Known.ContainsKey(country);

    /// <summary>The fiscal year of a name.</summary>
    public TimeExpression Year(TokenRange tokens, int name)
    {
        var from = new DateOnly(IsNamedAfterEnd && Month > 1 ? name - 1 : name, Month, Day);
        return new TimeExpression(tokens, from, from.AddYears(1).AddDays(-1), TimePrecision.Interval, IsFiscal: true);
    }

    /// <summary>The name of the fiscal year that a day lies in.</summary>
    public int NameOf(DateOnly day)
    {
        var begun = day >= new DateOnly(day.Year, Month, Day);
        return IsNamedAfterEnd && Month > 1 ? (begun ? day.Year + 1 : day.Year) : begun ? day.Year : day.Year - 1;
    }
}
