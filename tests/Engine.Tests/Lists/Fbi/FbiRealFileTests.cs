using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Fbi;

namespace Marsad.Engine.Tests.Lists.Fbi;

public class FbiRealFileTests
{
    [Fact]
    public void A_page_gives_those_wanted_and_says_that_it_is_one_page_of_many()
    {
        var (reading, entries) = RealFiles.Read(new FbiReader(), "fbi", "fbi/fbi-wanted-sample-20.json.gz");

        Assert.Equal((20, 10), (reading.Records, entries.Count));
        Assert.Contains(reading.Issues, i => i.Reason == "the pages hold 20 of 1,000 notices");
        Assert.Equal(10, reading.Issues.Where(i => i.Reason.Contains("left out", StringComparison.Ordinal)).Sum(i => int.Parse(i.Value[^1..], null)));
        Assert.DoesNotContain(entries.SelectMany(e => e.Remarks), r => r.Value.Contains('<'));
        Assert.DoesNotContain(reading.Issues, i => i.Reason.Contains("does not know", StringComparison.Ordinal));
    }
}
