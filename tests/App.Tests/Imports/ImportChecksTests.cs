using System.Collections.Immutable;
using Marsad.App.Imports;
using Marsad.Engine.Lists;

namespace Marsad.App.Tests.Imports;

/// <summary>Each check, with what it measures and what it allows.</summary>
public class ImportChecksTests
{
    private static readonly ImportLimits Limits = new()
    {
        Entries = new() { Min = 50, Max = 200 },
        Schemas = new() { ["Person"] = new() { Min = 40, Max = 150 } },
        Filled = new() { ["birthDates"] = 0.5 },
        OriginalScripts = 0.1,
        Shrink = 0.1,
        LostRecords = 0.01,
    };

    private static readonly ListCounts Sound = new()
    {
        Records = 100,
        Entries = 100,
        Names = 200,
        EntriesPerSchema = Of(("Person", 80), ("Organization", 20)),
        NamesPerScript = Of(("Latin", 150), ("Arabic", 50)),
        Filled = Of(("birthDates", 70)),
    };

    private static readonly ListManifest InForce = new()
    {
        List = "demo",
        Version = "2026-01-01",
        ListDate = new DateOnly(2026, 1, 1),
        Format = "nk",
        ImportedAt = default,
        EntriesSha256 = "",
        ContentHash = "",
        ReadBy = "",
        Counts = Sound,
    };

    [Fact]
    public void A_sound_version_fails_no_check() => Assert.Empty(Failed(Sound));

    [Fact]
    public void Too_few_and_too_many_entries_fail()
    {
        Assert.Contains(new FailedCheck("entries", "49", "50 to 200"), Failed(Sound with { Entries = 49 }));
        Assert.Contains(new FailedCheck("entries", "201", "50 to 200"), Failed(Sound with { Entries = 201 }));
        Assert.Contains(new FailedCheck("entries of schema Person", "39", "40 to 150"), Failed(Sound with { EntriesPerSchema = Of(("Person", 39)) }));
    }

    [Fact]
    public void A_field_that_is_filled_too_rarely_fails() =>
        Assert.Equal(new FailedCheck("entries with birthDates", "49 %", "at least 50 %"), Assert.Single(Failed(Sound with { Filled = Of(("birthDates", 49)) })));

    [Fact]
    public void An_altered_copy_whose_letters_are_question_marks_fails()
    {
        var failed = Failed(Sound with { NamesPerScript = Of(("Latin", 150), ("None", 50)), LostNames = 50 });
        Assert.Equal(["names in original scripts", "names with ??", "original scripts lost"], failed.Select(f => f.Check));
        Assert.Equal(("0 % of names", "at least 12.5 %, half of the version in force"), (failed[2].Measured, failed[2].Allowed));
        Assert.Equal(("50 (25 %)", "at most 0.1 %"), (failed[1].Measured, failed[1].Allowed));
    }

    [Fact]
    public void A_test_copy_fails() => Assert.Equal("1, such as \"INFOSEC TEST FILE\"",
        Assert.Single(Failed(Sound with { TestNames = 1, TestName = "INFOSEC TEST FILE" })).Measured);

    [Fact]
    public void Ids_that_repeat_fail() => Assert.Equal(new FailedCheck("repeated ids", "2, such as demo:7", "0"),
        Assert.Single(Failed(Sound with { RepeatedIds = 2, RepeatedId = "demo:7" })));

    [Fact]
    public void Records_that_became_no_entry_fail_above_their_share()
    {
        Assert.Empty(Failed(Sound, lost: 1));
        Assert.Equal(new FailedCheck("records that became no entry", "2 (1.96 %)", "at most 1 %"), Assert.Single(Failed(Sound, lost: 2)));
    }

    [Fact]
    public void Shrinking_more_than_allowed_fails()
    {
        Assert.Empty(Failed(Sound with { Entries = 90, Filled = Of(("birthDates", 70)) }));
        Assert.Equal(new FailedCheck("shrinking", "100 entries to 89 (-11 %)", "at most -10 %"), Assert.Single(Failed(Sound with { Entries = 89 })));
    }

    [Fact]
    public void A_date_that_goes_back_fails() => Assert.Equal(
        new FailedCheck("list date going back", "2025-12-31", "2026-01-01, the date in force, or later"),
        Assert.Single(ImportChecks.Failed(new Candidate(Sound, new DateOnly(2025, 12, 31), 0, null), Limits, InForce)));

    [Fact]
    public void A_set_without_its_alias_file_fails() => Assert.Equal("alias file",
        Assert.Single(ImportChecks.Failed(new Candidate(Sound, null, 0, null, HasAliasFile: false), Limits, null)).Check);

    [Fact]
    public void A_broken_and_an_empty_file_fail_for_good()
    {
        var broken = Assert.Single(ImportChecks.Failed(
            new Candidate(Sound, null, 0, new ListIssue(IssueSeverity.Fatal, 7, "x", "v", "It is cut") { File = "f.xml" }), Limits, null));
        Assert.Equal("f.xml line 7: It is cut (v)", broken.Measured);
        var empty = Assert.Single(ImportChecks.Failed(new Candidate(new ListCounts { Records = 3 }, null, 3, null), Limits, null));
        Assert.Equal("0 entries of 3 records", empty.Measured);
        Assert.All([broken, empty], check => Assert.True(ImportChecks.IsFinal(check)));
    }

    [Theory]
    [InlineData("INFOSEC TEST FILE", 1)]
    [InlineData("Infosec Test", 1)]
    [InlineData("3 CENTRAL SCIENTIFIC RESEARCH TEST INSTITUTE", 0)]
    [InlineData("Testov, Ivan", 0)]
    public void Marks_of_test_copies_are_found_in_names_and_ordinary_names_are_not(string name, int found)
    {
        var counter = new EntryCounter();
        counter.Count(new ListEntry { Id = "demo:1", Schema = EntrySchema.Other, Names = [new(name, NameKind.Primary, "")] });
        Assert.Equal(found, counter.Counts(1).TestNames);
    }

    [Fact]
    public void Every_source_card_is_complete_and_its_limits_name_fields_that_are_counted()
    {
        var counter = new EntryCounter();
        counter.Count(new ListEntry { Id = "demo:1", Schema = EntrySchema.Other });
        var counted = counter.Counts(1).Filled.Keys.ToHashSet();
        Assert.NotEmpty(SourceCard.All);
        Assert.All(SourceCard.All.Values, card =>
        {
            Assert.True(ListId.IsValid(card.Id) && card.Publisher.Length > 0 && card.Attribution.Length > 0 && card.Terms.Length > 0 && card.RefreshHours > 0, card.Id);
            Assert.All([card.Title.En, card.Title.Ar, card.Title.Ru], Assert.NotEmpty);
            Assert.All(card.Files, f => Assert.Equal("https", f.Address!.Scheme));
            Assert.Subset(counted, card.Limits.Filled.Keys.ToHashSet());
            Assert.All(card.Limits.Schemas.Keys, s => Assert.True(Enum.IsDefined(Enum.Parse<EntrySchema>(s))));
        });
    }

    private static ImmutableArray<FailedCheck> Failed(ListCounts counts, int lost = 0) =>
        ImportChecks.Failed(new Candidate(counts, new DateOnly(2026, 1, 2), lost, null), Limits, InForce);

    private static ImmutableSortedDictionary<string, int> Of(params (string Key, int Value)[] counts) =>
        counts.ToImmutableSortedDictionary(c => c.Key, c => c.Value);
}
