using System.Globalization;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Dates;

/// <summary>Finds dates and periods, printed ones first, then those that depend on the article's date or on a year named before.</summary>
/// <remarks>
/// A day and month without a year is the last one before the article's date. "The year before" counts from the last period named,
/// "last year" from the article's date; where neither is known the words stay without a period.
/// </remarks>
internal sealed class TimeFinder(ArticleTokens text, Func<int, Lexicon> lexiconAt, DateOnly? anchor, FiscalCalendar fiscal)
{
    private TimeExpression? _lastYear;
    private TimeExpression? _lastDay;

    private readonly record struct MonthName(int Month, char Calendar, int End, bool IsWord);

    /// <summary>The times of a range of tokens, in order, none inside another.</summary>
    public List<TimeExpression> Find(TokenRange range)
    {
        var found = new List<TimeExpression>();
        for (var i = range.Start; i < range.End; i++)
        {
            if (At(i, range.End) is not { } time)
                continue;
            found.Add(time);
            Remember(time);
            i = Math.Max(i, time.Tokens.End - 1);
        }
        JoinRanges(found);
        // "By the end of March … in that fiscal year" is one period.
        if (found.Exists(t => t.IsThrough))
            found.RemoveAll(t => t is { IsFiscal: true, IsRelative: true });
        return found;
    }

    // "between 15 August 2021 and 30 May 2023" is one period.
    private void JoinRanges(List<TimeExpression> found)
    {
        for (var i = found.Count - 1; i > 0; i--)
        {
            var (first, second) = (found[i - 1], found[i]);
            var joint = first.Tokens.End;
            var isJoined = second.Tokens.Start == joint + 1 && To.Contains(text[joint].Form);
            if (!isJoined || first.IsRelative || second.IsRelative || first.Precision > TimePrecision.Year || second.To is not { } to || to < first.From)
                continue;
            if (text.Form(first.Tokens.Start - 1) is not ("between" or "from" or "بين" or "من" or "منذ" or "с" or "со" or "от" or "از" or "بين" or "the"))
                continue;
            found[i - 1] = TimeExpression.Interval(new TokenRange(first.Tokens.Start, second.Tokens.End), first.From, to);
            found.RemoveAt(i);
        }
    }

    private void Remember(TimeExpression time)
    {
        if (time.IsWeekday)
            return;
        if (time.Precision is TimePrecision.Day)
            _lastDay = time;
        if (time.IsFiscal || time.Precision == TimePrecision.Year)
            _lastYear = time;
        else if (!time.IsRelative && time.From.Year == (time.To ?? time.From).Year)
            _lastYear ??= time with { From = new DateOnly(time.From.Year, 1, 1), To = new DateOnly(time.From.Year, 12, 31), Precision = TimePrecision.Year };
        else if (time.To is { } to && Math.Abs(to.DayNumber - time.From.DayNumber - 364) < 3)
            _lastYear = time;
    }

    private TimeExpression? At(int i, int end) =>
        text[i].IsNumber ? Numeric(i, end) ?? SplitYear(i, end) ?? DayMonth(i, end) ?? BareYear(i, end) : text[i].IsWord ? MonthFirst(i, end) ?? OrdinalDay(i, end) ?? Phrase(i, end) : null;

    private static readonly HashSet<string> To = new(StringComparer.Ordinal) { "to", "through", "until", "till", "and", "–", "-", "—", "до", "по", "и", "حتى", "الى", "و", "تا" };

    // 2024-03-31, 31.03.2024, 31/03/2024
    private TimeExpression? Numeric(int i, int end)
    {
        if (i + 4 >= end || !text[i + 2].IsNumber || !text[i + 4].IsNumber || !text.Touch(i) || !text.Touch(i + 1) || !text.Touch(i + 2))
            return null;
        var mark = text[i + 1];
        if (mark.Kind != TokenKind.Mark || mark.Form[0] is not ('-' or '.' or '/') || text[i + 3].Form != mark.Form)
            return null;
        var (a, b, c) = (Number(i), Number(i + 2), Number(i + 4));
        var tokens = new TokenRange(i, i + 5);
        if (text[i].Form.Length == 4)
            return Any(tokens, a, b, c);
        return text[i + 4].Form.Length == 4 ? Any(tokens, c, b, a) : null;
    }

