using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;

namespace Marsad.Engine.Tests.Lists.OpenSanctions;

public class FtmPropertiesTests
{
    private readonly List<ListIssue> _issues = [];

    [Fact]
    public void Flat_properties_make_the_same_entry_as_properties_under_their_own_key()
    {
        var flat = Read("""{"schema":"Person","name":["Rafiq Testov"],"birthDate":["1971-03"],"nationality":["iq"]}""");
        var nested = Read("""{"schema":"Person","properties":{"name":["Rafiq Testov"],"birthDate":["1971-03"],"nationality":["iq"]}}""");

        Assert.Equal(Canonical.Json(flat), Canonical.Json(nested));
        Assert.Equal(EntrySchema.Person, flat.Schema);
        Assert.Equal("1971-03", Assert.Single(flat.Dates).Value.ToString());
        Assert.Empty(_issues);
    }

    [Fact]
    public void A_bare_string_and_a_number_are_values_like_an_array()
    {
        var entry = Read("""{"name":"Rafiq Testov","birthDate":1971}""");

        Assert.Equal("name", entry.Names[0].Path);
        Assert.Equal("1971", entry.Dates[0].Value.ToString());
        Assert.Equal(EntrySchema.LegalEntity, entry.Schema);
    }

    [Fact]
    public void Each_value_keeps_its_place_in_the_record()
    {
        var entry = Read("""{"name":["A Testov"],"alias":["B Testov","C Testov"],"weakAlias":["D"],"previousName":["E Testov"]}""");

        Assert.Equal(
            ["name[1] Primary", "alias[1] Alias", "alias[2] Alias", "weakAlias[1] WeakAlias", "previousName[1] Former"],
            entry.Names.Select(n => $"{n.Path} {n.Kind}"));
    }

    [Fact]
    public void The_caption_chooses_the_primary_name_among_several()
    {
        var entry = Read("""{"caption":"B Testov","schema":"Person","properties":{"alias":["B Testov"],"name":["A Testov","B Testov"]}}""");

        Assert.Equal(["B Testov Primary", "A Testov Alias"], entry.Names.Select(n => $"{n.Text} {n.Kind}"));
        Assert.Equal("B Testov", entry.Caption);
    }

    [Fact]
    public void A_name_printed_as_weak_and_as_good_is_good() =>
        Assert.Equal(NameKind.Alias, Read("""{"name":"X","weakAlias":["Abu Test"],"alias":["Abu Test"]}""").Names[1].Kind);

    [Fact]
    public void Parts_without_a_name_make_one()
    {
        var entry = Read("""{"lastName":["Testov"],"firstName":["Rafiq"],"fatherName":["Ilyas"]}""");

        var name = Assert.Single(entry.Names);
        Assert.Equal("Rafiq Ilyas Testov", name.Text);
        Assert.Equal([NamePartKind.Given, NamePartKind.Patronymic, NamePartKind.Family], name.Parts.Select(p => p.Kind));
    }

    [Fact]
    public void Two_first_names_with_one_family_name_make_two_names() =>
        Assert.Equal(["Rafiq Testov", "Rafik Testov"], Read("""{"firstName":["Rafiq","Rafik"],"lastName":["Testov"]}""").Names.Select(n => n.Text));

    [Fact]
    public void Parts_join_a_name_only_where_they_account_for_each_word_once()
    {
        var entry = Read("""{"name":["Rafiq Testov"],"alias":["Rafiq Abu Testov","TESTOV, Rafiq"],"firstName":["Rafiq"],"lastName":["Testov"]}""");

        Assert.Equal([2, 0, 2], entry.Names.Select(n => n.Parts.Length));
    }

    [Fact]
    public void An_unknown_country_keeps_its_text_and_is_reported()
    {
        var entry = Read("""{"name":"X","country":["Nowhereland"]}""");

        Assert.Equal(("Nowhereland", null), (entry.Countries[0].Text, entry.Countries[0].Code));
        Assert.Equal("country[1]", Assert.Single(_issues).Field);
    }

