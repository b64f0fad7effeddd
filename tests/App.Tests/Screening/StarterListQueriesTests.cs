using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Tests.Screening;

/// <summary>Five people and groups asked for by name alone on the lists that ship with Marsad.</summary>
public class StarterListQueriesTests
{
    private static readonly Lazy<Watchlist> Starter = new(() => Watchlist.Prepare(StarterLists.Ids.SelectMany(StarterLists.Entries), ScoringModel.V1));

    [Theory]
    [InlineData("Qasem Soleimani", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("قاسم سليماني", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("Касем Сулеймани", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("Usama bin Ladin", "ofac-sdn:6365")]
    [InlineData("حركة الشباب", "ofac-sdn:10761", "un:SOe.001")]
    public void The_right_entry_comes_first_at_the_default_threshold_and_says_why(string name, params string[] entries)
    {
        var subject = new Subject { Names = [new ListName(name, NameKind.Primary, "NAME")] };
        var hits = Starter.Value.Screen(subject, new ScreeningOptions { Explain = true });

        Assert.Equal(entries.Order(StringComparer.Ordinal), hits.Take(entries.Length).Select(h => h.Entry.Id).Order(StringComparer.Ordinal));
        var evidence = hits[0].Comparison.Evidence[0];
        Assert.Equal((Verdict.Agrees, name, hits[0].Comparison.MatchedName), (evidence.Verdict, evidence.Query, evidence.Listed));
        Assert.Equal(2, evidence.Parts.Count(p => p.Query is not null && p.Listed is not null && p.WeightBits > 0));
    }
}
