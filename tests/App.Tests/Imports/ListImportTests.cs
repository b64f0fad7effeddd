using Marsad.App.Imports;
using Marsad.App.Terminal;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Tests.Imports;

/// <summary>An import is published whole or not at all.</summary>
public class ListImportTests
{
    [Fact]
    public void A_sound_list_is_published_with_its_files_hashes_and_counts()
    {
        using var demo = new Demo();
        var result = demo.Import(Demo.File(Demo.People(20)));
        Assert.Equal(ImportOutcome.Published, result.Outcome);

        var version = demo.Store.Find("demo@2026-01-01");
        Assert.Equal(version, demo.Store.Current("demo"));
        Assert.Equal(20, version.Manifest.Counts.Entries);
        Assert.Equal(20, version.Manifest.Counts.Filled["birthDates"]);
        Assert.Equal(40, version.Manifest.Counts.Names);
        Assert.Equal("demo.ndjson.gz", Assert.Single(version.Manifest.Sources).StoredAs);
        Assert.Empty(ListVerification.Faults(version));
        Assert.Equal(Demo.People(20).Select(NkWriter.Hash), version.Entries().Select(NkWriter.Hash));
    }

    [Fact]
    public void A_packed_file_is_kept_as_it_came()
    {
        using var demo = new Demo();
        var packed = Demo.GZip(Demo.File(Demo.People(20)));
        demo.Import(packed, name: "demo.ndjson.gz");
        var version = demo.Store.Current("demo")!;
        Assert.Equal(packed, File.ReadAllBytes(Path.Combine(version.Folder, "source", "demo.ndjson.gz")));
    }

