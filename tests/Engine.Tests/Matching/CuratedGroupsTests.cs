using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Matching;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;
using Marsad.Engine.Tests.Lists;

namespace Marsad.Engine.Tests.Matching;

/// <summary>The well-known groups and their names in several languages.</summary>
public class CuratedGroupsTests
{
    [Fact]
    public void A_strong_name_belongs_to_one_group()
    {
        var shared = CuratedGroups.All.SelectMany(g => g.Names.Where(n => !n.IsWeak).Select(n => (n.Key, g.Name)))
            .GroupBy(n => n.Key, StringComparer.Ordinal).Where(g => g.Select(n => n.Name).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(n => n.Name).Distinct(StringComparer.Ordinal))}");
        Assert.Empty(shared);
    }

    [Fact]
    public void Every_row_has_a_language_a_strength_and_a_source()
    {
        Assert.All(TableFile.Rows("data/organizations/aliases.tsv", 5), r => Assert.True(r[1].Length == 2 && r[3] is "strong" or "weak" && r[4].Length > 0, string.Join('|', r)));
        Assert.All(TableFile.Rows("data/organizations/branches.tsv", 5), r => Assert.True(r[2].Length == 2 && r[3].Length > 0 && r[4].Length > 0, string.Join('|', r)));
    }

    [Theory]
    [InlineData("داعش")]
    [InlineData("DAESH")]
    [InlineData("da'esh")]
    [InlineData("ИГИЛ")]
    [InlineData("الدولة الإسلامية")]
    [InlineData("تنظيم الدولة الإسلامية")]
    [InlineData("Исламское государство")]
    [InlineData("دولت اسلامی")]
    [InlineData("ISIS")]
    public void A_group_is_found_by_any_of_its_names_and_before_its_branches(string asked)
    {
        var hits = Screen(asked);
        Assert.Equal("un:1", hits[0].Entry.Id);
        Assert.True(hits[0].IsMatch);
    }

    [Theory]
    [InlineData("داعش-خراسان")]
    [InlineData("داعش خراسان")]
    [InlineData("ISIS-K")]
    [InlineData("ISKP")]
    [InlineData("Islamic State Khorasan Province")]
    [InlineData("الدولة الإسلامية - ولاية خراسان")]
    [InlineData("تنظيم الدولة الإسلامية ولاية خراسان")]
    [InlineData("ИГИЛ - Хорасан")]
    [InlineData("Daesh Khorasan")]
    public void A_branch_is_found_by_the_names_of_its_parent_with_its_region(string asked)
    {
        var hits = Screen(asked);
        Assert.Equal("un:2", hits[0].Entry.Id);
        Assert.True(hits[0].IsMatch);
    }

    [Fact]
    public void A_weak_name_opens_nothing_by_itself()
    {
        Assert.Empty(Screen("Nigerian Taliban"));
        Assert.Equal("un:4", Assert.Single(Screen("Nigerian Taliban", weakOpen: true)).Entry.Id);
    }

    [Fact]
    public void The_explanation_says_that_the_name_is_curated_and_of_which_group()
    {
        var evidence = Screen("داعش")[0].Comparison.Evidence[0];
        var line = Assert.Single(evidence.Parts, p => p.Relation == PartRelation.CuratedName);
        Assert.Equal((null, "Islamic State", 0), (line.Query, line.Listed, line.WeightBits));
        Assert.DoesNotContain(Screen("Islamic State in Iraq and the Levant")[0].Comparison.Evidence[0].Parts, p => p.Relation == PartRelation.CuratedName);
    }

    [Fact]
    public void Ships_and_people_are_no_groups()
    {
        ListEntry ship = Entry("x:1", EntrySchema.Vessel, "Taliban"), man = Entry("x:2", EntrySchema.Person, "Taliban");
        var list = Watchlist.Prepare([ship, man], ScoringModel.V1);
        Assert.Empty(list.Screen(Scoring.Asking("إمارة أفغانستان الإسلامية", null), new ScreeningOptions()));
    }

    /// <summary>The table says which entry a group has on the UN list: that entry takes its names.</summary>
    [Fact]
    public void The_entries_that_the_table_points_to_take_the_names_of_their_groups()
    {
        var entries = RealFiles.Read(new UnReader(), "un", "un/un-consolidated-2026-02-27.xml.gz").Entries.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var forms = ScoringModel.V1.NewForms();
        var missed = new List<string>();
        foreach (var row in TableFile.Rows("data/organizations/aliases.tsv", 5).Where(r => r[4].StartsWith("UN ", StringComparison.Ordinal)).DistinctBy(r => (r[0], r[4])))
        {
            if (entries.TryGetValue("un:" + row[4][3..].Trim(), out var entry)
                && !ListedParty.From(entry, false, forms).Names.Any(n => n.IsCurated && n.Group!.Name == row[0]))
                missed.Add($"{row[4]} {entry.Names[0].Text} is not {row[0]}");
        }
        Assert.Empty(missed);
    }

    private static IReadOnlyList<Hit> Screen(string asked, bool weakOpen = false) => Watchlist.Prepare(
        [
            Entry("un:1", EntrySchema.Organization, "AL-QAIDA IN IRAQ", "Islamic State in Iraq and the Levant"),
            Entry("un:2", EntrySchema.Organization, "ISLAMIC STATE IN IRAQ AND THE LEVANT - KHORASAN (ISIL-K)"),
            Entry("un:3", EntrySchema.Organization, "Khorasan Trading Company"),
            Entry("un:4", EntrySchema.Organization, "BOKO HARAM"),
        ],
        ScoringModel.V1).Screen(Scoring.Asking(asked, null), new ScreeningOptions { Explain = true, WeakAliasesOpen = weakOpen });

    private static ListEntry Entry(string id, EntrySchema schema, params string[] names) => new()
    {
        Id = id,
        Schema = schema,
        Names = [.. names.Select((n, i) => new ListName(n, i == 0 ? NameKind.Primary : NameKind.Alias, "name"))],
    };
}