    // 2023-24, 2023/24: a year that begins in one and ends in the next.
    private TimeExpression? SplitYear(int i, int end)
    {
        if (i + 2 >= end || text[i].Form.Length != 4 || text[i + 2].Form.Length != 2 || !text[i + 2].IsNumber || !text.Touch(i) || !text.Touch(i + 1))
            return null;
        var year = Number(i);
        if (text[i + 1].Kind != TokenKind.Mark || text[i + 1].Form[0] is not ('-' or '–' or '/') || !CalendarDates.IsYear(year, 'g') || Number(i + 2) != (year + 1) % 100)
            return null;
        var last = i + 3;
        if (last < end && lexiconAt(last).Periods.At(text, last, end) is { Tag: "fiscalYear" or "year" } word)
            last = word.Tokens.End;
        return fiscal.Year(new TokenRange(i, last), fiscal.IsNamedAfterEnd && fiscal.Month > 1 ? year + 1 : year);
    }

    // "في السادس من أغسطس": a day by its ordinal.
    private TimeExpression? OrdinalDay(int i, int end)
    {
        if (text[i].Script != Transliteration.Script.Arabic || lexiconAt(i).Ordinals.At(text, i, end) is not { } ordinal)
            return null;
        var at = ordinal.Tokens.End;
        if (at < end && text[at].Form is "من")
            at++;
        if (Month(at, end) is not { } month)
            return null;
        var (year, yearEnd) = YearAfter(month.End, end, month.Calendar);
        return Dated(new TokenRange(i, yearEnd), month, year, int.Parse(ordinal.Tag, CultureInfo.InvariantCulture));
    }

    private static TimeExpression? Any(TokenRange tokens, int year, int month, int day) =>
        CalendarDates.Day(tokens, CalendarDates.IsYear(year, 'g') ? 'g' : 'p', year, month, day);

    // 18 March [2015]; 26 and 29 November 2008; between 26 and 29 November
    private TimeExpression? DayMonth(int i, int end)
    {
        if (Number(i) is < 1 or > 31 || text[i].Form.Length > 2)
            return null;
        var at = i + 1;
        if (at < end && text[at].Form is "st" or "nd" or "rd" or "th" && text.Touch(i))
            at++;
        var first = Number(i);
        int? second = null;
        if (at + 1 < end && To.Contains(text[at].Form) && text[at + 1].IsNumber && Number(at + 1) is >= 1 and <= 31 && Month(at + 2, end) is not null)
        {
            second = Number(at + 1);
            at += 2;
        }
        if (at < end && text[at].Form is "of" or "من")
            at++;
        if (Month(at, end) is not { } month)
            return null;
        var (year, yearEnd) = YearAfter(month.End, end, month.Calendar);
        var tokens = new TokenRange(i, yearEnd);
        var from = Dated(tokens, month, year, first);
        if (from is null || second is not { } last)
            return from;
        return Dated(tokens, month, from.From.Year is var y && month.Calendar == 'g' ? y : year, last) is { } to ? TimeExpression.Interval(tokens, from.From, to.From) : from;
    }

    private TimeExpression? Dated(TokenRange tokens, MonthName month, int? year, int day)
    {
        if (year is { } printed)
            return CalendarDates.Day(tokens, month.Calendar, printed, month.Month, day);
        if (anchor is not { } today)
            return null;
        var thisYear = CalendarDates.YearOf(month.Calendar, today);
        var time = CalendarDates.Day(tokens, month.Calendar, thisYear, month.Month, day);
        // News tells of what has been; a week ahead is still "this" date.
        return time is not null && time.From > today.AddDays(7) ? CalendarDates.Day(tokens, month.Calendar, thisYear - 1, month.Month, day) : time;
    }