    [Fact]
    public void The_same_content_with_a_new_date_is_no_new_version_but_the_list_is_known_good_later()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        var again = demo.Import(Demo.File(Demo.People(20).Reverse(), date: "2026-02-01"));
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        Assert.Equal(["2026-01-01"], demo.Store.Versions("demo").Select(v => v.Label));
        var list = Assert.Single(demo.Store.Open(lists: ["demo"]));
        Assert.Equal(new DateOnly(2026, 1, 1), list.Date);
        Assert.Equal(9, list.AgeDays(new DateOnly(2026, 2, 10)));
    }

    [Fact]
    public void Other_content_of_the_same_day_gets_a_label_of_its_own_and_is_in_force()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        demo.Import(Demo.File(Demo.People(21)));
        demo.Import(Demo.File(Demo.People(22)));
        Assert.Equal(["2026-01-01", "2026-01-01.2", "2026-01-01.3"], demo.Store.Versions("demo").Select(v => v.Label));
        Assert.Equal("2026-01-01.3", demo.Store.Current("demo")!.Label);
    }

    [Fact]
    public void A_list_without_a_date_counts_as_of_the_day_of_the_import()
    {
        using var demo = new Demo();
        Assert.Equal("2026-03-02", demo.Import(Demo.File(Demo.People(20), date: null)).Manifest.Version);
    }

    [Fact]
    public void A_refused_import_names_both_numbers_and_changes_nothing()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(100)));
        var before = demo.Snapshot();
        var result = demo.Import(Demo.File(Demo.People(50), date: "2026-02-01"));
        Assert.Equal(ImportOutcome.Refused, result.Outcome);
        var check = Assert.Single(result.Failed);
        Assert.Equal(new FailedCheck("shrinking", "100 entries to 50 (-50 %)", "at most -20 %"), check);
        Assert.Equal(before, demo.Snapshot());
    }

    [Fact]
    public void An_accepted_import_records_the_reason_and_what_failed()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(100)));
        var result = demo.Import(Demo.File(Demo.People(50), date: "2026-02-01"), accept: "the publisher delisted half");
        Assert.Equal(ImportOutcome.Published, result.Outcome);
        var accepted = demo.Store.Current("demo")!.Manifest.Accepted!;
        Assert.Equal("the publisher delisted half", accepted.Reason);
        Assert.Equal("shrinking", Assert.Single(accepted.Checks).Check);
    }

    [Fact]
    public void An_older_list_that_is_accepted_joins_the_history_and_the_newer_one_stays_in_force()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(21), date: "2026-02-01"));
        Assert.Equal("list date going back", Assert.Single(demo.Import(Demo.File(Demo.People(20))).Failed).Check);
        demo.Import(Demo.File(Demo.People(20)), accept: "filling the history");
        Assert.Equal("2026-02-01", demo.Store.Current("demo")!.Label);
        Assert.Equal(20, Assert.Single(demo.Store.Open(new DateOnly(2026, 1, 15), ["demo"])).Entries.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    public void A_packed_file_that_is_cut_is_refused_whatever_is_accepted(int bytes)
    {
        using var demo = new Demo();
        var packed = Demo.GZip(Demo.File(Demo.People(500)));
        var result = demo.Import(packed[..bytes], accept: "no matter", name: "demo.ndjson.gz");
        Assert.Equal(ImportOutcome.Refused, result.Outcome);
        Assert.True(ImportChecks.IsFinal(result.Failed[0]));
        Assert.Equal("", demo.Snapshot());
    }

    [Fact]
    public void A_packed_file_that_is_cut_near_its_end_is_refused()
    {
        using var demo = new Demo();
        var packed = Demo.GZip(Demo.File(Demo.People(5000)));
        Assert.Equal(ImportOutcome.Refused, demo.Import(packed[..^2000], accept: "no matter", name: "demo.ndjson.gz").Outcome);
    }

    [Fact]
    public void A_file_of_another_format_is_refused_whatever_is_accepted()
    {
        using var demo = new Demo();
        var result = demo.Import("ent_num,name\r\n1,X\r\n"u8.ToArray(), accept: "no matter");
        Assert.Equal(ImportOutcome.Refused, result.Outcome);
        Assert.Equal(ImportChecks.Broken, Assert.Single(result.Failed).Check);
    }

    [Fact]
    public void What_a_dead_import_left_behind_is_never_a_version_and_is_cleaned()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        // Died at the last moment: the manifest is written, the folder not yet renamed. And another list's import died early.
        var left = Path.Combine(demo.Store.Folder, ".staging", "demo", "0123");
        Copy(demo.Store.Current("demo")!.Folder, left);
        var other = Directory.CreateDirectory(Path.Combine(demo.Store.Folder, ".staging", "other", "4567")).FullName;
        File.WriteAllText(Path.Combine(other, "entries.ndjson.br"), "half");

        Assert.Equal(["2026-01-01"], demo.Store.Versions("demo").Select(v => v.Label));
        Assert.Equal(["demo"], demo.Store.Imported);
        demo.Import(Demo.File(Demo.People(21), date: "2026-01-02"));
        Assert.False(Directory.Exists(left));
        Assert.False(Directory.Exists(other));
        Assert.Equal(["2026-01-01", "2026-01-02"], demo.Store.Versions("demo").Select(v => v.Label));
    }

    [Fact]
    public void A_pointer_that_is_lost_or_points_nowhere_is_worked_out_again()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        demo.Import(Demo.File(Demo.People(21), date: "2026-01-02"));
        var pointer = Path.Combine(demo.Store.FolderOf("demo"), "current");
        File.WriteAllText(pointer, "../../../etc");
        Assert.Equal("2026-01-02", demo.Store.Current("demo")!.Label);
        File.WriteAllText(pointer, "2030-01-01");
        Assert.Equal("2026-01-02", demo.Store.Current("demo")!.Label);
        File.Delete(pointer);
        Assert.Equal("2026-01-02", demo.Store.Current("demo")!.Label);
    }

    [Fact]
    public async Task Imports_of_one_list_at_the_same_time_are_published_one_after_the_other()
    {
        using var demo = new Demo();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            new ListImport(demo.Store, demo.Now) { Patience = TimeSpan.FromMinutes(2) }.Run(Demo.Request(Demo.File(Demo.People(20 + i)))))));
        var versions = demo.Store.Versions("demo");
        Assert.Equal(6, versions.Count);
        Assert.Equal([20, 21, 22, 23, 24, 25], versions.Select(v => v.Manifest.Counts.Entries).Order());
        Assert.All(versions, v => Assert.Empty(ListVerification.Faults(v)));
    }

    [Fact]
    public void An_import_that_meets_another_one_gives_up_after_its_patience()
    {
        using var demo = new Demo();
        using var taken = ListLock.Take(demo.Store.Folder, "demo", TimeSpan.Zero);
        var import = new ListImport(demo.Store, demo.Now) { Patience = TimeSpan.Zero };
        Assert.Contains("another import", Assert.Throws<WrongInputException>(() => import.Run(Demo.Request(Demo.File(Demo.People(20))))).Message, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
