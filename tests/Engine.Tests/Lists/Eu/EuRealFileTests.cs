using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Eu;

namespace Marsad.Engine.Tests.Lists.Eu;

public class EuRealFileTests
{
    [Theory]
    [InlineData("sample/32001R2580.csv", 36)]
    [InlineData("sample/32002R0881.csv", 350)]
    [InlineData("sample/32016R1686.csv", 23)]
    [InlineData("sample/32024R0386.csv", 24)]
    [InlineData("eu-fsf-parsed-2025-05.csv.gz", 5_316)]
    public void Every_designation_becomes_an_entry(string file, int records)
    {
        var (reading, entries) = RealFiles.Read(new EuReader(), "eu", "eu/" + file);

        Assert.Equal(records, entries.Count);
        Assert.DoesNotContain(reading.Issues, i => i.Severity != IssueSeverity.Value || i.Reason.Contains("column", StringComparison.Ordinal));
    }

    [Fact]
    public void Acts_keep_the_printed_number_as_id_and_read_worded_dates_and_documents()
    {
        var (_, entries) = RealFiles.Read(new EuReader(), "eu", "eu/sample/32001R2580.csv");

        var two = entries.Single(e => e.Id == "eu:32001R2580-ii.a-5");
        Assert.Equal(["1955-03-06", "1955-03-15"], two.Dates.Select(d => d.Value.ToString()));
        Assert.Equal(["ir", "us"], two.Identifiers.Where(i => i.Kind == IdentifierKind.Passport).Select(i => i.CountryCode));
        Assert.Equal("1957~", entries.Single(e => e.Id == "eu:32001R2580-ii.a-12").Dates[0].Value.ToString());
    }
}
