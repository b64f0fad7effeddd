using Marsad.Engine.Names;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Names;

public class NameEquivalentsTests
{
    [Theory]
    [InlineData("aleksandr", "sasha"), InlineData("sasha", "aleksandra"), InlineData("iskandar", "alejandro"), InlineData("yusuf", "joseph")]
    [InlineData("giuseppe", "youssef"), InlineData("ibrahim", "abraham"), InlineData("william", "bill"), InlineData("bob", "robert")]
    [InlineData("yevgeniy", "eugene"), InlineData("ivan", "john"), InlineData("paco", "francisco"), InlineData("md", "muhammad")]
    [InlineData("salahaldin", "salah"), InlineData("mehmet", "muhammad"), InlineData("dmitry", "dima")]
    public void Short_forms_and_cognates_are_equivalent_either_way_around(string a, string b)
    {
        Assert.True(NameEquivalents.AreEquivalent(a, b));
        Assert.True(NameEquivalents.AreEquivalent(b, a));
        Assert.Contains(b, NameEquivalents.GroupOf(a)!);
    }

    [Theory]
    [InlineData("aleksandr", "aleksandra"), InlineData("yahya", "john"), InlineData("zahra", "sarah"), InlineData("hasan", "husayn")]
    [InlineData("vladimir", "vladislav"), InlineData("john", "john"), InlineData("qasem", "qasim"), InlineData("", "")]
    public void Names_of_two_people_are_not(string a, string b) => Assert.False(NameEquivalents.AreEquivalent(a, b));

    [Fact]
    public void A_name_without_equivalents_has_no_group() => Assert.Null(NameEquivalents.GroupOf("qasem"));

    [Fact]
    public void Every_group_of_the_table_names_its_kind_and_holds_at_least_two_different_Latin_names()
    {
        var rows = TableFile.Rows("data/names/equivalents.tsv", 3).ToList();
        Assert.True(rows.Count >= 250, $"only {rows.Count} groups");
        foreach (var row in rows)
        {
            var names = row[2].Split(' ');
            Assert.True(row[0] is "short" or "cognate", string.Join('\t', row));
            Assert.True(names.Length >= 2 && names.Distinct().Count() == names.Length, row[2]);
            Assert.All(names, name => Assert.All(name, c => Assert.InRange(c, 'a', 'z')));
        }
    }
}
