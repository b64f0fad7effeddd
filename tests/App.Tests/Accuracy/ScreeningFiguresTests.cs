using System.Collections.Immutable;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Tests.Accuracy;

/// <summary>The expected figures were worked out by the independent program <c>score_screening.py</c> on the same eight queries.</summary>
public class ScreeningFiguresTests
{
    private static readonly ScreenedQuery[] Eight =
    [
        Asked("p1", ["x:1"], ("x:1", 0.9), ("x:2", 0.6)),
        Asked("p2", ["x:2"], ("x:3", 0.8), ("x:2", 0.55)),
        Asked("p3", ["x:3", "x:4"], ("x:4", 0.4)),
        Asked("p4", ["x:5"]),
        Asked("n1", [], ("x:1", 0.7)),
        Asked("n2", [], ("x:2", 0.45)),
        Asked("n3", []),
        Asked("n4", []),
    ];

    [Fact]
    public void Recall_looks_at_places_and_recall_at_threshold_at_alerts()
    {
        var figures = ScreeningFigures.Measure(Eight, 0.5);

        Assert.Equal((8, 4, 4, 1), (figures.Queries, figures.Positives, figures.Negatives, figures.Alerted));
        Assert.Equal(0.5, figures.Recall1);
        Assert.Equal(0.75, figures.Recall10);
        Assert.Equal(0.5, figures.RecallAtThreshold);
        Assert.Equal(0.25, figures.Top1AtThreshold);
    }

    [Fact]
    public void Precision_is_told_for_queries_for_first_alerts_and_for_all_alerts()
    {
        var figures = ScreeningFigures.Measure(Eight, 0.5);

        Assert.Equal(0.25, figures.AlertRate);
        Assert.Equal(2.0 / 3, figures.Precision!.Value, 12);
        Assert.Equal(1.0 / 3, figures.TopPrecision!.Value, 12);
        Assert.Equal(0.4, figures.HitPrecision!.Value, 12);
        Assert.Equal(0.625, figures.AlertsPerQuery);
    }

    [Fact]
    public void Recall_at_an_alert_rate_is_the_best_recall_of_the_cuts_that_keep_it()
    {
        Assert.Equal(0.25, ScreeningFigures.RecallAtAlertRate(Eight, 0.02));
        Assert.Equal(0.5, ScreeningFigures.RecallAtAlertRate(Eight, 0.25));
        Assert.Equal(0.75, ScreeningFigures.RecallAtAlertRate(Eight, 0.5));
        Assert.Null(ScreeningFigures.RecallAtAlertRate([.. Eight.Where(q => q.Query.IsPositive)], 0.5));
    }

    [Fact]
    public void Fairness_compares_names_with_a_common_token_to_the_others()
    {
        var fairness = FairnessFigures.Measure(
            [Negative("a", true, 0.9), Negative("b", true, 0.1), Negative("c", false, 0.6), Negative("d", false, 0), Negative("e", false, 0), Negative("f", false, 0)], 0.5);

        Assert.Equal(2, fairness.CommonTokenRatio);
        Assert.Equal(1.5, fairness.CommonTokenVsAll!.Value, 12);
        Assert.Equal((1.0, null), (fairness.Disparity, fairness.DisparityOrigin));
    }

    [Fact]
    public void Disparity_counts_only_origins_with_enough_names_and_alerts()
    {
        ScreenedQuery[] many = [.. Group("often", 200, 20), .. Group("seldom", 800, 8), .. Group("few", 10, 4)];

        var fairness = FairnessFigures.Measure(many, 0.5);

        Assert.Equal("often", fairness.DisparityOrigin);
        Assert.Equal(0.1 / (32.0 / 1010), fairness.Disparity!.Value, 12);
    }

    private static IEnumerable<ScreenedQuery> Group(string origin, int count, int alerted) =>
        Enumerable.Range(0, count).Select(i => Screened(origin + i, [], origin, false, i < alerted ? [("x:1", 0.9)] : []));

    private static ScreenedQuery Negative(string id, bool hasCommonToken, double top) =>
        Screened(id, [], "", hasCommonToken, top > 0 ? [("x:1", top)] : []);

    private static ScreenedQuery Asked(string id, string[] right, params (string Entry, double Probability)[] hits) =>
        Screened(id, right, "", null, hits);

    private static ScreenedQuery Screened(string id, string[] right, string origin, bool? hasCommonToken, (string Entry, double Probability)[] hits)
    {
        var query = new ScreeningQuery(id, new Subject { Names = [new ListName(id, NameKind.Primary, "name")] },
            right.ToImmutableHashSet(), right.Length > 0 ? "exact" : "negative", "Latin", "", origin, hasCommonToken);
        return new ScreenedQuery(query, [.. hits.Select(h => new Found(h.Entry, h.Probability, 0, right.Contains(h.Entry)))]);
    }
}
