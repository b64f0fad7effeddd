using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;

namespace Marsad.Engine.Tests.Lists.OpenSanctions;

public class OpenSanctionsRealFileTests
{
    [Fact]
    public void The_red_notices_become_persons()
    {
        var (reading, entries) = RealFiles.Read(new OpenSanctionsReader("interpol"), "interpol", "opensanctions/interpol-red-notices-2025-05-23.targets.simple.csv.gz");

        Assert.Equal(6_561, entries.Count);
        Assert.Equal("2025-05-23", reading.ListDate?.ToString("O"));
        Assert.All(entries, e => Assert.Equal(EntrySchema.Person, e.Schema));
        Assert.Equal(6_557, entries.Count(e => !e.Dates.IsEmpty));
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void Records_about_parties_are_counted_and_only_parties_become_entries()
    {
        var (reading, entries) = RealFiles.Read(new OpenSanctionsReader(), "wd", "opensanctions/wd_persons-sample-2024-03.entities.ftm.json.gz");

        Assert.Equal((1_583, 615), (reading.Records, entries.Count));
        Assert.Equal(["Family: 764", "Occupancy: 103", "Position: 101"], reading.Issues.Select(i => i.Value));
    }
}
