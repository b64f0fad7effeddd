namespace Marsad.Accuracy.Screening;

/// <summary>What a set of screenings found and how often it alarmed on the innocent: the figures of <c>score_screening.py</c>, to the digit.</summary>
/// <remarks>A figure is null where it is not defined, such as the recall of a set without listed people.</remarks>
internal sealed record ScreeningFigures
{
    public required int Queries { get; init; }
    public required int Positives { get; init; }
    public int Negatives => Queries - Positives;

    /// <summary>Negatives with at least one alert.</summary>
    public required int Alerted { get; init; }

    /// <summary>The right entry is the first hit, whatever its probability.</summary>
    public double? Recall1 { get; init; }

    /// <summary>The right entry is among the first ten.</summary>
    public double? Recall10 { get; init; }

    /// <summary>The right entry is among the alerts.</summary>
    public double? RecallAtThreshold { get; init; }

    /// <summary>The right entry is the first hit and an alert.</summary>
    public double? Top1AtThreshold { get; init; }

    /// <summary>The share of negatives with an alert.</summary>
    public double? AlertRate { get; init; }

    /// <summary>Of the queries that alerted, the share where a right entry is among the alerts.</summary>
    public double? Precision { get; init; }

    /// <summary>Of the queries that alerted, the share whose first alert is right.</summary>
    public double? TopPrecision { get; init; }

    /// <summary>Of all alerts, the share that is right.</summary>
    public double? HitPrecision { get; init; }

    public double? AlertsPerQuery { get; init; }

    /// <summary>Measures a set at a threshold.</summary>
    public static ScreeningFigures Measure(IReadOnlyList<ScreenedQuery> queries, double threshold)
    {
        var positives = queries.Where(q => q.Query.IsPositive).ToList();
        var negatives = queries.Count - positives.Count;
        var alerts = queries.Select(q => (Query: q, Alerts: q.Alerts(threshold).ToList())).ToList();
        var alerted = alerts.Where(a => a.Alerts.Count > 0).ToList();
        var innocent = alerted.Count(a => !a.Query.Query.IsPositive);
        var all = alerts.Sum(a => a.Alerts.Count);
        return new ScreeningFigures
        {
            Queries = queries.Count,
            Positives = positives.Count,
            Alerted = innocent,
            Recall1 = Share(positives.Count(q => q.Rank == 1), positives.Count),
            Recall10 = Share(positives.Count(q => q.Rank <= 10), positives.Count),
            RecallAtThreshold = Share(positives.Count(q => q.RightScore >= threshold), positives.Count),
            Top1AtThreshold = Share(positives.Count(q => q.Rank == 1 && q.RightScore >= threshold), positives.Count),
            AlertRate = Share(innocent, negatives),
            Precision = Share(alerted.Count(a => a.Alerts.Exists(h => h.IsRight)), alerted.Count),
            TopPrecision = Share(alerted.Count(a => a.Alerts[0].IsRight), alerted.Count),
            HitPrecision = Share(alerts.Sum(a => a.Alerts.Count(h => h.IsRight)), all),
            AlertsPerQuery = Share(all, queries.Count),
        };
    }

    /// <summary>The highest recall when the cut is raised until at most the given share of negatives alerts.</summary>
    public static double? RecallAtAlertRate(IReadOnlyList<ScreenedQuery> queries, double limit)
    {
        var right = queries.Where(q => q.Query.IsPositive && q.RightScore is not null).Select(q => q.RightScore!.Value).OrderDescending().ToList();
        var wrong = queries.Where(q => !q.Query.IsPositive && q.TopScore is not null).Select(q => q.TopScore!.Value).OrderDescending().ToList();
        var positives = queries.Count(q => q.Query.IsPositive);
        if (positives == 0 || positives == queries.Count)
            return null;
        var (i, j, best) = (0, 0, 0.0);
        foreach (var cut in right.Concat(wrong).Distinct().OrderDescending())
        {
            while (i < right.Count && right[i] >= cut)
                i++;
            while (j < wrong.Count && wrong[j] >= cut)
                j++;
            if ((double)j / (queries.Count - positives) <= limit)
                best = Math.Max(best, (double)i / positives);
        }
        return best;
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
