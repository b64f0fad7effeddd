using Marsad.Engine.Lists;
using Marsad.Engine.Lists.BisDpl;

namespace Marsad.Engine.Tests.Lists.BisDpl;

public class BisDplRealFileTests
{
    [Theory]
    [InlineData("bis-dpl-2019.txt", 546, "2019-06-12")]
    [InlineData("bis-dpl-2021-07.txt", 581, "2022-09-02")]
    public void Every_order_becomes_an_entry_and_an_impossible_year_is_reported(string file, int records, string date)
    {
        var (reading, entries) = RealFiles.Read(new BisDplReader(), "bis-dpl", "bis-dpl/" + file);

        Assert.Equal(records, entries.Count);
        Assert.Equal(date, reading.ListDate?.ToString("O"));
        Assert.Contains(reading.Issues, i => i.Field == "Last_Update" && i.Reason.Contains("cannot be right", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_party_has_the_same_id_two_years_later()
    {
        var (_, older) = RealFiles.Read(new BisDplReader(), "bis-dpl", "bis-dpl/bis-dpl-2019.txt");
        var (_, newer) = RealFiles.Read(new BisDplReader(), "bis-dpl", "bis-dpl/bis-dpl-2021-07.txt");

        Assert.InRange(older.Select(e => e.Id).Intersect(newer.Select(e => e.Id)).Count(), 350, 546);
    }
}
