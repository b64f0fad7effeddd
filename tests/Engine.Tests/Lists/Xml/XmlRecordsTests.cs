using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Tests.Lists.Xml;

public class XmlRecordsTests
{
    private static (List<XmlRecord> Records, ListReading Reading) Read(byte[] bytes)
    {
        var reading = new ListReading("test", [Readings.File("a.xml", bytes)]);
        return ([.. XmlRecords.Read(reading, reading.Files[0], new HashSet<string> { "r" }, new HashSet<string> { "box" })], reading);
    }

    private static (List<XmlRecord> Records, ListReading Reading) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static string Print(XmlRecord record) =>
        record.Name + string.Concat(record.Attributes.Select(a => $" {a.Name}={a.Value}")) + (record.Text.Length > 0 ? $":{record.Text}" : "")
        + (record.Children.Count > 0 ? $"({string.Join(',', record.Children.Select(Print))})" : "");

    [Fact]
    public void The_root_comes_first_with_its_attributes_then_the_records_wherever_they_stand()
    {
        var (records, reading) = Read("<?xml version='1.0'?>\n<list date='2026-01-01'>\n<box>\n<r id='1'><a> x\ny </a><b/></r></box><r>&amp;<!-- c -->z</r></list>");
        Assert.Equal("list date=2026-01-01; r id=1(a:x\ny,b); r:&z", string.Join("; ", records.Select(Print)));
        Assert.Equal([2, 4, 5], records.Select(r => r.Line));
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void Namespaces_and_quotes_and_indentation_do_not_matter()
    {
        var (records, _) = Read("<l xmlns=\"urn:a\" xmlns:p='urn:b' d=\"1\"><p:r p:x='2'>\n\t<p:a>\tv\n</p:a></p:r></l>");
        Assert.Equal("l d=1; r x=2(a:v)", string.Join("; ", records.Select(Print)));
    }

    [Fact]
    public void An_unknown_element_is_reported_once_and_skipped_with_its_content()
    {
        var (records, reading) = Read("<l><odd><r>no</r></odd><r>yes</r></l>");
        Assert.Equal("l; r:yes", string.Join("; ", records.Select(Print)));
        Assert.Equal("odd", Assert.Single(reading.Issues).Field);
        Assert.False(reading.IsBroken);
    }

    [Theory]
    [InlineData("<l><r>a</r><r>b", "cut off")]
    [InlineData("<l><r>a</b></l>", "not well-formed")]
    [InlineData("", "not well-formed")]
    [InlineData("plain text", "not well-formed")]
    [InlineData("<!DOCTYPE l [<!ENTITY a 'b'>]><l><r>&a;</r></l>", "DTD")]
    [InlineData("<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l><r/></l>", "DTD")]
    [InlineData("<l><r>&unknown;</r></l>", "not well-formed")]
    public void A_file_that_is_cut_or_malformed_or_brings_a_dtd_is_one_fatal_issue(string text, string reason)
    {
        var (_, reading) = Read(text);
        Assert.Contains(reason, Assert.Single(reading.Issues).Reason, StringComparison.Ordinal);
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void Entities_that_multiply_are_refused_before_they_grow()
    {
        var bomb = "<!DOCTYPE l [<!ENTITY a0 'lol'>" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>")) + "]><l><r>&a30;</r></l>";
        Assert.True(Read(bomb).Reading.IsBroken);
    }

    [Fact]
    public void Deep_nesting_is_refused_inside_and_outside_records()
    {
        foreach (var name in new[] { "box", "r", "odd" })
        {
            var deep = "<l>" + string.Concat(Enumerable.Repeat($"<{name}>", 100_000));
            Assert.Contains("nest deeper", Assert.Single(Read(deep).Reading.Issues).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_record_without_end_is_refused()
    {
        var (_, reading) = Read("<l><r>" + string.Concat(Enumerable.Repeat("<a>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</a>", 200_000)) + "</r></l>");
        Assert.Contains("more than", Assert.Single(reading.Issues).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_read_and_bytes_that_are_not_utf8_break_the_file()
    {
        Assert.Equal("ب", Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<l><r>ب</r></l>")]).Records[1].Text);
        Assert.True(Read([.. "<l><r>Pe"u8, 0xF1, .. "a</r></l>"u8]).Reading.IsBroken);
    }
}
