using System.Text;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Names;

namespace Marsad.Engine.Tests.Names;

/// <summary>
/// The names of <c>tests/cases/names.csv</c>, which anyone may edit: group, kind (person or organization), the raw name, and the parts
/// expected: <c>Qasem=given | SOLEIMANI=family</c>, a part without a role standing alone.
/// </summary>
public class NameCases
{
    public static TheoryData<string, string, string, string> Rows()
    {
        using var text = new StreamReader(Path.Combine(SharedData.Repository, "tests", "cases", "names.csv"), Encoding.UTF8);
        var scanner = new CsvScanner(text, ',');
        scanner.Next();
        var rows = new TheoryData<string, string, string, string>();
        while (scanner.Next() is { Cells: [var group, var kind, var raw, var parts] })
            rows.Add(group, kind, raw, parts);
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_name_of_the_cases_has_the_parts_expected(string group, string kind, string raw, string parts)
    {
        Assert.NotEmpty(group);
        var parsed = kind == "person" ? NameParser.Person(raw) : NameParser.Organization(raw);
        Assert.Equal(parts, Notation(parsed));
        Assert.Equal(raw, parsed.Raw);
    }

    [Fact]
    public void There_are_enough_cases_and_garbage_is_among_them()
    {
        var rows = Rows().Select(r => r.Data.Item1).ToList();
        Assert.True(rows.Count >= 150, $"only {rows.Count} cases");
        Assert.Contains("garbage", rows);
    }

    private static string Notation(ParsedName name) => string.Join(" | ",
        name.Parts.Select(p => p.Role == PartRole.Unknown ? p.Text : $"{p.Text}={p.Role.ToString().ToLowerInvariant()}"));
}
