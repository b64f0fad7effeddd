using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Un;

namespace Marsad.Engine.Tests.Lists.Un;

public class UnRealFileTests
{
    [Theory]
    [InlineData("2016-06-20", 629, 395)]
    [InlineData("2018-10-29", 703, 390)]
    [InlineData("2022-09-15", 699, 253)]
    [InlineData("2025-04-19", 684, 193)]
    [InlineData("2025-11-18", 727, 273)]
    [InlineData("2025-11-20", 727, 273)]
    [InlineData("2026-02-27", 730, 273)]
    public void Every_record_of_a_published_list_becomes_an_entry(string date, int persons, int organizations)
    {
        var reading = new ListReading("un", [Readings.Shared($"un/un-consolidated-{date}.xml.gz")]);
        var entries = new UnReader().Read(reading).ToList();
        Assert.Equal((persons, organizations), (entries.Count(e => e.Schema == EntrySchema.Person), entries.Count(e => e.Schema == EntrySchema.Organization)));
        Assert.Equal(persons + organizations, entries.Select(e => e.Id).Distinct().Count());
        Assert.Equal(persons + organizations, reading.Records);
        Assert.Equal(date, reading.ListDate?.ToString("o"));
        Assert.DoesNotContain(reading.Issues, i => i.Severity != IssueSeverity.Value);
        Assert.DoesNotContain(reading.Issues, i => i.Reason.Contains("does not know", StringComparison.Ordinal));
    }
}
