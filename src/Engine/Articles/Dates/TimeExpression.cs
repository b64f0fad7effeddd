using System.Globalization;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Dates;

/// <summary>How exact a time is.</summary>
internal enum TimePrecision
{
    Day,
    Month,
    Year,
    Interval,
}

/// <summary>A date or period that a text names.</summary>
/// <param name="Tokens">Where.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null when it is open.</param>
/// <param name="Precision">How exact it is.</param>
/// <param name="IsFiscal">Whether it is worded as a fiscal year.</param>
internal sealed record TimeExpression(TokenRange Tokens, DateOnly From, DateOnly? To, TimePrecision Precision, bool IsFiscal = false)
{
    /// <summary>Whether it depends on the date of the article or on a date before it ("last year", "Tuesday").</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether it names the day of a week, which fixes no period of a figure elsewhere.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>Whether it runs from the beginning of a year that is named elsewhere in its sentence.</summary>
    public bool IsThrough { get; init; }

    /// <summary>The period in ISO form.</summary>
    public string Value => Precision switch
    {
        TimePrecision.Day => Iso(From),
        TimePrecision.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimePrecision.Year => From.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Iso(From) + "/" + (To is { } to ? Iso(to) : ".."),
    };

    public static TimeExpression Day(TokenRange tokens, DateOnly day) => new(tokens, day, day, TimePrecision.Day);

    public static TimeExpression Month(TokenRange tokens, int year, int month) =>
        new(tokens, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), TimePrecision.Month);

    public static TimeExpression Year(TokenRange tokens, int year) => new(tokens, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), TimePrecision.Year);

    public static TimeExpression Interval(TokenRange tokens, DateOnly from, DateOnly? to) => new(tokens, from, to, TimePrecision.Interval);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
