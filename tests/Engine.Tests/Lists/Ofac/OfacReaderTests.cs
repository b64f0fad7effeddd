using System.IO.Compression;
using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.Engine.Tests.Lists.Ofac;

public class OfacReaderTests
{
    private const string Row = "7,\"DALVI, Karim\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1971.\"\r\n";
    private const string Alias = "7,1,\"aka\",\"DALWI, Kareem\",-0- \r\n";

    private static List<ListEntry> Read(out ListReading reading, params string[] fixtures)
    {
        reading = new("ofac-sdn", [.. fixtures.Select(f => Readings.Fixture("Ofac", f))]);
        return [.. new OfacReader("ofac-sdn").Read(reading)];
    }

    private static (List<ListEntry> Entries, ListReading Reading) ReadText(params (string Name, string Text)[] files)
    {
        var reading = Readings.Of("ofac-sdn", files);
        return ([.. new OfacReader("ofac-sdn").Read(reading)], reading);
    }

    [Fact]
    public void A_csv_set_of_invented_parties_reads_as_its_golden() =>
        Readings.AssertGolden("Ofac", "sdn.csv.json", ReadingOf("sdn_comments.csv", "add.csv", "sdn.csv", "alt.csv", out var entries), entries);

    [Fact]
    public void A_classic_xml_of_invented_parties_reads_as_its_golden()
    {
        var entries = Read(out var reading, "sdn.xml");
        Readings.AssertGolden("Ofac", "sdn.xml.json", reading, entries);
    }

    [Fact]
    public void An_advanced_xml_of_invented_parties_reads_as_its_golden()
    {
        var entries = Read(out var reading, "sdn_advanced.xml");
        Readings.AssertGolden("Ofac", "sdn_advanced.xml.json", reading, entries);
    }

    [Fact]
    public void The_three_forms_give_a_party_the_same_id_schema_and_caption()
    {
        var forms = new[] { Read(out _, "sdn.csv", "alt.csv", "add.csv"), Read(out _, "sdn.xml"), Read(out _, "sdn_advanced.xml") };
        foreach (var id in new[] { "ofac-sdn:9001", "ofac-sdn:9002", "ofac-sdn:9003" })
            Assert.Single(forms.Select(f => f.Single(e => e.Id == id)).Select(e => (e.Schema, e.Caption)).Distinct());
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        string[] files = ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"];
        Assert.Equal(Read(out _, files).Select(Canonical.Json), Read(out _, [.. files.Reverse()]).Select(Canonical.Json));
    }

    [Fact]
    public void A_set_without_its_aliases_is_reported_so_that_the_import_can_refuse_it()
    {
        var (entries, reading) = ReadText(("sdn.csv", Row));
        Assert.Single(entries);
        Assert.Contains(reading.Issues, i => i is { Field: "files", Severity: IssueSeverity.Value, Reason: OfacReader.AliasFileMissing });
    }

    [Theory]
    [InlineData("alt.csv", Alias)]
    [InlineData("add.csv", "7,1,\"1 Example Street\",\"Baghdad\",\"Iraq\",-0- \r\n")]
    [InlineData("a.csv", "a;b;c\r\n")]
    [InlineData("a.csv", "")]
    [InlineData("a.xml", "<html>Service unavailable</html>")]
    [InlineData("a.xml", "<sdnList><sdnEntry><uid>1</uid>")]
    [InlineData("a.xml", "<!DOCTYPE sdnList [<!ENTITY a 'b'>]><sdnList/>")]
    [InlineData("a.xml", "<Sanctions><DistinctParties><DistinctParty FixedRef='1'>")]
    public void What_is_no_ofac_list_or_is_cut_off_is_broken(string name, string text)
    {
        var (entries, reading) = ReadText((name, text));
        Assert.Empty(entries);
        Assert.True(reading.IsBroken, reading.Print());
    }

    [Fact]
    public void A_set_with_two_main_files_or_an_xml_beside_csv_is_broken()
    {
        Assert.True(ReadText(("sdn.csv", Row), ("sdn2.csv", Row)).Reading.IsBroken);
        Assert.True(ReadText(("sdn.csv", Row), ("sdn.xml", "<sdnList/>")).Reading.IsBroken);
        Assert.True(ReadText().Reading.IsBroken);
    }

