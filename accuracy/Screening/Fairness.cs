namespace Marsad.Accuracy.Screening;

/// <summary>Whether people of some origin, or with a name common on the lists, are alarmed on more often than others.</summary>
/// <param name="Disparity">The highest alert rate of an origin over the rate of all negatives; 1 when no origin has enough of them.</param>
/// <param name="DisparityOrigin">Which origin that is.</param>
/// <param name="CommonTokenRatio">The alert rate of negatives with a word common on the lists over the rate of the others.</param>
/// <param name="CommonTokenVsAll">The same over the rate of all negatives.</param>
internal sealed record Fairness(double? Disparity, string? DisparityOrigin, double? CommonTokenRatio, double? CommonTokenVsAll)
{
    /// <summary>An origin counts from so many negatives …</summary>
    public const int MinOrigin = 200;

    /// <summary>… and so many alerts, so that one chance alert does not decide.</summary>
    public const int MinAlerts = 5;

    /// <summary>Measures the negatives of a set at a threshold.</summary>
    public static Fairness Measure(IReadOnlyList<ScreenedQuery> queries, double threshold)
    {
        var negatives = queries.Where(q => !q.Query.IsPositive).ToList();
        if (negatives.Count == 0)
            return new Fairness(null, null, null, null);
        var all = Rate(negatives, threshold)!.Value;
        var (highest, origin) = (1.0, (string?)null);
        foreach (var group in negatives.Where(q => q.Query.Origin.Length > 0).GroupBy(q => q.Query.Origin).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var alerted = group.Count(q => q.TopScore >= threshold);
            if (group.Count() < MinOrigin || alerted < MinAlerts)
                continue;
            if (Ratio(Rate([.. group], threshold), all) is { } ratio && (origin is null || ratio > highest))
                (highest, origin) = (ratio, group.Key);
        }
        var common = Rate([.. negatives.Where(q => q.Query.HasCommonToken == true)], threshold);
        var others = Rate([.. negatives.Where(q => q.Query.HasCommonToken == false)], threshold);
        var comparable = common is not null && others is not null;
        return new Fairness(highest, origin, comparable ? Ratio(common, others) : null, comparable ? Ratio(common, all) : null);
    }

    private static double? Rate(List<ScreenedQuery> negatives, double threshold) =>
        negatives.Count == 0 ? null : (double)negatives.Count(q => q.TopScore >= threshold) / negatives.Count;

    private static double? Ratio(double? top, double? bottom) => (top, bottom) switch
    {
        (null, _) or (_, null) => null,
        (0.0, 0.0) => 1,
        (_, 0.0) => double.PositiveInfinity,
        _ => top / bottom,
    };
}
