using System.Globalization;

namespace Marsad.Engine.Lists;

/// <summary>Reads dates that the publisher says are of the Hijri (lunar) or the Persian (solar) calendar.</summary>
/// <remarks>
/// Umm al-Qura from 1318 to 1500, the Persian calendar from 1200 to 1500. A converted day is approximate: the moon was seen on
/// different evenings in different countries. Source: <see cref="UmAlQuraCalendar"/> and <see cref="PersianCalendar"/> of .NET.
/// </remarks>
internal static class OtherCalendars
{
    private static readonly string[] Lunar = ["hijri", "hegira", "hijra", " a.h.", " ah"];
    private static readonly string[] Solar = ["solar", "shamsi", "persian calendar", "iranian calendar", "jalali"];

    /// <summary>Whether a wording, in lower case, names another calendar.</summary>
    public static bool IsNamed(string text) => Lunar.Concat(Solar).Any(w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>Reads year, month and year, or day, month and year; false for anything else.</summary>
    public static bool TryRead(string text, out PartialDate date)
    {
        date = default;
        var isSolar = Solar.Any(w => text.Contains(w, StringComparison.Ordinal));
        var numbers = new List<int>();
        foreach (var piece in text.Split([' ', '/', '-', '.', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        }
        if (numbers.Count is 0 or > 3)
            return false;
        if (numbers[0] < numbers[^1])
            numbers.Reverse();
        if (numbers[0] < (isSolar ? 1200 : 1318) || numbers[0] > 1500)
            return false;
        return TryConvert(isSolar ? new PersianCalendar() : new UmAlQuraCalendar(), numbers, out date);
    }

    private static bool TryConvert(Calendar calendar, List<int> parts, out PartialDate date)
    {
        date = default;
        if (parts.Count > 1 && parts[1] is < 1 or > 12)
            return false;
        int year = parts[0], firstMonth = parts.Count > 1 ? parts[1] : 1, lastMonth = parts.Count > 1 ? parts[1] : 12;
        if (parts.Count > 2 && (parts[2] < 1 || parts[2] > calendar.GetDaysInMonth(year, firstMonth)))
            return false;
        var from = Day(calendar, year, firstMonth, parts.Count > 2 ? parts[2] : 1);
        date = parts.Count > 2
            ? PartialDate.Day(from, isCirca: true)
            : PartialDate.Range(PartialDate.Day(from), PartialDate.Day(Day(calendar, year, lastMonth, calendar.GetDaysInMonth(year, lastMonth))));
        return true;
    }

    private static DateOnly Day(Calendar calendar, int year, int month, int day) =>
        DateOnly.FromDateTime(calendar.ToDateTime(year, month, day, 0, 0, 0, 0));
}
