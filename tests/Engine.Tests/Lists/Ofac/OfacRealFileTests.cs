using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.Engine.Tests.Lists.Ofac;

public class OfacRealFileTests
{
    [Theory]
    [InlineData("ofac-sdn", 7379, 9682, "set-2019-01-sdn.csv.gz", "set-2019-01-alt.csv.gz", "set-2019-01-add.csv.gz")]
    [InlineData("ofac-sdn", 8890, 11742, "set-2021-04-25-sdn.csv.gz", "set-2021-04-25-alt.csv.gz", "set-2021-04-25-add.csv.gz")]
    [InlineData("ofac-sdn", 8976, 11910, "set-2021-07-sdn.csv.gz", "set-2021-07-alt.csv.gz", "set-2021-07-add.csv.gz", "set-2021-07-sdn_comments.csv")]
    [InlineData("ofac-sdn", 14965, 18033, "sdn_comments-2025-02-27.csv.gz", "add-2025-02-27.csv.gz", "alt-2024-09.csv.gz", "sdn-2024-05-03.csv.gz")]
    [InlineData("ofac-cons", 442, 1073, "cons_prim-2025-12-19.csv.gz", "cons_alt-2025-12-19.csv.gz", "cons_add-2025-12-19.csv.gz", "cons_comments-2025-12-19.csv.gz")]
    public void Every_row_of_a_published_set_becomes_an_entry_with_its_aliases(string list, int entries, int aliases, params string[] files)
    {
        var reading = new ListReading(list, [.. files.Select(f => Readings.Shared("ofac/" + f))]);
        var read = new OfacReader(list).Read(reading).ToList();
        Assert.Equal(entries, read.Count);
        Assert.Equal(entries, reading.Records);
        Assert.Equal(entries, read.Select(e => e.Id).Distinct().Count());
        Assert.False(reading.IsBroken, reading.Print());
        // A name printed twice for a party is one name.
        Assert.InRange(read.Sum(e => e.Names.Count(n => n.Path == "alt_name")), aliases * 0.99, aliases);
        Assert.DoesNotContain(reading.Issues, i => i.Severity == IssueSeverity.Fatal);
        Assert.DoesNotContain(read, e => e.Schema == EntrySchema.Other);
    }

    [Theory]
    [InlineData("consolidated-2025-03-28.xml.gz", 443, "2025-03-28")]
    [InlineData("cons_advanced-2020-03-17.xml.gz", 375, "2020-03-17")]
    public void Every_party_of_a_published_xml_becomes_an_entry_with_a_program_and_no_field_is_unknown(string file, int entries, string date)
    {
        var reading = new ListReading("ofac-cons", [Readings.Shared("ofac/" + file)]);
        var read = new OfacReader("ofac-cons").Read(reading).ToList();
        Assert.Equal((entries, entries, date), (read.Count, reading.Records, reading.ListDate?.ToString("o")));
        Assert.Empty(reading.Issues);
        Assert.All(read, e => Assert.NotEmpty(e.Programs));
        Assert.All(read, e => Assert.Contains(e.Schema, new[] { EntrySchema.Person, EntrySchema.Organization }));
        Assert.Equal(entries, read.Count(e => e.Names[0].Kind == NameKind.Primary));
    }

    [Fact]
    public void A_party_has_the_same_id_and_caption_in_csv_and_xml_of_different_years()
    {
        var csv = Read("cons_prim-2025-12-19.csv.gz", "cons_alt-2025-12-19.csv.gz");
        var classic = Read("consolidated-2025-03-28.xml.gz");
        var advanced = Read("cons_advanced-2020-03-17.xml.gz");
        var classicShared = csv.Keys.Intersect(classic.Keys).ToList();
        var advancedShared = classic.Keys.Intersect(advanced.Keys).ToList();
        Assert.True(classicShared.Count > 400 && advancedShared.Count > 300, $"{classicShared.Count} {advancedShared.Count}");
        // Companies are renamed over the years (55 of 366 from 2020 to 2025); the ids are not.
        Assert.InRange(classicShared.Count(id => csv[id] == classic[id]), classicShared.Count * 0.98, classicShared.Count);
        Assert.InRange(advancedShared.Count(id => advanced[id] == classic[id]), advancedShared.Count * 0.8, advancedShared.Count);

        static Dictionary<string, string> Read(params string[] files)
        {
            var reading = new ListReading("ofac-cons", [.. files.Select(f => Readings.Shared("ofac/" + f))]);
            return new OfacReader("ofac-cons").Read(reading).ToDictionary(e => e.Id, e => e.Caption);
        }
    }

    [Fact]
    public void Well_known_parties_read_as_published()
    {
        var reading = new ListReading("ofac-sdn", [.. new[] { "sdn-2024-05-03.csv.gz", "alt-2024-09.csv.gz", "add-2025-02-27.csv.gz" }.Select(f => Readings.Shared("ofac/" + f))]);
        var entries = new OfacReader("ofac-sdn").Read(reading).ToDictionary(e => e.Id);
        var general = entries["ofac-sdn:10481"];
        Assert.Equal((9, "1957-03-11", "ir", IdentifierKind.Passport), (general.Names.Length, $"{general.Dates[0].Value}", general.Countries[0].Code, general.Identifiers[0].Kind));
        Assert.Equal(["SDGT", "SYRIA", "NPWMD", "IRGC", "IFSR"], general.Programs.Select(p => p.Value));
        var founder = entries["ofac-sdn:6365"];
        Assert.Equal(["1957-07-30", "1958"], founder.Dates.Select(d => $"{d.Value}"));
        var group = entries["ofac-sdn:10761"];
        Assert.Equal((17, 8), (group.Names.Count(n => n.Kind != NameKind.WeakAlias), group.Names.Count(n => n.Kind == NameKind.WeakAlias)));
        var tanker = entries["ofac-sdn:27304"];
        Assert.Equal((EntrySchema.Vessel, "9116412", NameKind.Former), (tanker.Schema, tanker.Identifiers.Single(i => i.Kind == IdentifierKind.Imo).Value, tanker.Names[1].Kind));
        var plane = entries["ofac-sdn:15431"];
        Assert.Equal((EntrySchema.Airplane, "1992", 2), (plane.Schema, $"{plane.Dates[0].Value}", plane.Identifiers.Count(i => i.Kind == IdentifierKind.SerialNumber)));
        Assert.Equal(906, int.Parse(reading.Issues.Single(i => i.File.StartsWith("alt", StringComparison.Ordinal) && i.Severity == IssueSeverity.Value).Value, null));
    }
}