    // Dec. 12, 2025; October 2023 [through March 2024]; April to June 2024
    private TimeExpression? MonthFirst(int i, int end)
    {
        if (Month(i, end) is not { } month)
            return null;
        if (text[i].Script == Transliteration.Script.Latin && month.End < end && text[month.End].IsNumber && text[month.End].Form.Length <= 2 && Number(month.End) is >= 1 and <= 31)
        {
            var at = month.End + 1;
            if (at < end && text[at].Form is "st" or "nd" or "rd" or "th")
                at++;
            var (dayYear, dayEnd) = YearAfter(at, end, 'g');
            return Dated(new TokenRange(i, dayEnd), month, dayYear, Number(month.End));
        }
        var (year, yearEnd) = YearAfter(month.End, end, month.Calendar);
        if (RangeOfMonths(i, month, year, yearEnd, end) is { } range)
            return range;
        if (year is { } printed)
            return Through(CalendarDates.Month(new TokenRange(i, yearEnd), month.Calendar, printed, month.Month), end);
        if (month.IsWord || anchor is not { } today || !FollowsPreposition(i))
            return null;
        var current = CalendarDates.YearOf(month.Calendar, today);
        var time = CalendarDates.Month(new TokenRange(i, month.End), month.Calendar, current, month.Month);
        time = time is not null && time.From > today ? CalendarDates.Month(new TokenRange(i, month.End), month.Calendar, current - 1, month.Month) : time;
        return time is null ? null : time with { IsRelative = true };
    }

    private TimeExpression? RangeOfMonths(int i, MonthName month, int? year, int at, int end)
    {
        if (at >= end || !To.Contains(text[at].Form))
            return null;
        var next = at + 1;
        if (next < end && text[next].Form is "پايان" or "نهايه" or "конца" || (next < end && text[next].Form == "the"))
            next++;
        if (next + 1 < end && text[next].Form == "end" && text[next + 1].Form == "of")
            next += 2;
        if (Month(next, end) is not { } last)
            return null;
        var (lastYear, lastEnd) = YearAfter(last.End, end, last.Calendar);
        if ((lastYear ?? year) is not { } known)
            return null;
        var tokens = new TokenRange(i, lastEnd);
        var from = CalendarDates.Month(tokens, month.Calendar, year ?? known, month.Month);
        var to = CalendarDates.Month(tokens, last.Calendar, known, last.Month);
        return from is null || to is null || to.From < from.From ? null : TimeExpression.Interval(tokens, from.From, to.To);
    }

    // "By the end of March 2024 … in that fiscal year": from the beginning of that year.
    private TimeExpression? Through(TimeExpression? month, int end)
    {
        if (month is null || month.Precision != TimePrecision.Month)
            return month;
        var start = month.Tokens.Start;
        var isEnd = (start >= 2 && text.Form(start - 1) == "of" && text.Form(start - 2) == "end") || text.Form(start - 1) is "نهايه" or "конца" or "پايان" or "конец" or "концу";
        if (!isEnd)
            return month;
        for (var i = month.Tokens.End; i < end && !text[i].Is('.'); i++)
        {
            if (lexiconAt(i).Periods.At(text, i, end) is { Tag: "thisFiscalYear" })
                return TimeExpression.Interval(month.Tokens, fiscal.Year(month.Tokens, fiscal.NameOf(month.From)).From, month.To) with { IsThrough = true };
        }
        return month;
    }

    private bool FollowsPreposition(int i)
    {
        var before = text.Form(i - 1);
        return before is "in" or "since" or "last" or "during" or "of" or "by" or "late" or "early" or "mid" or "в" or "с" or "во" or "في" or "خلال" or "شهر" or "منذ" or "مطلع" or "اواخر" or "در" or "از"
            || (text[i].Script == Transliteration.Script.Arabic && text[i].Form[0] is 'ب' or 'ل');
    }

