using CsCheck;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class CertaintyTests
{
    private static readonly Certainty Sample = new(-5, [(4, 2), (10, 4), (40, 6)]);

    [Fact]
    public void More_bits_are_a_higher_probability_that_is_never_0_and_never_1() => Gen.Select(Gen.Double[-200, 300], Gen.Double[0.01, 100], Gen.Bool).Sample(
        (bits, more, screens) =>
        {
            var certainty = screens ? ScoringModel.V1.Screening : ScoringModel.V1.Comparing;
            double less = certainty.Of(bits), higher = certainty.Of(bits + more);
            Assert.True(0 < less && less < higher && higher < 1, $"{less:R} {higher:R}");
        },
        iter: 1000, threads: 1);

    [Fact]
    public void Even_odds_stay_even_and_below_them_a_bit_is_a_bit()
    {
        Assert.Equal(0.5, Sample.Of(5));
        Assert.Equal(0.2, Sample.Of(3), 12);
    }

    [Fact]
    public void Above_even_odds_the_table_says_what_a_sum_is_worth_and_between_two_rows_the_straight_line()
    {
        Assert.Equal(0.8, Sample.Of(9), 12);
        Assert.Equal(8.0 / 9, Sample.Of(12), 12);
        Assert.Equal(1 - 1.0 / 257, Sample.Of(75), 12);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void The_weight_for_a_probability_has_that_probability(double probability) => Assert.Equal(probability, Sample.Of(Sample.WeightFor(probability)), 12);

    [Fact]
    public void Certainty_takes_more_bits_than_there_are()
    {
        Assert.Equal(double.NegativeInfinity, Sample.WeightFor(0));
        Assert.Equal(double.PositiveInfinity, Sample.WeightFor(1));
    }

    [Fact]
    public void A_table_that_falls_stands_still_or_is_empty_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Certainty(-5, [(4, 2), (10, 2)]));
        Assert.Throws<ArgumentException>(() => new Certainty(-5, [(4, 2), (3, 4)]));
        Assert.Throws<ArgumentException>(() => new Certainty(-5, []));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void What_a_screening_returns_has_reached_the_threshold_and_is_a_match(double threshold)
    {
        var list = Watchlist.Prepare([Scoring.Listed("Qasem Soleimani"), Scoring.Listed("Qasem Sulayman"), Scoring.Listed("Kasim Suleiman Rahimi")], ScoringModel.V1);

        var hits = list.Screen(Scoring.Asking("Qasem Soleimani"), new ScreeningOptions { Threshold = threshold });

        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.True(h.IsMatch && h.Comparison.Probability >= threshold));
    }

    [Fact]
    public void Names_that_agree_to_the_letter_are_ranked_by_how_rare_they_are()
    {
        string[] fromCommonToRare = ["Mohammed Ali", "Mohammed Hassan", "Qasem Soleimani", "Zebulon Quackenbush"];

        var scores = fromCommonToRare.Select(n => Scoring.Names(n, n)).ToList();

        Assert.All(scores, s => Assert.Equal(1, s.NameSimilarity));
        Assert.Equal(scores.Select(s => s.WeightBits).Order(), scores.Select(s => s.WeightBits));
        Assert.Equal(scores.Count, scores.Select(s => s.Probability).Distinct().Count());
        Assert.Equal(scores.Select(s => s.Probability).Order(), scores.Select(s => s.Probability));
    }
}
