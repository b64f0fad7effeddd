using Marsad.Accuracy.Pairs;

namespace Marsad.App.Tests.Accuracy;

/// <summary>The expected figures were worked out by the independent program <c>score_pairs.py</c> on the same fifteen rows.</summary>
public class PairFiguresTests
{
    private static readonly ScoredPair[] Fifteen =
    [
        new(0.99, true), new(0.97, true), new(0.97, false), new(0.9, true), new(0.7, true), new(0.7, true), new(0.55, false), new(0.5, true),
        new(0.49, true), new(0.3, false), new(0.3, true), new(0.1, false), new(0.05, false), new(0.0, false), new(1.0, true),
    ];

    [Fact]
    public void Figures_at_a_threshold_count_a_score_on_the_threshold_as_predicted_true()
    {
        var figures = PairFigures.Measure(Fifteen, 0.5);

        Assert.Equal((15, 9, 6, 2, 2), (figures.Count, figures.Positives, figures.Negatives, figures.FalsePositives, figures.FalseNegatives));
        Assert.Equal(0.7777777777777778, figures.Precision!.Value, 12);
        Assert.Equal(0.7777777777777778, figures.Recall!.Value, 12);
        Assert.Equal(0.7777777777777778, figures.F1!.Value, 12);
        Assert.Equal(0.7333333333333333, figures.Accuracy!.Value, 12);
    }

    [Fact]
    public void Figures_over_all_cuts_take_tied_scores_as_one_step()
    {
        var figures = PairFigures.Measure(Fifteen, 0.5);

        Assert.Equal(0.8148148148148148, figures.Auc!.Value, 12);
        Assert.Equal(0.8435626102292768, figures.AveragePrecision!.Value, 12);
        Assert.Equal(0.8571428571428571, figures.BestF1, 12);
        Assert.Equal(0.3, figures.BestF1Threshold);
        Assert.Equal(0.2222222222222222, figures.RecallAtPrecision95!.Value, 12);
    }

    [Fact]
    public void Calibration_is_measured_over_ten_bins_and_one_belongs_to_the_last()
    {
        var figures = PairFigures.Measure(Fifteen, 0.5);

        Assert.Equal(0.1691333333333333, figures.Brier!.Value, 12);
        Assert.Equal(0.16933333333333334, figures.Ece!.Value, 12);
        Assert.Equal([0.0, 0.1, 0.3, 0.4, 0.5, 0.7, 0.9], figures.Calibration.Select(b => b.From));
        Assert.Equal(5, figures.Calibration[^1].Count);
    }

    [Fact]
    public void A_set_with_one_label_has_no_curve_and_scores_beyond_one_have_no_calibration()
    {
        Assert.Null(PairFigures.Measure([new(0.2, true), new(0.9, true)], 0.5).Auc);
        Assert.Null(PairFigures.Measure([new(14.2, true), new(-3, false)], 0).Brier);
        Assert.Equal(0, PairFigures.Measure([], 0.5).Count);
    }
}