    private (int? Year, int End) YearAfter(int at, int end, char calendar)
    {
        var next = at;
        if (next < end && (text[next].Is(',') || text[next].Is('،')))
            next++;
        while (next < end && text[next].Form is "of" or "من" or "عام" or "سنه" or "لعام" or "لسنه" or "سال")
            next++;
        if (next < end && text[next].IsNumber && text[next].Form.Length == 4 && CalendarDates.IsYear(Number(next), calendar))
            return (Number(next), AfterYear(next + 1, end));
        return (null, at);
    }

    private int AfterYear(int at, int end)
    {
        if (at < end && text[at].Form is "года" or "году" or "год" or "г" or "год" or "م" or "ه" or "هـ")
            return at + 1;
        if (at + 1 < end && text[at].Is('-') && text[at + 1].Form is "го" or "м")
            return at + 2;
        return at;
    }

    private TimeExpression? BareYear(int i, int end)
    {
        if (text[i].Form.Length != 4)
            return null;
        var number = Number(i);
        var calendar = CalendarDates.IsYear(number, 'g') ? 'g' : CalendarDates.IsYear(number, 'p') && lexiconAt(i).Language == ArticleLanguage.Persian ? 'p' : '\0';
        if (calendar == '\0')
            return null;
        var last = AfterYear(i + 1, end);
        var isYear = last > i + 1 || text.Form(i - 1) is "in" or "since" or "of" or "from" or "by" or "until" or "during" or "before" or "after" or "early" or "late" or "عام" or "سنه" or "العام" or "السنه" or "لعام" or "سال"
            or "بعام" or "منذ" or "في" or "с" or "в" or "за" or "through" or "between" or "and" or "to";
        if (!isYear || (i + 1 < end && text[i + 1].IsNumber))
            return null;
        return CalendarDates.Year(new TokenRange(i, last), calendar, number);
    }