    [Theory]
    [InlineData("2023-13-01")]
    [InlineData("the sixties")]
    [InlineData("1971-02-31")]
    public void A_date_that_cannot_be_read_becomes_a_remark_and_an_issue(string printed)
    {
        var entry = Read($$"""{"name":"X","birthDate":["{{printed}}"]}""");

        Assert.Empty(entry.Dates);
        Assert.Equal($"birthDate[1]: {printed}", Assert.Single(entry.Remarks).Value);
        Assert.Equal(printed, Assert.Single(_issues).Value);
    }

    [Fact]
    public void Identifiers_know_their_kind_and_where_it_says_so_their_country()
    {
        var entry = Read("""{"name":"X","innCode":["7700000001"],"imoNumber":["9999999"],"uniqueEntityId":"ABC","passportNumber":["P1"]}""");

        Assert.Equal(
            ["TaxId 7700000001 ru ", "Imo 9999999  ", "Other ABC us uniqueEntityId", "Passport P1  "],
            entry.Identifiers.Select(i => $"{i.Kind} {i.Value} {i.CountryCode} {i.Note}"));
    }

    [Fact]
    public void An_unknown_property_is_reported_and_an_ignored_one_is_not()
    {
        Read("""{"name":"X","addressEntity":["addr-1"],"shoeSize":["44"]}""");

        var issue = Assert.Single(_issues);
        Assert.Equal(("shoeSize", FtmProperties.UnknownProperty), (issue.Field, issue.Reason));
    }

    [Fact]
    public void An_unknown_schema_is_kept_as_other_and_reported()
    {
        Assert.Equal(EntrySchema.Other, Read("""{"name":"X","schema":"Starship"}""").Schema);
        Assert.Equal("Starship", Assert.Single(_issues).Value);
    }

    [Theory]
    [InlineData("person", EntrySchema.Person)]
    [InlineData("PublicBody", EntrySchema.PublicBody)]
    [InlineData("CryptoWallet", EntrySchema.Other)]
    public void Schema_names_are_read_in_any_case(string name, EntrySchema schema) => Assert.Equal(schema, FtmProperties.SchemaOf(name));

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"name":[{"a":1},null,["x"],true]}""")]
    [InlineData("""{"name":["\ud800"],"properties":7}""")]
    [InlineData("""{"schema":["\ud800"],"caption":{"a":1},"name":["\u0000\u0007"]}""")]
    public void Hostile_shapes_give_issues_and_no_exception(string json) => Assert.Empty(Read(json).Names);

    [Fact]
    public void A_name_of_a_million_letters_is_cut_and_reported()
    {
        var entry = Read($$"""{"name":"{{new string('x', 1_000_000)}}"}""");

        Assert.Equal(EntryDraft.LongestName, entry.Names[0].Text.Length);
        Assert.Single(_issues);
    }

    [Fact]
    public void A_hundred_thousand_names_take_no_quadratic_time()
    {
        var entry = Read("{\"name\":[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"Name {i}\"")) + "]}");

        Assert.Equal(100_000, entry.Names.Length);
    }

    [Theory]
    [InlineData("match-pairs/un_treated_positives.jsonl")]
    [InlineData("match-pairs/opensanctions_pairs_dev.jsonl.gz")]
    [InlineData("match-pairs/company_vessel_pairs_dev.jsonl")]
    public void Every_property_of_the_labelled_pairs_is_known(string file)
    {
        using var reader = new StreamReader(SharedData.Open(file));
        var named = 0;
        while (reader.ReadLine() is { } line)
        {
            using var pair = JsonDocument.Parse(line);
            foreach (var side in new[] { "a", "b" })
                named += FtmProperties.Read(pair.RootElement.GetProperty(side), side, "LegalEntity", _issues.Add).Names.Length > 0 ? 1 : 0;
        }
        Assert.True(named > 0);
        Assert.Empty(_issues.Where(i => i.Reason is FtmProperties.UnknownProperty or FtmProperties.UnknownSchema).Select(i => i.Field).Distinct());
    }

    private ListEntry Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FtmProperties.Read(document.RootElement, "test:1", report: _issues.Add);
    }
}
