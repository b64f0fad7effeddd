using System.Text;
using System.Text.RegularExpressions;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Un;

namespace Marsad.Engine.Tests.Lists.Un;

public partial class UnReaderTests
{
    private static string FixtureText() => new StreamReader(Readings.Fixture("Un", "un.xml").Content).ReadToEnd();

    private static (List<ListEntry> Entries, ListReading Reading) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static (List<ListEntry> Entries, ListReading Reading) Read(byte[] bytes)
    {
        var reading = new ListReading("un", [Readings.File("un.xml", bytes)]);
        return ([.. new UnReader().Read(reading)], reading);
    }

    [Fact]
    public void A_list_of_invented_parties_reads_as_its_golden()
    {
        var reading = new ListReading("un", [Readings.Fixture("Un", "un.xml")]);
        Readings.AssertGolden("Un", "un.json", reading, new UnReader().Read(reading));
    }

    [Fact]
    public void Quotes_indentation_and_namespaces_change_nothing()
    {
        var text = FixtureText();
        var expected = Read(text).Entries.Select(Canonical.Json).ToList();
        var singleQuoted = text.Replace('"', '\'');
        var flat = BetweenTags().Replace(text, "><");
        var otherNamespace = text.Replace("<CONSOLIDATED_LIST ", "<CONSOLIDATED_LIST xmlns=\"urn:example:moved\" ", StringComparison.Ordinal);
        Assert.All(new[] { singleQuoted, flat, otherNamespace }, variant => Assert.Equal(expected, Read(variant).Entries.Select(Canonical.Json)));
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal)));
        Assert.Equal(expected, Read([.. utf16]).Entries.Select(Canonical.Json));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_file_cut_off_is_broken_and_keeps_what_came_before(double share)
    {
        var text = FixtureText();
        var (entries, reading) = Read(text[..(int)(text.Length * share)]);
        Assert.True(reading.IsBroken);
        Assert.InRange(entries.Count, 0, 2);
    }

    [Fact]
    public void Bytes_of_another_encoding_break_the_file() =>
        Assert.True(Read(Encoding.Latin1.GetBytes(FixtureText().Replace("DALVI", "DÀLVI", StringComparison.Ordinal))).Reading.IsBroken);

    [Fact]
    public void A_copy_in_which_every_letter_beyond_latin_became_a_question_mark_is_read_and_reported()
    {
        var (entries, reading) = Read(BeyondLatin().Replace(FixtureText(), "?"));
        Assert.Equal(2, entries.Count);
        Assert.Contains("question marks", reading.Print(), StringComparison.Ordinal);
        Assert.False(reading.IsBroken);
    }

    [Theory]
    [InlineData("<html><body>Service unavailable</body></html>")]
    [InlineData("<sdnList/>")]
    [InlineData("{\"error\":503}")]
    [InlineData("")]
    public void What_is_no_un_list_is_broken(string text) => Assert.True(Read(text).Reading.IsBroken);

    [Fact]
    public void An_empty_list_has_a_date_and_no_entry()
    {
        var (entries, reading) = Read("<CONSOLIDATED_LIST dateGenerated='2026-01-31T00:00:00Z'><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>");
        Assert.Empty(entries);
        Assert.Equal((new DateOnly(2026, 1, 31), 0, false), (reading.ListDate, reading.Records, reading.IsBroken));
    }

    [Fact]
    public void A_name_of_a_million_letters_is_cut_and_reported()
    {
        var text = FixtureText().Replace("DALVI", new string('X', 1_000_000), StringComparison.Ordinal);
        var (entries, reading) = Read(text);
        Assert.InRange(entries[0].Caption.Length, 1, 500);
        Assert.Contains("longer than", reading.Print(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@">\s+<")]
    private static partial Regex BetweenTags();

    [GeneratedRegex(@"[^\u0000-\u024F\u2000-\u206F]")]
    private static partial Regex BeyondLatin();
}
