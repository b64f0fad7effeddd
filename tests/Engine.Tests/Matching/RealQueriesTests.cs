using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Matching;
using Marsad.Engine.Tests.Lists;

namespace Marsad.Engine.Tests.Matching;

/// <summary>
/// Five people and groups asked for by name alone on the measured lists, read from the publishers' files: UN of 2026-02-27, OFAC SDN of
/// 2024-05-03 with the aliases and addresses that join to it.
/// </summary>
public class RealQueriesTests
{
    private static readonly Lazy<Watchlist> Measured = new(() => Watchlist.Prepare(
        [
            .. RealFiles.Read(new UnReader(), "un", "un/un-consolidated-2026-02-27.xml.gz").Entries,
            .. RealFiles.Read(new OfacReader("ofac-sdn"), "ofac-sdn", "ofac/sdn-2024-05-03.csv.gz", "ofac/alt-2024-09.csv.gz", "ofac/add-2025-02-27.csv.gz").Entries,
        ],
        ScoringModel.V1));

    // Soleimani and Al-Shabaab stand on both lists and are found on both, bin Ladin on OFAC's only.
    [Theory]
    [InlineData("Qasem Soleimani", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("قاسم سليماني", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("Касем Сулеймани", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("Kassem Soleymani", "ofac-sdn:10481", "un:IRi.039")]
    [InlineData("Usama bin Ladin", "ofac-sdn:6365")]
    [InlineData("حركة الشباب", "ofac-sdn:10761", "un:SOe.001")]
    public void The_right_entry_comes_first_at_the_default_threshold_and_says_why(string name, params string[] entries)
    {
        foreach (var file in (string[])["un/un-consolidated-2026-02-27.xml.gz", "ofac/sdn-2024-05-03.csv.gz", "ofac/alt-2024-09.csv.gz", "ofac/add-2025-02-27.csv.gz"])
            SharedData.Path("lists/" + file);
        var hits = Measured.Value.Screen(Scoring.Asking(name, null), new ScreeningOptions { Explain = true });

        Assert.Equal(entries.Order(StringComparer.Ordinal), hits.Take(entries.Length).Select(h => h.Entry.Id).Order(StringComparer.Ordinal));
        Assert.All(hits, h => Assert.True(h.IsMatch));
        Assert.All(hits.Take(entries.Length), h => ExplainedInBothScripts(name, h));
    }

    private static void ExplainedInBothScripts(string name, Hit hit)
    {
        var evidence = hit.Comparison.Evidence[0];
        Assert.Equal((EvidenceKind.Name, Verdict.Agrees, name, hit.Comparison.MatchedName), (evidence.Kind, evidence.Verdict, evidence.Query, evidence.Listed));
        var met = evidence.Parts.Where(p => p.Query is not null && p.Listed is not null && p.WeightBits > 0).ToList();
        Assert.Equal(2, met.Count);
        // Al-Shabaab's Arabic name is one of the curated ones.
        var isLatin = char.IsAscii(name[0]) == char.IsAscii(evidence.Listed![0]);
        Assert.All(met, p => Assert.Equal(isLatin, p.Relation is PartRelation.Same or PartRelation.Variant));
        Assert.All(met, p => Assert.True(isLatin || p.Relation == PartRelation.Transliteration, p.ToString()));
        Assert.All(met, p => Assert.True(name.Contains(p.Query!, StringComparison.Ordinal) && evidence.Listed!.Contains(p.Listed!, StringComparison.Ordinal), p.ToString()));
    }
}
