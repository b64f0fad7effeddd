using Marsad.Engine.Articles.Checks;

namespace Marsad.Engine.Tests.Articles.Checks;

public class OfficialTablesTests
{
    [Fact]
    public void Printed_totals_that_are_not_the_sum_of_their_parts_are_reported_as_printed()
    {
        var issues = OfficialTables.Current.Check().Where(i => i.Table == OfficialTables.Totals).ToList();
        Assert.Equal([(683_178L, 686_023L), (2_901_142L, 2_921_142L)], issues.Select(i => (i.Printed!.Value, i.Computed!.Value)).OrderBy(i => i));
    }

    [Fact]
    public void A_series_is_not_compared_across_its_break()
    {
        Assert.True(OfficialTables.Current.CrossesBreak(OfficialTables.Watchlist, "ofo", 2024, 2025));
        Assert.False(OfficialTables.Current.CrossesBreak(OfficialTables.Watchlist, "ofo", 2023, 2024));
        Assert.False(OfficialTables.Current.CrossesBreak(OfficialTables.Watchlist, "usbp", 2024, 2025));
    }

    [Theory]
    [InlineData("total", 2023, 3_201_144)]
    [InlineData("southwest", 2023, 2_475_669)]
    [InlineData("northern", 2023, 189_402)]
    [InlineData("total", 2020, 646_822)]
    public void Months_add_up_to_the_fiscal_year(string border, int year, long count) => Assert.Equal(
        count, OfficialTables.Current.Value(OfficialTables.Encounters, "all", border, "all", new DateOnly(year - 1, 10, 1), new DateOnly(year, 9, 30)));

    [Fact]
    public void A_period_that_is_not_published_whole_has_no_value() =>
        Assert.Null(OfficialTables.Current.Value(OfficialTables.Encounters, "all", "total", "all", new DateOnly(2024, 9, 1), new DateOnly(2024, 12, 31)));
}
