using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Tables;

/// <summary>What every human-edited table owes its readers, and what the tables of countries and organizations owe each other.</summary>
public class TableHeadersTests
{
    [Fact]
    public void Every_table_states_its_source_license_columns_and_reader()
    {
        var data = Path.Combine(SharedData.Repository, "data");
        var tables = Directory.GetFiles(data, "*.tsv", SearchOption.AllDirectories);
        Assert.NotEmpty(tables);
        var lacking = from table in tables
                      let header = string.Join('\n', File.ReadLines(table).TakeWhile(line => line.StartsWith('#')))
                      from part in (string[])["Source:", "License:", "Columns:", "Reader:"]
                      where !header.Contains(part, StringComparison.Ordinal)
                      select $"{Path.GetRelativePath(data, table)} lacks {part}";
        Assert.Empty(lacking);
    }

    [Fact]
    public void No_name_means_two_countries() =>
        AssertOneMeaning(TableFile.Rows("data/places/countries.tsv", 4).Select(row => (PlaceName.Fold(row[3]), row[0])));

    [Fact]
    public void No_legal_form_means_two_forms() =>
        AssertOneMeaning(TableFile.Rows("data/organizations/legal-forms.tsv", 4)
            .Select(row => (new string([.. Letters.Fold(row[1].Replace("&", "and", StringComparison.Ordinal)).Where(char.IsLetterOrDigit)]), row[0])));

    [Fact]
    public void No_generic_word_means_two_concepts() =>
        AssertOneMeaning(TableFile.Rows("data/organizations/generic.tsv", 3).SelectMany(row => Words(row.Skip(2)).Select(word => (word, row[0]))));

    [Fact]
    public void No_word_means_two_numbers() =>
        AssertOneMeaning(TableFile.Rows("data/organizations/numbers.tsv", 2).SelectMany(row => Words(row.Skip(1)).Select(word => (word, row[0]))));

    [Fact]
    public void No_strong_alias_means_two_groups() =>
        AssertOneMeaning(TableFile.Rows("data/organizations/aliases.tsv", 5).Where(row => row[3] == "strong").Select(row => (Letters.Fold(row[2]), row[0])));

    [Fact]
    public void Aliases_are_complete_with_a_Latin_name_for_every_group_and_four_languages_for_most()
    {
        var rows = TableFile.Rows("data/organizations/aliases.tsv", 5).ToList();
        Assert.All(rows, row => Assert.True(row.All(cell => cell.Length > 0) && row[3] is "strong" or "weak", string.Join(" | ", row)));
        var groups = rows.GroupBy(row => row[0]).ToList();
        Assert.True(groups.Count >= 60, $"only {groups.Count} groups");
        Assert.All(groups, group => Assert.Contains(group, row => row[1] is "en" or "es"));
        var inFour = groups.Count(group => new[] { "ar", "en", "fa", "ru" }.All(language => group.Any(row => row[1] == language)));
        Assert.True(inFour >= 76, $"only {inFour} groups have names in Arabic, English, Persian and Russian");
    }

    private static IEnumerable<string> Words(IEnumerable<string> cells) =>
        cells.SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Letters.Fold);

    private static void AssertOneMeaning(IEnumerable<(string Key, string Meaning)> facts)
    {
        var ambiguous = facts.GroupBy(fact => fact.Key, fact => fact.Meaning).Where(group => group.Key.Length == 0 || group.Distinct().Count() > 1);
        Assert.Empty(ambiguous.Select(group => $"'{group.Key}' means {string.Join(" and ", group.Distinct())}"));
    }
}
