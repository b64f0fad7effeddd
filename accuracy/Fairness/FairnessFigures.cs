using Marsad.Accuracy.Screening;

namespace Marsad.Accuracy.Fairness;

/// <summary>Whether people of some origin, or with a name common on the lists, are alarmed on more often than others.</summary>
/// <remarks>The names and the definitions are those of <c>score_screening.py</c>; its <c>ratioLow</c> is <see cref="DisparityLow"/> here.</remarks>
internal sealed record FairnessFigures
{
    /// <summary>An origin counts from so many negatives …</summary>
    public const int MinOrigin = 200;

    /// <summary>… and so many alerts, so that one chance alert does not decide.</summary>
    public const int MinAlerts = 5;

    /// <summary>The highest alert rate of an origin over the rate of all negatives; 1 when no origin has enough of them.</summary>
    public double? Disparity { get; init; }

    /// <summary>Which origin that is.</summary>
    public string? DisparityOrigin { get; init; }

    /// <summary>The greatest ratio that is sure: the lower end of an origin's 95 % interval (Wilson) over the rate of all negatives.</summary>
    public double? DisparityLow { get; init; }

    /// <summary>The highest alert rate of an origin with enough negatives, whatever the number of its alerts.</summary>
    public double? HighestRate { get; init; }

    /// <summary>Which origin that is.</summary>
    public string? HighestRateOrigin { get; init; }

    /// <summary>The alert rate of negatives with a word common on the lists over the rate of the others.</summary>
    public double? CommonTokenRatio { get; init; }

    /// <summary>What of that is sure: the lower end of the first rate's 95 % interval over the second rate.</summary>
    public double? CommonTokenRatioLow { get; init; }

    /// <summary>The first of the two over the rate of all negatives.</summary>
    public double? CommonTokenVsAll { get; init; }

    /// <summary>Measures the negatives of a set at a threshold.</summary>
    public static FairnessFigures Measure(IEnumerable<ScreenedQuery> queries, double threshold, int minOrigin = MinOrigin) =>
        Measure([.. queries.Where(q => !q.Query.IsPositive).Select(q => new Answer(q.Query.Origin, q.Query.HasCommonToken, q.TopScore >= threshold))], minOrigin);

    /// <summary>Measures people who are on no list, each alerted on or not.</summary>
    public static FairnessFigures Measure(IReadOnlyList<Answer> negatives, int minOrigin = MinOrigin)
    {
        if (negatives.Count == 0)
            return new FairnessFigures();
        var all = new AlertRate(negatives);
        var origins = negatives.Where(a => a.Origin.Length > 0).GroupBy(a => a.Origin).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Origin: g.Key, Rate: new AlertRate(g))).Where(o => o.Rate.Count >= minOrigin).ToList();
        var judged = origins.Where(o => o.Rate.Alerted >= MinAlerts).Select(o => (o.Origin, Ratio: Ratio(o.Rate.Share, all.Share)!.Value, o.Rate)).ToList();
        var worst = judged.Count == 0 ? (Origin: null, Ratio: 1.0, Rate: all) : judged.MaxBy(o => o.Ratio);
        var highest = origins.Count == 0 ? (Origin: null, Rate: null) : origins.MaxBy(o => o.Rate.Share);
        var common = new AlertRate(negatives.Where(a => a.HasCommonToken == true));
        var others = new AlertRate(negatives.Where(a => a.HasCommonToken == false));
        return new FairnessFigures
        {
            Disparity = worst.Ratio,
            DisparityOrigin = worst.Origin,
            DisparityLow = judged.Count == 0 ? 1 : judged.Max(o => Ratio(o.Rate.Low, all.Share)),
            HighestRate = highest.Rate?.Share,
            HighestRateOrigin = highest.Origin,
            CommonTokenRatio = Ratio(common.Share, others.Share),
            CommonTokenRatioLow = others.Count == 0 ? null : Ratio(common.Low, others.Share),
            CommonTokenVsAll = others.Count == 0 ? null : Ratio(common.Share, all.Share),
        };
    }

    private static double? Ratio(double? top, double? bottom) => (top, bottom) switch
    {
        (null, _) or (_, null) => null,
        (0.0, 0.0) => 1,
        (_, 0.0) => double.PositiveInfinity,
        _ => top / bottom,
    };
}

/// <summary>What a screening of a person who is on no list came to.</summary>
/// <param name="Origin">The origin of the name; empty when it has none.</param>
/// <param name="HasCommonToken">The name holds a word that is common on the lists; null when that is not known.</param>
/// <param name="IsAlerted">There was an alert.</param>
internal readonly record struct Answer(string Origin, bool? HasCommonToken, bool IsAlerted);

/// <summary>How many of some people were alerted on.</summary>
internal sealed record AlertRate
{
    private const double Z95 = 1.96;

    public AlertRate(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers)
        {
            Count++;
            Alerted += answer.IsAlerted ? 1 : 0;
        }
    }

    public int Count { get; }
    public int Alerted { get; }

    /// <summary>The alert rate; null for no people.</summary>
    public double? Share => Count == 0 ? null : (double)Alerted / Count;

    /// <summary>The lower end of its 95 % interval (Wilson); null for no people.</summary>
    public double? Low => Bound(-1);

    /// <summary>The upper end.</summary>
    public double? High => Bound(1);

    private double? Bound(int side)
    {
        if (Share is not { } p)
            return null;
        double n = Count;
        var center = p + Z95 * Z95 / (2 * n);
        var margin = Z95 * Math.Sqrt(p * (1 - p) / n + Z95 * Z95 / (4 * n * n));
        return Math.Clamp((center + side * margin) / (1 + Z95 * Z95 / n), 0, 1);
    }
}
