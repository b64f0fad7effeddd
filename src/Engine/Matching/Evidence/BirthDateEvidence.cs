using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>How two dates of birth relate, the more exact first.</summary>
internal enum BirthDateRelation
{
    /// <summary>The same day.</summary>
    SameDay,
    /// <summary>The same month; one side knows no day.</summary>
    SameMonth,
    /// <summary>3 November and 11 March.</summary>
    DayAndMonthExchanged,
    /// <summary>The same day and month of the next year, or of one with two digits exchanged: a slip of the pen.</summary>
    YearMistyped,
    /// <summary>1 January on both sides: a filler for an unknown day.</summary>
    SameFiller,
    /// <summary>The same year; one side knows no more.</summary>
    SameYear,
    /// <summary>A range or circa that fits.</summary>
    WithinRange,
    /// <summary>A circa that nearly fits.</summary>
    NearRange,
    /// <summary>The same year, another day.</summary>
    OtherDayOfYear,
    /// <summary>A year apart.</summary>
    YearOffByOne,
    /// <summary>Up to four years apart.</summary>
    YearsClose,
    /// <summary>Further apart.</summary>
    Apart,
}

/// <summary>Weighs the dates of birth a subject gave against those an entry holds.</summary>
/// <remarks>
/// <para><b>Precision.</b> The two dates are weighed at the coarser precision: a year agrees with a day in it, for the year only.
/// 1 January is a common filler for an unknown day and counts as its year when the other date names another day of that year.</para>
/// <para><b>Several dates.</b> Publishers print alternatives: the pair that agrees best counts, the others are not held against it.</para>
/// <para><b>In between.</b> Day and month exchanged, and a year off by one, lie between agreement and conflict.</para>
/// <para><b>Other calendars.</b> Nobody alive was born before 1500: a year from 1280 on is read as of the Hijri and of the Persian
/// calendar, and agrees as a range does.</para>
/// <para><b>Source.</b> The weights follow <c>accuracy/runs/evidence.md</c>: shares of each relation among two records of one person on
/// two lists and among two persons of alike names.</para>
/// </remarks>
internal static class BirthDateEvidence
{
    private const int FirstOtherCalendar = 1280, LastOtherCalendar = 1500;

