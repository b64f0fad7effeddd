using System.Globalization;

namespace Marsad.Engine.Lists;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>The day is known.</summary>
    Day,
    /// <summary>The month is known.</summary>
    Month,
    /// <summary>Only the year is known.</summary>
    Year,
    /// <summary>The date lies between two dates.</summary>
    Range,
}

/// <summary>A date as lists print it: a day, a month, a year or a range, perhaps only "circa".</summary>
/// <remarks>
/// <para><b>Meaning.</b> An interval of days in the Gregorian calendar, both ends included: 1971 is 1 January to 31 December 1971.</para>
/// <para><b>Text.</b> The forms of ISO 8601-2 (EDTF): <c>1971</c>, <c>1971-03</c>, <c>1971-03-14</c>, a range <c>1965/1968</c>,
/// and a trailing <c>~</c> for circa.</para>
/// </remarks>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly from, DateOnly to, DatePrecision precision, bool isCirca) =>
        (From, To, Precision, IsCirca) = (from, to, precision, isCirca);

    /// <summary>The first day it may be.</summary>
    public DateOnly From { get; }

    /// <summary>The last day it may be.</summary>
    public DateOnly To { get; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>True when the publisher prints it as approximate.</summary>
    public bool IsCirca { get; }

    /// <summary>The date that had these parts.</summary>
    internal static PartialDate Restore(DateOnly from, DateOnly to, DatePrecision precision, bool isCirca) => new(from, to, precision, isCirca);

    /// <summary>A day.</summary>
    public static PartialDate Day(DateOnly day, bool isCirca = false) => new(day, day, DatePrecision.Day, isCirca);

    /// <summary>A month of a year (1 to 9999).</summary>
    public static PartialDate Month(int year, int month, bool isCirca = false) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month, isCirca);

    /// <summary>A year (1 to 9999).</summary>
    public static PartialDate Year(int year, bool isCirca = false) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year, isCirca);

    /// <summary>From the first day of one date to the last day of another; the two may stand in either order.</summary>
    public static PartialDate Range(PartialDate from, PartialDate to, bool isCirca = false) => from.From <= to.From
        ? new(from.From, to.To, DatePrecision.Range, isCirca)
        : new(to.From, from.To, DatePrecision.Range, isCirca);

    /// <summary>Reads the text form; false for anything else, such as 31 February, year 0 or a word.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
            return false;
        var span = text.AsSpan().Trim();
        var isCirca = span.EndsWith("~");
        if (isCirca)
            span = span[..^1];
        var slash = span.IndexOf('/');
        if (slash < 0)
            return TrySingle(span, isCirca, out date);
        if (!TrySingle(span[..slash], false, out var from) || !TrySingle(span[(slash + 1)..], false, out var to))
            return false;
        date = Range(from, to, isCirca);
        return true;
    }

    /// <summary>The text form, which <see cref="TryParse"/> reads back.</summary>
    public override string ToString()
    {
        var text = Precision switch
        {
            DatePrecision.Day => Iso(From),
            DatePrecision.Month => Iso(From)[..7],
            DatePrecision.Year => Iso(From)[..4],
            _ => From is { Month: 1, Day: 1 } && To is { Month: 12, Day: 31 } ? $"{Iso(From)[..4]}/{Iso(To)[..4]}" : $"{Iso(From)}/{Iso(To)}",
        };
        return IsCirca ? text + "~" : text;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TrySingle(ReadOnlySpan<char> text, bool isCirca, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || !TryNumber(text[..4], out var year) || year < 1)
            return false;
        if (text.Length == 4)
        {
            date = Year(year, isCirca);
            return true;
        }
        if (text[4] != '-' || !TryNumber(text.Slice(5, 2), out var month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            date = Month(year, month, isCirca);
            return true;
        }
        if (text[7] != '-' || !TryNumber(text.Slice(8, 2), out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = Day(new DateOnly(year, month, day), isCirca);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
