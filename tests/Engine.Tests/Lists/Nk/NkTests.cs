using System.Globalization;
using System.Text;
using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.Engine.Tests.Lists.Nk;

/// <summary>Marsad's own format: nothing is lost on the way out and back, the bytes are canonical, bad lines are told.</summary>
public class NkTests
{
    private static readonly ListEntry Full = new()
    {
        Id = "demo:1",
        Schema = EntrySchema.Person,
        Names =
        [
            new ListName("Nadir QASIMZADE", NameKind.Primary, "NAME") { Parts = [new(NamePartKind.Given, "Nadir"), new(NamePartKind.Family, "QASIMZADE")] },
            new ListName("نادر قاسم زاده", NameKind.Alias, "ALIAS[1]") { Language = "fa" },
            new ListName("\"The \\ Painter\"\t", NameKind.WeakAlias, "ALIAS[2]"),
        ],
        Dates = [new(DateKind.Birth, PartialDate.Year(1971, isCirca: true), "DOB")],
        BirthPlaces = [new("Herat, Afghanistan", "af", "POB"), new("Farah", null, "POB")],
        Countries = [new(CountryKind.Nationality, "Iran", "ir", "NATIONALITY")],
        Genders = [new(Gender.Female, "GENDER")],
        Identifiers = [new(IdentifierKind.Passport, "A-12 345", "ir", "DOCUMENT") { Note = "expired" }],
        Addresses = [new("1 Mill Lane, Herat", "Herat", "af", "ADDRESS")],
        Positions = [new("Clerk", "DESIGNATION")],
        Programs = [new("DEMO", "PROGRAM")],
        Remarks = [new("Line one\r\nline two", "COMMENTS")],
        LinkedTo = [new("demo:2", "LINKED")],
        References = [new("other:9", "REF")],
        ListedOn = new(PartialDate.Day(new DateOnly(2020, 2, 29)), "LISTED"),
        ChangedOn = new(PartialDate.Month(2021, 5), "CHANGED"),
        SourceUrl = new("https://example.org/1", "URL"),
    };

    [Fact]
    public void An_entry_with_every_field_is_read_back_with_every_field()
    {
        var (entries, reading) = Read(Written(Full));
        Assert.Empty(reading.Issues);
        Assert.Equal(Line(Full), Line(Assert.Single(entries)));
        Assert.Equal(Full.Names[0].Parts, entries[0].Names[0].Parts);
        Assert.Equal(Full.Identifiers, entries[0].Identifiers);
        Assert.Equal(Full.Addresses, entries[0].Addresses);
        Assert.Equal(Full.ChangedOn, entries[0].ChangedOn);
        Assert.Equal(Full.Remarks, entries[0].Remarks);
    }

    [Fact]
    public void Canonical_bytes_do_not_change_between_releases() => Assert.Equal(
        """{"id":"demo:7","schema":"Vessel","names":[{"k":"primary","l":"el","v":"ΑΛΕΞΑΝΔΡΟΣ 𐤀","p":"n","parts":[["given","ΑΛΕΞΑΝΔΡΟΣ"]]}],"dates":[{"k":"built","v":"1965/1968~","p":"d"}],"countries":[{"k":"flag","c":"gr","v":"Greece","p":"f"}],"identifiers":[{"k":"callSign","v":"SV\u0001A","p":"c"}],"addresses":[{"c":"gr","city":"Volos","v":"Pier 2, Volos","p":"a"}]}""",
        Line(new ListEntry
        {
            Id = "demo:7",
            Schema = EntrySchema.Vessel,
            Names = [new("ΑΛΕΞΑΝΔΡΟΣ 𐤀", NameKind.Primary, "n") { Language = "el", Parts = [new(NamePartKind.Given, "ΑΛΕΞΑΝΔΡΟΣ")] }],
            Dates = [new(DateKind.Built, PartialDate.Range(PartialDate.Year(1965), PartialDate.Year(1968), true), "d")],
            Countries = [new(CountryKind.Flag, "Greece", "gr", "f")],
            Identifiers = [new(IdentifierKind.CallSign, "SV\u0001A", null, "c")],
            Addresses = [new("Pier 2, Volos", "Volos", "gr", "a")],
        }));

    [Fact]
    public void Any_text_survives_and_writing_again_gives_the_same_bytes() => Gen.Select(Gen.String, Gen.String, Gen.Enum<IdentifierKind>())
        .Sample((text, path, kind) =>
        {
            var carried = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var entry = new ListEntry { Id = "demo:1", Schema = EntrySchema.Other, Identifiers = [new(kind, text, null, path)] };
            var (entries, reading) = Read(Written(entry));
            Assert.Empty(reading.Issues);
            Assert.Equal(carried, Assert.Single(entries).Identifiers[0].Value);
            Assert.Equal(NkWriter.Hash(entry), NkWriter.Hash(entries[0]));
        }, iter: 300);

    [Fact]
    public void Every_kind_has_a_word_that_is_read_back()
    {
        var all = Full with
        {
            Names = [.. Enum.GetValues<NameKind>().Select(k => new ListName("x", k, ""))],
            Dates = [.. Enum.GetValues<DateKind>().Select(k => new ListDate(k, PartialDate.Year(2000), ""))],
            Countries = [.. Enum.GetValues<CountryKind>().Select(k => new ListCountry(k, "x", null, ""))],
            Genders = [.. Enum.GetValues<Gender>().Select(k => new Sourced<Gender>(k, ""))],
            Identifiers = [.. Enum.GetValues<IdentifierKind>().Select(k => new Identifier(k, "x", null, ""))],
        };
        foreach (var schema in Enum.GetValues<EntrySchema>())
        {
            var (entries, reading) = Read(Written(all with { Schema = schema }));
            Assert.Empty(reading.Issues);
            Assert.Equal(Line(all with { Schema = schema }), Line(Assert.Single(entries)));
        }
    }

