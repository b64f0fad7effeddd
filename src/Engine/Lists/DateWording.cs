using System.Globalization;

namespace Marsad.Engine.Lists;

/// <summary>Reads dates as publishers word them.</summary>
/// <remarks>
/// Read are: ISO forms (with a time, and with zeros for what is unknown: <c>1971-00-00</c>); day, month and year with <c>.</c>,
/// <c>/</c> or <c>-</c> between them, the day first (<c>14/03/1971</c>, <c>00/00/1980</c>, <c>1.10.1959</c>), and when only
/// the second number can be a day, the month first (<c>03/14/1971</c>); English month names in any order
/// (<c>14 Mar 1971</c>, <c>March 14, 1971</c>, <c>Mar. 1971</c>); and any of them with a word for approximation
/// (<c>circa</c>, <c>approximately</c>, <c>c.</c>, <c>about</c>) or as a range (<c>1965-1968</c>, <c>between 1965 and 1968</c>,
/// <c>1965 to 1968</c>); decades (<c>early 1970s</c>); letters for what is unknown (<c>dd/mm/1957</c>); and a note in brackets
/// after a date (<c>1980 (presumed)</c>), which makes it approximate; and dates said to be of the Hijri or the Persian calendar
/// (<c>24/06/1402 (Hijri Calendar)</c>), which become Gregorian. Anything else is not read: the caller reports it.
/// </remarks>
internal static class DateWording
{
    private static readonly string[] Approximations =
        ["circa", "approximately", "approx.", "approx", "about", "around", "c.", "ca.", "ca", "probably", "possibly"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static bool TryRead(string? text, out PartialDate date)
    {
        date = default;
        if (ListText.OneSpaced(text) is not { Length: <= 60 } printed)
            return false;
        return PartialDate.TryParse(printed, out date) || TryWorded(printed.ToLowerInvariant(), out date);
    }

    private static bool TryWorded(string text, out PartialDate date)
    {
        var isCirca = false;
        if (OtherCalendars.IsNamed(text))
            return OtherCalendars.TryRead(text, out date);
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open)
            (text, isCirca) = (text[..open].TrimEnd(), true);
        if (text.StartsWith('(') && text.IndexOf(')') is > 0 and var close && Array.IndexOf(Approximations, text[1..close]) >= 0)
            (text, isCirca) = (text[(close + 1)..].TrimStart(), true);
        text = text.StartsWith("born ", StringComparison.Ordinal) ? text[5..].TrimStart() : text;
        text = text.StartsWith("in ", StringComparison.Ordinal) ? text[3..] : text;
        text = text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
        if (TryDecade(text, out date))
            return true;
        foreach (var word in Approximations)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length && (word[^1] == '.' || !char.IsLetter(text[word.Length])))
            {
                isCirca = true;
                text = text[word.Length..].TrimStart(' ', '.', ':');
                break;
            }
        }
        if (TryRange(text, out var from, out var to))
        {
            date = PartialDate.Range(from, to, isCirca);
            return true;
        }
        return TrySingle(text, isCirca, out date);
    }

    /// <summary>1970s, early 1970s (to 1973), mid 1970s (1974 to 1976), late 1970s (from 1977).</summary>
    private static bool TryDecade(string text, out PartialDate date)
    {
        date = default;
        var (from, to) = (0, 9);
        foreach (var (word, first, last) in new[] { ("early ", 0, 3), ("mid ", 4, 6), ("mid-", 4, 6), ("late ", 7, 9) })
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                (text, from, to) = (text[word.Length..], first, last);
        }
        if (text is not [_, _, _, '0', 's'] || !PartialDate.TryParse(text[..4], out var start))
            return false;
        date = PartialDate.Range(PartialDate.Year(start.From.Year + from), PartialDate.Year(start.From.Year + to), isCirca: true);
        return true;
    }

    private static bool TryRange(string text, out PartialDate from, out PartialDate to)
    {
        (from, to) = (default, default);
        if (text.StartsWith("between ", StringComparison.Ordinal))
            text = text[8..].Replace(" and ", " to ", StringComparison.Ordinal);
        else if (text.StartsWith("from ", StringComparison.Ordinal))
            text = text[5..];
        var at = text.IndexOf(" to ", StringComparison.Ordinal);
        if (at > 0)
            return TrySingle(text[..at], false, out from) && TrySingle(text[(at + 4)..], false, out to);
        // Two years with a dash of any kind between them; a dash between two numbers of a date is not a range.
        at = text.IndexOfAny(['-', '–', '—']);
        return at > 0 && text.IndexOfAny(['-', '–', '—'], at + 1) < 0
            && text[..at].Trim() is { Length: 4 } first && text[(at + 1)..].Trim() is { Length: 4 } second
            && PartialDate.TryParse(first, out from) && PartialDate.TryParse(second, out to);
    }

    private static bool TrySingle(string text, bool isCirca, out PartialDate date)
    {
        // A time after the date says nothing about the day of birth.
        if (text.Length > 10 && text[10] is 't' or ' ' && char.IsAsciiDigit(text[0]) && text[4] == '-')
            text = text[..10];
        Span<int> numbers = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        int count = 0, month = 0, monthAt = 0;
        date = default;
        foreach (var token in text.Split([' ', ',', '.', '/', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (MonthOf(token) is > 0 and var named)
            {
                if (month > 0)
                    return false;
                (month, monthAt) = (named, count);
                continue;
            }
            var digits = token is "dd" or "mm" ? "00" : DayNumber(token);
            if (count == 3 || digits.Length is 0 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count]))
                return false;
            widths[count++] = digits.Length;
        }
        return month > 0
            ? TryNamedMonth(numbers[..count], widths[..count], month, isCirca, out date)
            : TryNumbers(numbers[..count], widths[..count], isCirca, out date);
    }

    /// <summary>14 Mar 1971, Mar 14 1971, 1971 Mar 14, Mar 1971.</summary>
    private static bool TryNamedMonth(
        ReadOnlySpan<int> numbers, ReadOnlySpan<int> widths, int month, bool isCirca, out PartialDate date)
    {
        date = default;
        if (numbers.Length == 1)
            return widths[0] == 4 && TryMake(numbers[0], month, 0, isCirca, out date);
        if (numbers.Length != 2)
            return false;
        return widths[1] == 4 ? TryMake(numbers[1], month, numbers[0], isCirca, out date)
            : widths[0] == 4 && TryMake(numbers[0], month, numbers[1], isCirca, out date);
    }

    /// <summary>1971; 03 1971; 14 03 1971; 1971 03 14; zeros for what is unknown.</summary>
    private static bool TryNumbers(ReadOnlySpan<int> numbers, ReadOnlySpan<int> widths, bool isCirca, out PartialDate date)
    {
        date = default;
        switch (numbers.Length)
        {
            case 1:
                return widths[0] == 4 && TryMake(numbers[0], 0, 0, isCirca, out date);
            case 2:
                return widths[1] == 4 ? TryMake(numbers[1], numbers[0], 0, isCirca, out date)
                    : widths[0] == 4 && TryMake(numbers[0], numbers[1], 0, isCirca, out date);
            case 3 when widths[0] == 4:
                return TryMake(numbers[0], numbers[1], numbers[2], isCirca, out date);
            case 3 when widths[2] == 4:
                return numbers[1] > 12 && numbers[0] is >= 1 and <= 12
                    ? TryMake(numbers[2], numbers[0], numbers[1], isCirca, out date)
                    : TryMake(numbers[2], numbers[1], numbers[0], isCirca, out date);
            default:
                return false;
        }
    }

    private static bool TryMake(int year, int month, int day, bool isCirca, out PartialDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 0 or > 12 || day < 0 || (month == 0 && day > 0))
            return false;
        if (month > 0 && day > DateTime.DaysInMonth(year, month))
            return false;
        date = month == 0 ? PartialDate.Year(year, isCirca)
            : day == 0 ? PartialDate.Month(year, month, isCirca)
            : PartialDate.Day(new DateOnly(year, month, day), isCirca);
        return true;
    }

    private static int MonthOf(string token)
    {
        if (token.Length < 3)
            return 0;
        for (var i = 0; i < Months.Length; i++)
        {
            if (Months[i].StartsWith(token, StringComparison.Ordinal) || (token == "sept" && i == 8))
                return i + 1;
        }
        return 0;
    }

    /// <summary>14, and the 14 of 14th.</summary>
    private static ReadOnlySpan<char> DayNumber(string token) =>
        token.Length is 3 or 4 && token[^2..] is "st" or "nd" or "rd" or "th" ? token.AsSpan(0, token.Length - 2) : token;
}
