using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class ProbabilitiesTests
{
    [Fact]
    public void More_bits_are_a_higher_probability_that_is_never_0_and_never_1() => Gen.Select(Gen.Double[-200, 500], Gen.Double[0.01, 100], Gen.Double[0.5, 5]).Sample(
        (bits, more, scale) =>
        {
            double less = Probabilities.Of(bits, scale), higher = Probabilities.Of(bits + more, scale);
            Assert.True(0 < less && less < higher && higher < 1, $"{less:R} {higher:R}");
        },
        iter: 1000, threads: 1);

    [Fact]
    public void Even_odds_stay_even_and_below_them_a_bit_is_a_bit()
    {
        Assert.Equal(0.5, Probabilities.Of(0, 1.5));
        Assert.Equal(0.2, Probabilities.Of(-2, 1.5), 12);
        Assert.True(Probabilities.Of(3, 1.5) < 8.0 / 9);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void The_bits_of_a_probability_have_that_probability(double probability) =>
        Assert.Equal(probability, Probabilities.Of(Probabilities.BitsFor(probability, 1.5), 1.5), 12);

    [Fact]
    public void Certainty_takes_more_bits_than_there_are()
    {
        Assert.Equal(double.NegativeInfinity, Probabilities.BitsFor(0, 1.5));
        Assert.Equal(double.PositiveInfinity, Probabilities.BitsFor(1, 1.5));
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
