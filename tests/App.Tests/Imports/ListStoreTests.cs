using Marsad.App.Imports;
using Marsad.App.Terminal;

namespace Marsad.App.Tests.Imports;

/// <summary>Which lists a screening gets.</summary>
public class ListStoreTests
{
    [Fact]
    public void A_fresh_folder_gives_the_starter_lists_and_stays_empty()
    {
        using var data = new TemporaryFolder();
        var lists = new ListStore(data.File("none")).Open();
        Assert.Equal(["ofac-sdn", "un"], lists.Select(l => l.Id));
        Assert.All(lists, l => Assert.True(l.IsStarter && l.AgeDays(new DateOnly(2026, 11, 25)) > 200));
        Assert.Equal(15_968, lists.Sum(l => l.Entries.Count));
        Assert.All(lists, l => Assert.All(l.Entries, e => Assert.StartsWith(l.Id + ":", e.Id, StringComparison.Ordinal)));
        Assert.False(Directory.Exists(data.File("none")));
    }

    [Fact]
    public void The_newest_version_of_a_day_is_opened_and_no_later_one()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-01-01"));
        demo.Import(Demo.File(Demo.People(21), date: "2026-02-01"));
        Assert.Equal("2026-02-01", Assert.Single(demo.Store.Open(lists: ["demo"])).Version);
        Assert.Equal("2026-02-01", Assert.Single(demo.Store.Open(new DateOnly(2026, 2, 1), ["demo"])).Version);
        Assert.Equal("2026-01-01", Assert.Single(demo.Store.Open(new DateOnly(2026, 1, 31), ["demo"])).Version);
        Assert.Contains("no version of 2025-12-31", Refusal(() => demo.Store.Open(new DateOnly(2025, 12, 31), ["demo"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_before_every_list_is_refused_and_not_screened_against_nothing()
    {
        using var demo = new Demo();
        Assert.Contains("no list has a version", Refusal(() => demo.Store.Open(new DateOnly(1999, 1, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_list_is_refused_with_those_there_are()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        Assert.Equal("there is no list \"dmeo\"; there are: demo, ofac-sdn, un", Refusal(() => demo.Store.Open(lists: ["dmeo"])));
        Assert.Contains("no list id", Refusal(() => demo.Store.FolderOf("../up")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disabled_version_gives_way_to_the_one_before_and_a_disabled_list_to_nothing()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-01-01"));
        demo.Import(Demo.File(Demo.People(21), date: "2026-02-01"));
        demo.Store.Disable("demo", "2026-02-01", isDisabled: true);
        Assert.Equal("2026-01-01", Assert.Single(demo.Store.Open(lists: ["demo"])).Version);
        Assert.Equal("2026-01-01", Assert.Single(demo.Store.Open(new DateOnly(2026, 3, 1), ["demo"])).Version);
        demo.Store.Disable("demo", null, isDisabled: true);
        Assert.Equal("the list demo is disabled", Refusal(() => demo.Store.Open(lists: ["demo"])));
        demo.Store.Disable("demo", null, isDisabled: false);
        demo.Store.Disable("demo", "2026-02-01", isDisabled: false);
        Assert.Equal("2026-02-01", Assert.Single(demo.Store.Open(lists: ["demo"])).Version);
    }

    [Fact]
    public void A_disabled_starter_is_not_screened_against()
    {
        using var demo = new Demo();
        demo.Store.Disable("un", null, isDisabled: true);
        Assert.Equal(["ofac-sdn"], demo.Store.Open().Select(l => l.Id));
    }

    [Fact]
    public void A_damaged_entries_file_is_an_error_and_never_a_shorter_list()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(5000)));
        var version = demo.Store.Current("demo")!;
        var file = Path.Combine(version.Folder, ListVersion.EntriesName);
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        Assert.ThrowsAny<Exception>(() => demo.Store.Open(lists: ["demo"])[0].Entries);
        Assert.NotEmpty(ListVerification.Faults(version));
    }

    private static string Refusal(Action action) => Assert.Throws<WrongInputException>(action).Message;
}
