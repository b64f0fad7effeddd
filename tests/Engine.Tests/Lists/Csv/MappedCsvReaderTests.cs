using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Tests.Lists.Csv;

public class MappedCsvReaderTests
{
    [Fact]
    public void A_file_with_usual_headings_needs_no_mapping()
    {
        var reading = Readings.Of("mine", ("watch.csv", "ref;name;aka;dob;shoe size\nA1;Rafiq Testov;\"Abu Test; R. Testov\";1971;44\nA2;Acme Probe Ltd;;;\n"));

        var entries = new MappedCsvReader().Read(reading).ToList();

        Assert.Equal(["mine:A1 Rafiq Testov 3", "mine:A2 Acme Probe Ltd 1"], entries.Select(e => $"{e.Id} {e.Caption} {e.Names.Length}"));
        Assert.Equal(2, reading.Records);
        Assert.Equal("Value watch.csv:1 shoe size [] is a column without a property: map it, or map it to ignore", reading.Print());
    }

    [Fact]
    public void Without_an_id_column_the_id_is_a_hash_that_does_not_depend_on_the_order_of_rows()
    {
        static List<ListEntry> Read(string text) => [.. new MappedCsvReader().Read(Readings.Of("m", ("a.csv", text)))];

        var one = Read("name,dob\nRafiq Testov,1971\nAnna Probina,1980\n");
        var other = Read("name,dob\nAnna Probina,1980\nRafiq  Testov,1971\n");

        Assert.Equal(one.Select(e => e.Id).Order(), other.Select(e => e.Id).Order());
        Assert.Matches("^m:[0-9a-f]{16}$", one[0].Id);
    }

    [Fact]
    public void A_row_without_a_name_is_reported_and_one_that_repeats_an_id_is_numbered_and_reported()
    {
        var reading = Readings.Of("m", ("a.csv", "id,name\n1,A B\n1,C D\n2,\n"));

        Assert.Equal(["m:1", "m:1-2"], new MappedCsvReader().Read(reading).Select(e => e.Id).ToList());
        Assert.Equal("Value a.csv:3 id [1] an earlier record has the same id; this one was numbered\nRecord a.csv:4 name [2] the record has no name", reading.Print());
        Assert.Equal(3, reading.Records);
    }

    [Theory]
    [InlineData("")]
    [InlineData("foo,bar\n1,2\n")]
    public void A_file_without_a_name_column_is_broken(string text)
    {
        var reading = Readings.Of("m", ("a.csv", text));

        Assert.Empty(new MappedCsvReader().Read(reading));
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void A_mapping_names_the_columns()
    {
        var reading = Readings.Of("m", ("a.csv", "foo,bar\n1,Rafiq Testov\n"));

        var entries = new MappedCsvReader(new Dictionary<string, string> { ["bar"] = "name", ["foo"] = "id" }, "Person").Read(reading);

        Assert.Equal(["m:1 Person"], entries.Select(e => $"{e.Id} {e.Schema}"));
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void A_mapping_for_another_file_breaks_the_reading_and_says_why()
    {
        var reading = Readings.Of("m", ("a.csv", "name\nX Y\n"));

        Assert.Empty(new MappedCsvReader(new Dictionary<string, string> { ["Customer"] = "name" }).Read(reading));
        Assert.Equal("Fatal a.csv:1 mapping [] The mapping names a column \"Customer\"; the file has name.", reading.Print());
    }
}
