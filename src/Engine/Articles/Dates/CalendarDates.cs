using System.Globalization;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Dates;

/// <summary>Days, months and years of the calendars that news is dated by, as Gregorian periods.</summary>
internal static class CalendarDates
{
    /// <summary>Whether a number can be a year of a calendar.</summary>
    public static bool IsYear(int number, char calendar) => calendar switch
    {
        'p' => number is >= 1300 and <= 1500,
        'h' => number is >= 1318 and <= 1500,
        _ => number is >= 1900 and <= 2100,
    };

    /// <summary>A day; null when the calendar has no such day.</summary>
    public static TimeExpression? Day(TokenRange tokens, char calendar, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || !IsYear(year, calendar))
            return null;
        if (calendar == 'g')
            return day <= DateTime.DaysInMonth(year, month) ? TimeExpression.Day(tokens, new DateOnly(year, month, day)) : null;
        var other = Of(calendar);
        return day <= other.GetDaysInMonth(year, month) ? TimeExpression.Day(tokens, Gregorian(other, year, month, day)) : null;
    }

    /// <summary>A month.</summary>
    public static TimeExpression? Month(TokenRange tokens, char calendar, int year, int month)
    {
        if (month is < 1 or > 12 || !IsYear(year, calendar))
            return null;
        if (calendar == 'g')
            return TimeExpression.Month(tokens, year, month);
        var other = Of(calendar);
        return TimeExpression.Interval(tokens, Gregorian(other, year, month, 1), Gregorian(other, year, month, other.GetDaysInMonth(year, month)));
    }

    /// <summary>A year.</summary>
    public static TimeExpression? Year(TokenRange tokens, char calendar, int year)
    {
        if (!IsYear(year, calendar))
            return null;
        if (calendar == 'g')
            return TimeExpression.Year(tokens, year);
        var other = Of(calendar);
        return TimeExpression.Interval(tokens, Gregorian(other, year, 1, 1), Gregorian(other, year, 12, other.GetDaysInMonth(year, 12)));
    }

    /// <summary>The year of a day in a calendar.</summary>
    public static int YearOf(char calendar, DateOnly day) => calendar == 'g' ? day.Year : Of(calendar).GetYear(day.ToDateTime(TimeOnly.MinValue));

    private static Calendar Of(char calendar) => calendar == 'p' ? new PersianCalendar() : new UmAlQuraCalendar();

    private static DateOnly Gregorian(Calendar calendar, int year, int month, int day) =>
        DateOnly.FromDateTime(calendar.ToDateTime(year, month, day, 0, 0, 0, 0));
}
