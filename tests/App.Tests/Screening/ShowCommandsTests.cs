namespace Marsad.App.Tests.Screening;

public class ShowCommandsTests(InventedList list) : IClassFixture<InventedList>
{
    [Fact]
    public async Task An_entry_shows_each_value_and_where_the_file_has_it()
    {
        var output = (await list.Run(["show", "inv:1"])).Output;
        foreach (var expected in (string[])["Nadir QASIMZADE", "نادر قاسم زاده", "1971-03-14", "dob", "Azerbaijan", "passport P1234567", "https://example.org/1", "inv 2026-02-27"])
            Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_shows_the_version_of_that_day()
    {
        var output = (await list.Run(["show", "inv:1", "--as-of", "2026-02-01"])).Output;
        Assert.Contains("2026-01-15", output, StringComparison.Ordinal);
        Assert.DoesNotContain("P1234567", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_tells_when_an_entry_came_changed_and_went()
    {
        var changed = ScreenCommandsTests.Json(await list.Run(["show", "inv:1", "--history", "--json"]));
        Assert.Equal(["added", "changed"], changed.GetProperty("history").EnumerateArray().Select(c => c.GetProperty("change").GetString()));
        Assert.Contains(changed.GetProperty("history")[1].GetProperty("fields").EnumerateArray(),
            f => f.GetProperty("field").GetString() == "date.birth" && f.GetProperty("old").GetString() == "1971");
        var gone = await list.Run(["show", "inv:5", "--history"]);
        Assert.Contains("removed", gone.Output, StringComparison.Ordinal);
        Assert.Contains("not listed in this version", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_entry_in_our_own_format()
    {
        var shown = ScreenCommandsTests.Json(await list.Run(["show", "inv:3", "--json"]));
        Assert.Equal(["list", "entry"], ScreenCommandsTests.Keys(shown));
        Assert.Equal("SEA LANTERN OF NOWHERE", shown.GetProperty("entry").GetProperty("names")[0].GetProperty("v").GetString());
    }

    [Theory]
    [InlineData("inv:99", "has no entry")]
    [InlineData("INV:1", "there is no list")]
    [InlineData("inv", "LIST:REFERENCE")]
    public async Task An_entry_that_is_not_there_is_exit_2(string entry, string expected)
    {
        var ran = await list.Run(["show", entry]);
        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }
}