    [Fact]
    public void A_last_row_that_breaks_off_is_a_record_issue_and_the_others_stay()
    {
        var (entries, reading) = ReadText(("sdn.csv", Row + "8,\"SAMPLE, Nina\",\"indiv"), ("alt.csv", Alias));
        Assert.Equal("ofac-sdn:7", Assert.Single(entries).Id);
        Assert.True(reading.IsBroken);
        (entries, reading) = ReadText(("sdn.csv", Row + "8,\"SAMPLE, Nina\",\"individual\""), ("alt.csv", Alias));
        Assert.Single(entries);
        Assert.Equal(2, reading.Records);
        Assert.Equal(2, Assert.Single(reading.Issues, i => i.Severity == IssueSeverity.Record).Line);
        Assert.False(reading.IsBroken);
    }

    [Fact]
    public void A_number_that_stands_twice_is_one_entry_and_an_issue()
    {
        var (entries, reading) = ReadText(("sdn.csv", Row + Row), ("alt.csv", Alias));
        Assert.Equal(2, Assert.Single(entries).Names.Length);
        Assert.Contains("twice", reading.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_out_of_order_break_the_set_because_aliases_would_be_lost()
    {
        var second = Row.Replace("7,", "9,", StringComparison.Ordinal);
        Assert.True(ReadText(("sdn.csv", second + Row), ("alt.csv", Alias)).Reading.IsBroken);
        Assert.True(ReadText(("sdn.csv", Row), ("alt.csv", Alias.Replace("7,", "9,", StringComparison.Ordinal) + Alias)).Reading.IsBroken);
    }

    [Fact]
    public void A_test_copy_with_an_altered_first_row_is_not_taken_for_a_list()
    {
        var (_, reading) = ReadText(("sdn.csv", "INFOSEC TEST FILE\r\n" + Row), ("alt.csv", Alias));
        Assert.True(reading.IsBroken);
        (var entries, reading) = ReadText(("sdn.csv", Row + "INFOSEC TEST FILE\r\n"), ("alt.csv", Alias));
        Assert.Single(entries);
        Assert.Contains(reading.Issues, i => i.Severity == IssueSeverity.Record);
    }

    [Fact]
    public void Question_marks_in_place_of_letters_are_reported()
    {
        var (_, reading) = ReadText(("sdn.csv", Row.Replace("Karim", "K???m", StringComparison.Ordinal)), ("alt.csv", Alias));
        Assert.Contains("question marks", reading.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_with_its_mark_is_read_and_bytes_of_windows_1252_are_reported()
    {
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Row)];
        var reading = new ListReading("ofac-sdn", [Readings.File("sdn.csv", utf16), Readings.File("alt.csv", Encoding.ASCII.GetBytes(Alias))]);
        Assert.Equal("DALVI, Karim", Assert.Single(new OfacReader("ofac-sdn").Read(reading)).Caption);
        reading = new("ofac-sdn", [Readings.File("sdn.csv", Encoding.Latin1.GetBytes(Row.Replace("Karim", "Kárim", StringComparison.Ordinal)))]);
        Assert.Single(new OfacReader("ofac-sdn").Read(reading));
        Assert.Contains("bytes that are not utf-8", reading.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_that_breaks_off_breaks_the_set()
    {
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(i => Row.Replace("7,", $"{i},", StringComparison.Ordinal).Replace("1971", $"{i * 7919 % 9000 + 1000}", StringComparison.Ordinal)));
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.ASCII.GetBytes(rows));
        var cut = new GZipStream(new MemoryStream(packed.ToArray()[..(int)(packed.Length / 2)]), CompressionMode.Decompress);
        var reading = new ListReading("ofac-sdn", [new("sdn.csv", cut)]);
        Assert.NotEmpty(new OfacReader("ofac-sdn").Read(reading).ToList());
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void A_huge_remark_and_a_cell_without_end_are_survived()
    {
        var huge = Row.Replace("DOB 1971.", string.Concat(Enumerable.Repeat("a.k.a. 'X; ", 50_000)), StringComparison.Ordinal);
        var (entries, reading) = ReadText(("sdn.csv", huge), ("alt.csv", Alias));
        Assert.Single(entries);
        Assert.Contains("longer than", reading.Print(), StringComparison.Ordinal);
        Assert.True(ReadText(("sdn.csv", Row + "8,\"" + new string('x', 2 << 20)), ("alt.csv", Alias)).Reading.IsBroken);
    }

    private static ListReading ReadingOf(string a, string b, string c, string d, out List<ListEntry> entries)
    {
        entries = Read(out var reading, a, b, c, d);
        return reading;
    }
}