    public static EvidenceWeight Weigh(ReadOnlySpan<PartialDate> query, ReadOnlySpan<PartialDate> listed, Weights weights)
    {
        var best = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            for (var j = 0; j < listed.Length; j++)
            {
                var bits = Bits(Relate(query[i], listed[j]), weights);
                if (best.Query < 0 || bits > best.Bits)
                    best = new EvidenceWeight(bits > 0 ? Verdict.Agrees : Verdict.Conflicts, bits, i, j);
            }
        }
        return best;
    }

    /// <summary>How two dates relate.</summary>
    public static BirthDateRelation Relate(PartialDate a, PartialDate b)
    {
        if (IsOfOtherCalendar(a) != IsOfOtherCalendar(b))
            return IsOfOtherCalendar(a) ? RelateConverted(a, b) : RelateConverted(b, a);
        if (a.Precision == DatePrecision.Day && b.Precision == DatePrecision.Day && !a.IsCirca && !b.IsCirca)
            return Days(a.From, b.From);
        (a, b) = (Unfilled(a), Unfilled(b));
        return a.From <= b.To && b.From <= a.To ? Overlap(a, b) : Apart(GapInYears(a, b), a.IsCirca || b.IsCirca);
    }

    /// <summary>The most that dates of birth can weigh.</summary>
    public static double Most(Weights weights) => new[]
    {
        weights.BirthDayAgrees, weights.BirthDayFiller, weights.BirthMonthAgrees, weights.BirthYearAgrees, weights.BirthRangeAgrees,
        weights.BirthSwapped, weights.BirthSameYear, weights.BirthYearOffByOne, weights.BirthYearsClose, 0,
    }.Max();

    private static double Bits(BirthDateRelation relation, Weights weights) => relation switch
    {
        BirthDateRelation.SameDay => weights.BirthDayAgrees,
        BirthDateRelation.SameMonth => weights.BirthMonthAgrees,
        BirthDateRelation.DayAndMonthExchanged => weights.BirthSwapped,
        BirthDateRelation.YearMistyped or BirthDateRelation.SameYear => weights.BirthYearAgrees,
        BirthDateRelation.SameFiller => weights.BirthDayFiller,
        BirthDateRelation.WithinRange => weights.BirthRangeAgrees,
        BirthDateRelation.NearRange => weights.BirthRangeAgrees / 2,
        BirthDateRelation.OtherDayOfYear => weights.BirthSameYear,
        BirthDateRelation.YearOffByOne => weights.BirthYearOffByOne,
        BirthDateRelation.YearsClose => weights.BirthYearsClose,
        _ => weights.BirthConflict,
    };

    private static BirthDateRelation Days(DateOnly a, DateOnly b)
    {
        if (a == b)
            return IsFiller(a) ? BirthDateRelation.SameFiller : BirthDateRelation.SameDay;
        if (a.Year == b.Year)
        {
            if (a.Month == b.Day && a.Day == b.Month)
                return BirthDateRelation.DayAndMonthExchanged;
            return IsFiller(a) || IsFiller(b) ? BirthDateRelation.SameYear : BirthDateRelation.OtherDayOfYear;
        }
        var gap = Math.Abs(a.Year - b.Year);
        var sameDay = a.Month == b.Month && a.Day == b.Day && !IsFiller(a);
        return sameDay && (gap == 1 || DigitsExchanged(a.Year, b.Year)) ? BirthDateRelation.YearMistyped : Apart(gap, false);
    }

    // 1957, 1975.
    private static bool DigitsExchanged(int a, int b) => a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;

    private static BirthDateRelation Overlap(PartialDate a, PartialDate b)
    {
        if (a.IsCirca || b.IsCirca || a.Precision == DatePrecision.Range || b.Precision == DatePrecision.Range)
            return BirthDateRelation.WithinRange;
        var knowsMonths = a.Precision != DatePrecision.Year && b.Precision != DatePrecision.Year;
        return knowsMonths && (a.Precision == DatePrecision.Month || b.Precision == DatePrecision.Month) ? BirthDateRelation.SameMonth : BirthDateRelation.SameYear;
    }

    private static BirthDateRelation Apart(int years, bool isCirca) => (years, isCirca) switch
    {
        ( <= 2, true) => BirthDateRelation.NearRange,
        (0, false) => BirthDateRelation.OtherDayOfYear,
        (1, false) => BirthDateRelation.YearOffByOne,
        ( <= 4, _) => BirthDateRelation.YearsClose,
        _ => BirthDateRelation.Apart,
    };

    private static bool IsOfOtherCalendar(PartialDate date) => date.From.Year is >= FirstOtherCalendar and < LastOtherCalendar;

    private static BirthDateRelation RelateConverted(PartialDate converted, PartialDate other)
    {
        var best = BirthDateRelation.Apart;
        foreach (var calendar in (string[])["hijri", "persian calendar"])
        {
            if (OtherCalendars.TryRead($"{converted} {calendar}", out var date) && Relate(date, other) is var relation && relation < best)
                best = relation;
        }
        return best;
    }

    private static int GapInYears(PartialDate a, PartialDate b) =>
        a.To < b.From ? b.From.Year - a.To.Year : a.From.Year - b.To.Year;

    // 1 January against a month is a year against a month: the day and the month were not known.
    private static PartialDate Unfilled(PartialDate date) =>
        date is { Precision: DatePrecision.Day, IsCirca: false } && IsFiller(date.From) ? PartialDate.Year(date.From.Year) : date;

    private static bool IsFiller(DateOnly day) => day is { Month: 1, Day: 1 };
}
