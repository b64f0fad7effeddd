using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Uk;

namespace Marsad.Engine.Tests.Lists.Uk;

public class UkRealFileTests
{
    [Fact]
    public void Every_group_of_the_retired_list_becomes_an_entry_in_the_right_letters()
    {
        var (reading, entries) = RealFiles.Read(new UkReader(), "uk", "uk/ofsi-conlist-2018-04-13.csv.gz");

        Assert.Equal(2_106, entries.Count);
        Assert.Equal(2_106, reading.Records);
        Assert.Equal("2018-04-13", reading.ListDate?.ToString("O"));
        Assert.DoesNotContain(reading.Issues, i => i.Severity != IssueSeverity.Value || i.Reason.Contains("column", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Names.Any(n => n.Text.Contains('\uFFFD') || n.Text.StartsWith(' ')));
        Assert.Contains(entries, e => e.Names.Any(n => n.Text.Contains('é')));
        Assert.All(entries, e => Assert.Equal(NameKind.Primary, e.Names[0].Kind));
    }

    [Fact]
    public void Years_without_month_and_day_are_years_and_UN_references_are_kept()
    {
        var (_, entries) = RealFiles.Read(new UkReader(), "uk", "uk/ofsi-conlist-2018-04-13.csv.gz");

        var one = entries.Single(e => e.Id == "uk:13349");
        Assert.Equal(["1980", "1981"], one.Dates.Select(d => d.Value.ToString()).Order().Take(2));
        Assert.Equal(["sa", "qa"], one.Countries.Where(c => c.Kind == CountryKind.Nationality).Select(c => c.Code));
        Assert.InRange(entries.Count(e => e.References.Any(r => r.Value.StartsWith("un:", StringComparison.Ordinal))), 240, 273);
    }

    [Fact]
    public void The_flattened_list_gives_names_and_one_record_without_any()
    {
        var (reading, entries) = RealFiles.Read(new UkReader(), "uk", "uk/uk-sanctions-list-parsed-2025-05.csv.gz");

        Assert.Equal((2_524, 2_523), (reading.Records, entries.Count));
        Assert.Single(reading.Issues, i => i.Severity == IssueSeverity.Record);
    }
}
