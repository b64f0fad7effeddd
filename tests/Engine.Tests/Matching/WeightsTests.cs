using System.Globalization;
using Marsad.Engine.Matching;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Matching;

public class WeightsTests
{
    [Fact]
    public void Every_row_of_the_table_is_a_weight_and_every_weight_a_row()
    {
        var rows = TableFile.Rows("models/V1/weights.tsv", 2).ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var weights = typeof(Weights).GetProperties().ToDictionary(
            p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..], p => (double)p.GetValue(ScoringModel.V1.Weights)!, StringComparer.Ordinal);

        Assert.Equal(rows.OrderBy(r => r.Key, StringComparer.Ordinal), weights.OrderBy(w => w.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void What_contradicts_is_negative_what_agrees_is_positive_and_the_stronger_agreement_weighs_more()
    {
        var weights = ScoringModel.V1.Weights;
        double[] agreements =
            [weights.BirthRangeAgrees, weights.BirthYearAgrees, weights.BirthMonthAgrees, weights.BirthDayAgrees, weights.IdentifierAgrees];
        double[] conflicts = [weights.BirthConflict, weights.BirthYearsClose, weights.BirthYearOffByOne, weights.BirthSameYear];
        Assert.All(agreements, bits => Assert.True(bits > 0));
        Assert.All(conflicts, bits => Assert.True(bits < 0));
        Assert.Equal(agreements.Order(), agreements);
        Assert.Equal(conflicts.Order(), conflicts);
        Assert.InRange(weights.BirthDayFiller, weights.BirthYearAgrees, weights.BirthMonthAgrees);
        Assert.InRange(weights.BirthSwapped, weights.BirthYearAgrees, weights.BirthDayAgrees);
        Assert.InRange(weights.IdentifierNearMiss, 0.1, weights.IdentifierAgrees / 2);
        Assert.True(weights.AddressCityAgrees < weights.AddressAgrees);
        Assert.True(weights.PersonQueryUnmatched < weights.PersonListedUnmatched, "lists print longer names than people give");
        Assert.True(weights.PriorScreen < weights.PriorCompare, "a pair that somebody chose is likelier one party");
    }

    [Theory]
    [InlineData("person")]
    [InlineData("organization")]
    public void A_table_of_rarity_has_each_key_once_and_bits_that_a_share_can_have(string kind)
    {
        var rows = TableFile.Rows($"models/V1/rarity-{kind}.tsv", 2).ToList();
        Assert.Equal(rows.Count, rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, r => Assert.InRange(double.Parse(r[1], CultureInfo.InvariantCulture), 0.1, 25));
        Assert.All(rows, r => Assert.True(r[0].Length > 0 && r[0].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)), r[0]));
    }

    [Theory]
    [InlineData("muhammad", "mohammad")]
    [InlineData("husayn", "hussein")]
    [InlineData("qasem", "kassem")]
    [InlineData("yuliya", "yulia")]
    [InlineData("joseph", "josef")]
    public void Spellings_of_one_name_are_counted_under_one_key(string a, string b) => Assert.Equal(RarityKey.Of(a), RarityKey.Of(b));

    [Fact]
    public void A_common_name_proves_less_than_a_rare_one() => Assert.True(
        Alone("Mohammed") < Alone("Soleimani") && Alone("Soleimani") < Alone("Wolkenstein") && Alone("محمد") < Alone("سليماني"));

    private static double Alone(string name) => Scoring.Names(name, name).WeightBits;
}