    private TimeExpression? Phrase(int i, int end)
    {
        if (lexiconAt(i).Periods.At(text, i, end) is not { } phrase)
            return null;
        var tokens = phrase.Tokens;
        var number = int.TryParse(phrase.Cell(2), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        switch (phrase.Tag)
        {
            case "fiscalYear":
                return YearAfter(tokens.End, end, 'g') is (int year, var yearEnd) ? fiscal.Year(tokens with { End = yearEnd }, year) : null;
            case "year":
                return YearAfter(tokens.End, end, 'g') is (int plain, var plainEnd) ? TimeExpression.Year(tokens with { End = plainEnd }, plain) : null;
            case "fiscalYearFrom":
                return FiscalYearFrom(tokens, end);
            case "quarter" or "half":
                return PartOfYear(tokens, end, phrase.Tag == "quarter" ? 3 : 6, number);
            case "firstMonths":
                return FirstMonths(tokens, end);
            default:
                return Relative(phrase.Tag, tokens, number) is { } time ? time with { IsRelative = true } : null;
        }
    }

    private TimeExpression? FiscalYearFrom(TokenRange tokens, int end)
    {
        for (var i = tokens.End; i < Math.Min(end, tokens.End + 4); i++)
        {
            if (MonthFirst(i, end) is { } day)
                return new TimeExpression(new TokenRange(tokens.Start, day.Tokens.End), day.From, null, TimePrecision.Interval, IsFiscal: true);
        }
        return null;
    }

    private TimeExpression? PartOfYear(TokenRange tokens, int end, int months, int part)
    {
        if (YearAfter(tokens.End, end, 'g') is not (int year, var last))
            return null;
        var from = new DateOnly(year, ((part - 1) * months) + 1, 1);
        return TimeExpression.Interval(new TokenRange(tokens.Start, last), from, from.AddMonths(months).AddDays(-1));
    }

    // "за одиннадцать месяцев 2023 года": January to November.
    private TimeExpression? FirstMonths(TokenRange tokens, int end)
    {
        if (YearAfter(tokens.End, end, 'g') is not (int year, var last) || tokens.Start == 0)
            return null;
        var before = tokens.Start - 1;
        var count = text[before].IsNumber ? Number(before)
            : lexiconAt(before).Numbers.At(text, before, tokens.Start) is { } word && double.TryParse(word.Tag, CultureInfo.InvariantCulture, out var value) ? (int)value : 0;
        return count is >= 1 and <= 12
            ? TimeExpression.Interval(new TokenRange(before, last), new DateOnly(year, 1, 1), new DateOnly(year, 1, 1).AddMonths(count).AddDays(-1))
            : null;
    }

    private TimeExpression? Relative(string kind, TokenRange tokens, int number)
    {
        switch (kind)
        {
            case "sameYear" or "thisFiscalYear" when _lastYear is { } same && (kind == "sameYear" || same.IsFiscal):
                return same with { Tokens = tokens };
            case "yearBefore" when _lastYear is { } later:
                return later with { Tokens = tokens, From = later.From.AddYears(-1), To = later.To is { } to ? EndOfYearBefore(later, to) : null };
            case "yearAfter" when _lastYear is { } earlier:
                return earlier with { Tokens = tokens, From = earlier.From.AddYears(1), To = earlier.To?.AddYears(1) };
            case "dayAfter" when _lastDay is { } day:
                return TimeExpression.Day(tokens, day.From.AddDays(1));
            case "dayBefore" when _lastDay is { } day:
                return TimeExpression.Day(tokens, day.From.AddDays(-1));
        }
        if (anchor is not { } today)
            return null;
        return kind switch
        {
            "lastYear" or "yearBefore" => TimeExpression.Year(tokens, today.Year - 1),
            "thisYear" => TimeExpression.Interval(tokens, new DateOnly(today.Year, 1, 1), today),
            "lastFiscalYear" => fiscal.Year(tokens, fiscal.NameOf(today) - 1),
            "thisFiscalYear" => new TimeExpression(tokens, fiscal.Year(tokens, fiscal.NameOf(today)).From, null, TimePrecision.Interval, IsFiscal: true),
            "yesterday" => TimeExpression.Day(tokens, today.AddDays(-1)),
            "today" => TimeExpression.Day(tokens, today),
            "lastMonth" => TimeExpression.Month(tokens, today.AddMonths(-1).Year, today.AddMonths(-1).Month),
            "thisMonth" => TimeExpression.Month(tokens, today.Year, today.Month),
            "weekday" => TimeExpression.Day(tokens, today.AddDays(-(((int)today.DayOfWeek - number + 7) % 7))) with { IsWeekday = true },
            _ => null,
        };
    }

    // A leap day does not shorten the year before.
    private static DateOnly EndOfYearBefore(TimeExpression later, DateOnly to) => later.From.AddYears(-1) is var from && to.DayNumber - later.From.DayNumber > 300
        ? from.AddYears(1).AddDays(-1)
        : to.AddYears(-1);

    // A month by name; a pair of names of one month counts as one.
    private MonthName? Month(int i, int end)
    {
        if (i >= end || i < 0 || !text[i].IsWord || lexiconAt(i).Months.At(text, i, end) is not { } name)
            return null;
        if (name.Cell(3) == "word" && text[i].Script == Transliteration.Script.Latin && !text[i].IsUpper)
            return null;
        var month = int.Parse(name.Tag, CultureInfo.InvariantCulture);
        var last = name.Tokens.End;
        if (last + 1 < end && text[last].Is('/') && lexiconAt(i).Months.At(text, last + 1, end) is { } pair && pair.Tag == name.Tag)
            last = pair.Tokens.End;
        else if (last < end && text[last].Is('.') && text[i].Form.Length <= 4 && text.Touch(last - 1))
            last++;
        return new MonthName(month, name.Cell(2) is [var calendar, ..] ? calendar : 'g', last, name.Cell(3) == "word");
    }

    private int Number(int i) => i < text.Count && text[i].Form.Length <= 8 && int.TryParse(text[i].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
