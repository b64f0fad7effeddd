using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Tests.Lists.Csv;

public class ColumnMapTests
{
    private readonly List<ListIssue> _issues = [];

    [Theory]
    [InlineData("name", "name")]
    [InlineData("First_Name", "firstName")]
    [InlineData("LAST NAME", "lastName")]
    [InlineData("Date of Birth", "birthDate")]
    [InlineData("dob", "birthDate")]
    [InlineData("Passport No.", "passportNumber")]
    [InlineData("id_number", "idNumber")]
    [InlineData("ID", "id")]
    [InlineData("type", "schema")]
    [InlineData("weakAlias", "weakAlias")]
    [InlineData("Фамилия", "lastName")]
    [InlineData("تاريخ الميلاد", "birthDate")]
    [InlineData("الاسم", "name")]
    [InlineData("shoe size", null)]
    [InlineData("", null)]
    public void A_heading_stands_for_a_property(string heading, string? property) =>
        Assert.Equal(property, ColumnMap.PropertyOf(heading));

    [Fact]
    public void Every_heading_of_the_table_stands_for_one_property_that_exists()
    {
        var rows = Engine.Tables.TableFile.Rows("data/lists/column-names.tsv", 2).ToList();
        foreach (var row in rows)
        {
            Assert.True(row[0] is "id" or "schema" || Marsad.Engine.Lists.OpenSanctions.FtmProperties.IsKnown(row[0]), row[0]);
            foreach (var heading in row[1].Split('|'))
                Assert.Equal(row[0], ColumnMap.PropertyOf(heading));
        }
    }

    [Fact]
    public void A_row_becomes_an_entry()
    {
        var map = ColumnMap.For(["id", "first_name", "last_name", "dob", "nationality", "type", "shoe size"]);

        var entry = map.Read(["7", "Rafiq", "Testov", "14/03/1971", "iq; ru", "individual", "44"], "x:7", null, _issues.Add, 2);

        Assert.Equal("7", map.IdOf(["7"]));
        Assert.Equal(["shoe size"], map.Unmapped);
        Assert.Equal((EntrySchema.Person, "Rafiq Testov", "1971-03-14"), (entry.Schema, entry.Caption, entry.Dates[0].Value.ToString()));
        Assert.Equal(["iq", "ru"], entry.Countries.Select(c => c.Code));
        Assert.Equal("dob", entry.Dates[0].Path);
        Assert.Empty(_issues);
    }

    [Fact]
    public void A_mapping_replaces_the_guess()
    {
        var map = ColumnMap.For(["name", "Kunde", "type"], new Dictionary<string, string> { ["Kunde"] = "name", ["name"] = "ignore", ["type"] = "" });

        var entry = map.Read(["Somebody else", "Rafiq Testov", "zzz"], "x:1", "Person", _issues.Add);

        Assert.Equal((EntrySchema.Person, "Rafiq Testov"), (entry.Schema, entry.Caption));
        Assert.Single(entry.Names);
        Assert.Empty(_issues);
        Assert.Empty(map.Unmapped);
    }

    [Theory]
    [InlineData("Customer", "name", "Customer")]
    [InlineData("a", "shoeSize", "shoeSize")]
    public void A_mapping_that_does_not_fit_says_what_is_wrong(string heading, string property, string named)
    {
        var error = Assert.Throws<ArgumentException>(() => ColumnMap.For(["a"], new Dictionary<string, string> { [heading] = property }));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_of_party_is_reported_and_the_default_counts()
    {
        var entry = ColumnMap.For(["name", "type"]).Read(["X Y", "starship"], "x:1", "Vessel", _issues.Add, 5);

        Assert.Equal(EntrySchema.Vessel, entry.Schema);
        Assert.Equal((5, "starship"), (Assert.Single(_issues).Line, _issues[0].Value));
    }

    [Theory]
    [InlineData("a; b ;;c", "a|b|c")]
    [InlineData("\"a; b\"; c", "a; b|c")]
    [InlineData("\"say \"\"hi\"\"\";x", "say \"hi\"|x")]
    [InlineData("5\" pipe; x", "5\" pipe|x")]
    [InlineData("\"never closed; x", "never closed; x")]
    [InlineData(" ; ", "")]
    public void Cells_of_several_values_are_split_outside_quotes(string cell, string values) =>
        Assert.Equal(values, string.Join('|', CellValues.Split(cell)));

    [Fact]
    public void A_table_in_a_code_page_is_read_with_its_delimiter()
    {
        var bytes = TextDetection.ByName("windows-1251")!.GetBytes("id;фио;дата рождения\n1;Тестов Рафик Ильясович;14.03.1971\n2;Пробина Анна Петровна;\n");

        var table = CsvTable.Open(new MemoryStream(bytes), "customers.csv");
        var entries = table.Rows.Select(r => table.Columns.Read(r.Cells, table.Columns.IdOf(r.Cells)!, "Person", _issues.Add, r.Line)).ToList();

        Assert.Equal("windows-1251, semicolon", table.Format.ToString());
        Assert.Equal(["Тестов Рафик Ильясович", "Пробина Анна Петровна"], entries.Select(e => e.Caption));
        Assert.Equal(["1971-03-14"], entries.SelectMany(e => e.Dates).Select(d => d.Value.ToString()));
        Assert.Empty(table.Issues);
    }
}
