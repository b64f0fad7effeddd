using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Weighs the dates of birth a subject gave against those an entry holds.</summary>
/// <remarks>
/// <para><b>Precision.</b> The two dates are weighed at the coarser precision: a year agrees with a day in it, for the year only.
/// 1 January is a common filler for an unknown day and counts as its year when the other date names another day of that year.</para>
/// <para><b>Several dates.</b> Publishers print alternatives: the pair that agrees best counts, the others are not held against it.</para>
/// <para><b>In between.</b> Day and month exchanged, and a year off by one, lie between agreement and conflict.</para>
/// </remarks>
internal static class BirthDateEvidence
{
    public static EvidenceWeight Weigh(ReadOnlySpan<PartialDate> query, ReadOnlySpan<PartialDate> listed, Weights weights)
    {
        var best = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            for (var j = 0; j < listed.Length; j++)
            {
                var bits = Bits(query[i], listed[j], weights);
                if (best.Query < 0 || bits > best.Bits)
                    best = new EvidenceWeight(bits > 0 ? Verdict.Agrees : Verdict.Conflicts, bits, i, j);
            }
        }
        return best;
    }

    private static double Bits(PartialDate a, PartialDate b, Weights weights)
    {
        if (a.Precision == DatePrecision.Day && b.Precision == DatePrecision.Day && !a.IsCirca && !b.IsCirca)
            return Days(a.From, b.From, weights);
        (a, b) = (Unfilled(a), Unfilled(b));
        if (a.From <= b.To && b.From <= a.To)
            return Overlap(a, b, weights);
        return Apart(GapInYears(a, b), a.IsCirca || b.IsCirca, weights);
    }

    private static double Days(DateOnly a, DateOnly b, Weights weights)
    {
        if (a == b)
            return IsFiller(a) ? weights.BirthDayFiller : weights.BirthDayAgrees;
        if (a.Year == b.Year)
        {
            if (a.Month == b.Day && a.Day == b.Month)
                return weights.BirthSwapped;
            return IsFiller(a) || IsFiller(b) ? weights.BirthYearAgrees : weights.BirthSameYear;
        }
        var gap = Math.Abs(a.Year - b.Year);
        var sameDay = a.Month == b.Month && a.Day == b.Day && !IsFiller(a);
        return gap == 1 && sameDay ? weights.BirthYearAgrees : Apart(gap, false, weights);
    }

    private static double Overlap(PartialDate a, PartialDate b, Weights weights)
    {
        if (a.IsCirca || b.IsCirca || a.Precision == DatePrecision.Range || b.Precision == DatePrecision.Range)
            return weights.BirthRangeAgrees;
        return a.Precision == DatePrecision.Month || b.Precision == DatePrecision.Month
            ? a.Precision == DatePrecision.Year || b.Precision == DatePrecision.Year ? weights.BirthYearAgrees : weights.BirthMonthAgrees
            : weights.BirthYearAgrees;
    }

    private static double Apart(int years, bool isCirca, Weights weights) => (years, isCirca) switch
    {
        ( <= 2, true) => weights.BirthRangeAgrees / 2,
        (0, false) => weights.BirthSameYear,
        (1, false) => weights.BirthYearOffByOne,
        ( <= 4, _) => weights.BirthYearsClose,
        _ => weights.BirthConflict,
    };

    private static int GapInYears(PartialDate a, PartialDate b) =>
        a.To < b.From ? b.From.Year - a.To.Year : a.From.Year - b.To.Year;

    // 1 January against a month is a year against a month: the day and the month were not known.
    private static PartialDate Unfilled(PartialDate date) =>
        date is { Precision: DatePrecision.Day, IsCirca: false } && IsFiller(date.From) ? PartialDate.Year(date.From.Year) : date;

    private static bool IsFiller(DateOnly day) => day is { Month: 1, Day: 1 };
}
