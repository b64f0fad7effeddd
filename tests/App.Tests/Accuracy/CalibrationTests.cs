using Marsad.Accuracy.Calibration;
using Marsad.Accuracy.Pairs;

namespace Marsad.App.Tests.Accuracy;

public class CalibrationTests
{
    [Fact]
    public void The_fit_gives_a_stretch_of_pairs_the_probability_that_they_had()
    {
        // At twelve bits above even odds four in five are one party, at forty 63 in 64.
        List<CertaintyFit.Weighed> pairs = [.. Pairs(17, 800, 200), .. Pairs(45, 1260, 20)];

        var rows = CertaintyFit.RowsFor(pairs, -5).ToDictionary(r => r.Bits, r => r.LogOdds);

        Assert.Equal(2, rows[12], 0.1);
        Assert.Equal(6, rows[40], 0.2);
        Assert.Equal(rows.Values.Order(), rows.Values);
    }

    [Fact]
    public void A_pair_that_stands_for_many_counts_as_many()
    {
        var once = CertaintyFit.RowsFor([.. Pairs(17, 100, 100)], -5);
        var often = CertaintyFit.RowsFor([.. Pairs(17, 100, 1).Select(p => p.IsTrue ? p : p with { Times = 100 })], -5);

        Assert.Equal(once, often);
    }

    [Fact]
    public void The_interval_of_the_area_holds_the_area_and_is_wider_for_fewer_pairs()
    {
        var few = Scores(60);
        var many = Scores(1200);

        var (low, high) = Resampling.AucInterval(few)!.Value;
        var (lowOfMany, highOfMany) = Resampling.AucInterval(many)!.Value;

        Assert.InRange(PairFigures.Measure(few, 0.5).Auc!.Value, low, high);
        Assert.InRange(PairFigures.Measure(many, 0.5).Auc!.Value, lowOfMany, highOfMany);
        Assert.True(highOfMany - lowOfMany < (high - low) / 2);
        Assert.Null(Resampling.AucInterval([new(0.3, true), new(0.9, true)]));
    }

    [Fact]
    public void Perfect_probabilities_show_some_error_by_chance_and_bad_ones_show_more()
    {
        var pairs = Scores(600);
        var (low, high) = Resampling.PerfectEce(pairs);

        Assert.True(0 < low && low < high);
        Assert.InRange(PairFigures.CalibrationError(pairs), 0, high);
        Assert.True(PairFigures.CalibrationError([.. pairs.Select(p => p with { Score = 0.99 })]) > high);
    }

    private static IEnumerable<CertaintyFit.Weighed> Pairs(double bits, int isTrue, int isFalse) =>
        Enumerable.Range(0, isTrue + isFalse).Select(i => new CertaintyFit.Weighed(bits, i < isTrue));

    // Scores spread evenly, each as often true as it says.
    private static List<ScoredPair> Scores(int count)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(i => (i + 0.5) / count).Select(p => new ScoredPair(p, random.NextDouble() < p))];
    }
}