    [Fact]
    public void Ids_are_put_under_the_list_the_file_is_imported_as()
    {
        var (entries, _) = Read(Written(Full), listId: "mine");
        Assert.Equal("mine:1", Assert.Single(entries).Id);
    }

    [Fact]
    public void An_unknown_property_is_reported_and_the_entry_kept()
    {
        var (entries, reading) = Read("""
            {"marsad":"nk/1","list":"demo"}
            {"id":"demo:1","schema":"Person","shoeSize":{"eu":[43]},"names":[{"k":"primary","v":"A","p":"n","tone":"low"}]}
            """);
        Assert.Single(entries);
        Assert.Equal(["shoeSize", "tone"], reading.Issues.Select(i => i.Field));
        Assert.All(reading.Issues, i => Assert.Equal((IssueSeverity.Value, 2), (i.Severity, i.Line)));
    }

    [Theory]
    [InlineData("""{"id":"demo:1"}""")]
    [InlineData("""{"schema":"Person"}""")]
    [InlineData("""{"id":"demo:1","schema":"Ghost"}""")]
    [InlineData("""{"id":"demo:1","schema":"Person","names":[{"k":"primary","p":"n"}]}""")]
    [InlineData("""{"id":"demo:1","schema":"Person","names":[{"v":"x","p":"n"}]}""")]
    [InlineData("""{"id":"demo:1","schema":"Person","dates":[{"k":"birth","v":"1971-02-30","p":"d"}]}""")]
    [InlineData("""{"id":"demo:1","schema":"Person","names":"x"}""")]
    [InlineData("""{"id":"demo:1","schema":"Person"} {"id":"demo:2","schema":"Person"}""")]
    [InlineData("""{"id":"demo:1","schema":"Person","names":[[[[[[[[[[[[]]]]]]]]]]]]}""")]
    [InlineData("""{"id":"demo:1","schema":"Per""")]
    [InlineData("""{"id":"\ud800","schema":"Person"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("ﷺ")]
    public void A_line_that_is_no_entry_is_reported_and_the_next_is_read(string line)
    {
        var (entries, reading) = Read("{\"marsad\":\"nk/1\",\"list\":\"demo\"}\n" + line + "\n{\"id\":\"demo:9\",\"schema\":\"Person\"}\n");
        Assert.Equal("demo:9", Assert.Single(entries).Id);
        var issue = Assert.Single(reading.Issues);
        Assert.Equal((IssueSeverity.Record, 2L), (issue.Severity, issue.Line));
        Assert.Equal(2, reading.Records);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("{}\n")]
    [InlineData("ent_num,sdn_name\n1,x\n")]
    [InlineData("{\"marsad\":\"nk/2\",\"list\":\"demo\"}\n")]
    public void A_file_without_the_header_is_broken(string content)
    {
        var (entries, reading) = Read(content);
        Assert.Empty(entries);
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void A_file_with_fewer_entries_than_its_header_says_is_broken()
    {
        var (entries, reading) = Read("{\"marsad\":\"nk/1\",\"list\":\"demo\",\"entries\":2}\n{\"id\":\"demo:1\",\"schema\":\"Person\"}\n");
        Assert.Single(entries);
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void A_line_beyond_the_limit_is_passed_over_in_bounded_memory()
    {
        var lines = new NkLines(new MemoryStream([.. "short\n"u8, .. Enumerable.Repeat((byte)'x', 500_000), (byte)'\n', .. "last"u8]), 1000);
        Assert.True(lines.Next() && lines.Current.SequenceEqual("short"u8));
        Assert.True(lines.Next() && lines.IsTooLong);
        Assert.True(lines.Next() && !lines.IsTooLong && lines.Current.SequenceEqual("last"u8) && lines.Number == 3);
        Assert.False(lines.Next());
    }

    [Fact]
    public void A_byte_order_mark_windows_line_ends_and_a_missing_last_line_end_are_taken()
    {
        var (entries, reading) = Read("\uFEFF{\"marsad\":\"nk/1\",\"list\":\"demo\",\"date\":\"2026-01-02\"}\r\n\r\n{\"id\":\"demo:1\",\"schema\":\"Person\"}");
        Assert.Single(entries);
        Assert.Empty(reading.Issues);
        Assert.Equal(new DateOnly(2026, 1, 2), reading.ListDate);
    }

    [Fact]
    public void Small_pieces_from_the_stream_make_the_same_entries()
    {
        var bytes = Encoding.UTF8.GetBytes(Written([.. Enumerable.Range(0, 50).Select(i => Full with { Id = "demo:" + i.ToString(CultureInfo.InvariantCulture) })]));
        var reading = new ListReading("demo", [new ListFile("f", new Trickle(bytes))]);
        Assert.Equal(50, new NkReader().Read(reading).Count());
        Assert.Empty(reading.Issues);
    }

    internal static string Line(ListEntry entry) => Encoding.UTF8.GetString(new NkWriter(Stream.Null).Write(entry));

    internal static string Written(params ListEntry[] entries)
    {
        using var stream = new MemoryStream();
        var writer = new NkWriter(stream);
        writer.Write(new NkHeader("demo") { Version = "1", Entries = entries.Length });
        foreach (var entry in entries)
            writer.Write(entry);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (List<ListEntry> Entries, ListReading Reading) Read(string content, string listId = "demo")
    {
        var reading = new ListReading(listId, [new ListFile("demo.ndjson", new MemoryStream(Encoding.UTF8.GetBytes(content)))]);
        return ([.. new NkReader().Read(reading)], reading);
    }

    /// <summary>A stream that gives seven bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
