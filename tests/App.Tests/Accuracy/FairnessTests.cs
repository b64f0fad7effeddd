using Marsad.Accuracy.Fairness;
using Marsad.Engine.Lists;

namespace Marsad.App.Tests.Accuracy;

/// <summary>The expected bounds were worked out by the independent program <c>score_screening.py</c> (wilson_low).</summary>
public class FairnessTests
{
    [Fact]
    public void The_sure_part_of_a_ratio_takes_the_lower_end_of_the_rate_of_the_origin()
    {
        var fairness = FairnessFigures.Measure([.. People("often", 1000, 60), .. People("seldom", 3000, 20)], 1000);

        Assert.Equal("often", fairness.DisparityOrigin);
        Assert.Equal(0.06 / 0.02, fairness.Disparity!.Value, 12);
        Assert.Equal(0.04689626 / 0.02, fairness.DisparityLow!.Value, 4);
        Assert.Equal((0.06, "often"), (fairness.HighestRate!.Value, fairness.HighestRateOrigin));
    }

    [Fact]
    public void An_origin_with_too_few_people_or_alerts_does_not_decide()
    {
        var fairness = FairnessFigures.Measure([.. People("few", 50, 40), .. People("chance", 1000, 4), .. People("rest", 3000, 0)], 1000);

        Assert.Equal((1.0, null), (fairness.DisparityLow!.Value, fairness.DisparityOrigin));
        Assert.Equal("chance", fairness.HighestRateOrigin);
    }

    [Fact]
    public void Names_with_a_common_word_are_compared_to_the_others()
    {
        var fairness = FairnessFigures.Measure([.. People("a", 1000, 30, hasCommonToken: true), .. People("a", 4000, 60)], 1000);

        Assert.Equal(2, fairness.CommonTokenRatio!.Value, 12);
        Assert.Equal(0.0210936 / 0.015, fairness.CommonTokenRatioLow!.Value, 4);
        Assert.Equal(0.03 / 0.018, fairness.CommonTokenVsAll!.Value, 12);
    }

    [Fact]
    public void Nobody_on_the_set_gives_no_figure() => Assert.Null(FairnessFigures.Measure([], 1000).Disparity);

    [Fact]
    public void The_same_seed_invents_the_same_people_each_of_the_origin_it_says()
    {
        Assert.SkipUnless(Directory.Exists(Marsad.Accuracy.DataFiles.Shared("populations")), "the populations lie in ../shared/data");
        var names = new Populations();
        var once = new InventedPeople(names, new HashSet<string> { "mohammed" }, 7).Of(30);
        var again = new InventedPeople(names, new HashSet<string> { "mohammed" }, 7).Of(30);

        Assert.Equal(once.Select(q => q.Subject.Names[0].Text), again.Select(q => q.Subject.Names[0].Text));
        Assert.All(once, q => Assert.False(q.IsPositive));
        Assert.All(once.Where(q => q.Origin.EndsWith("arab chain", StringComparison.Ordinal)), q => Assert.True(q.Subject.Names[0].Text.Split(' ').Length >= 3));
        Assert.All(once, q => Assert.Equal(q.Subject.Names[0].Text.Split(' ', '-').Contains("Mohammed"), q.HasCommonToken));
        Assert.All(once.GroupBy(q => q.Origin), g => Assert.Equal(30, g.Count()));
    }

    [Fact]
    public void Jaro_Winkler_looks_past_no_name_that_is_most_like_the_asked_one()
    {
        string[] listed = ["SOLEIMANI, Qasem", "Qasim Sulaymani", "Karim HALLOUN", "Halloun Yusuf", "O'BRIEN, Christopher", "Мария Иванова"];
        ListEntry[] entries = [.. listed.Select((name, i) => new ListEntry
        {
            Id = $"x:{i}", Schema = EntrySchema.Person, Names = [new ListName(name, NameKind.Primary, "name")],
        })];
        var list = new JaroWinklerList(entries);

        foreach (var asked in (string[])["Qasem Soleimani", "Sulaimani Qasim", "Karin Haloun", "Christofer Obrien", "Мария Иванов", "Zzz", ""])
        {
            var most = entries.Max(e => list.Against(asked, [e.Id]));
            Assert.Equal(most > 0.75 ? most : 0, list.Highest(asked));
        }
        Assert.Equal(1, list.Highest("Qasem Soleimani"));
    }

    private static IEnumerable<Answer> People(string origin, int count, int alerted, bool hasCommonToken = false) =>
        Enumerable.Range(0, count).Select(i => new Answer(origin, hasCommonToken, i < alerted));
}
