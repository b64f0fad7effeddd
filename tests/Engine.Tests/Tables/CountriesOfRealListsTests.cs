using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Tables;

/// <summary>Every country the publishers' real files print is known, apart from the few values that are none.</summary>
public partial class CountriesOfRealListsTests
{
    [Theory]
    [InlineData("lists/un/un-consolidated-2016-06-20.xml.gz")]
    [InlineData("lists/un/un-consolidated-2026-02-27.xml.gz")]
    public void Un(string file) => AssertKnown(0.99, Elements(file, name => name == "NATIONALITY" || name.Contains("COUNTRY", StringComparison.Ordinal)));

    // Three of its regulations are not about a country, and stand where the country stands.
    [Fact]
    public void Canada() => AssertKnown(0.97, Elements("lists/ca/ca-sema-consolidated-2025-05.xml.gz", name => name == "Country"));

    [Fact]
    public void Ofac_addresses() => AssertKnown(0.99, Lines("lists/ofac/add-2026-06.csv.gz")
        .Select(line => AddressCountry().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value));

    [Fact]
    public void Ofac_remarks() => AssertKnown(0.99, Lines("lists/ofac/sdn-2024-05-03.csv.gz")
        .SelectMany(line => RemarkCountry().Matches(line)).Select(match => match.Groups[1].Value));

    [Fact]
    public void Ofsi_conlist() => AssertKnown(0.99, Cells("lists/uk/ofsi-conlist-2018-04-13.csv.gz", 1, "Country of Birth", "Nationality", "Country"));

    [Fact]
    public void Us_consolidated() => AssertKnown(0.99, Cells("lists/us-csl/us-csl-2022-05.csv.gz", 0, "citizenships", "nationalities", "vessel_flag"));

    [Fact]
    public void Eu_flattened() => AssertKnown(0.99, Cells("lists/eu/eu-fsf-parsed-2025-05.csv.gz", 0, "Nationality"));

    [Theory]
    [InlineData("lists/eu/sample/32001R2580.csv")]
    [InlineData("lists/eu/sample/32002R0881.csv")]
    [InlineData("lists/eu/sample/32016R1686.csv")]
    [InlineData("lists/eu/sample/32024R0386.csv")]
    public void Eu_acts(string file) => AssertKnown(0.98, Cells(file, 0, "country", "nationality", "jurisdiction", "flag"));

    [Fact]
    public void Interpol_of_OpenSanctions() =>
        AssertKnown(0.999, Cells("lists/opensanctions/interpol-red-notices-2025-05-23.targets.simple.csv.gz", 0, "countries"));

    private static void AssertKnown(double share, IEnumerable<string> values)
    {
        var printed = values.Select(value => value.Trim()).Where(value => value.Length > 0 && !value.StartsWith("-0-", StringComparison.Ordinal)).ToList();
        var unknown = printed.Where(value => Countries.CodesOf(value).IsEmpty).ToList();
        var known = 1 - (double)unknown.Count / Math.Max(1, printed.Count);
        var listed = string.Join(" | ", unknown.GroupBy(value => value).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} ({group.Count()})"));
        TestContext.Current.SendDiagnosticMessage($"{printed.Count} values, {known:P2} known; unknown: {listed}");
        Assert.NotEmpty(printed);
        Assert.True(known >= share, $"{known:P2} of {printed.Count} values are known; unknown: {listed}");
    }

    private static IEnumerable<string> Elements(string file, Func<string, bool> wanted)
    {
        using var reader = XmlReader.Create(SharedData.Open(file));
        var inside = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName != "VALUE")
                inside = wanted(reader.LocalName) && !reader.IsEmptyElement;
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName != "VALUE")
                inside = false;
            else if (inside && reader.NodeType == XmlNodeType.Text)
                yield return reader.Value;
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(SharedData.Open(file), Encoding.Latin1);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    // A small csv reading of our own: enough to take columns from a well-formed file.
    private static IEnumerable<string> Cells(string file, int headerLine, params string[] columns)
    {
        using var reader = new StreamReader(SharedData.Open(file), headerLine == 0 ? Encoding.UTF8 : Encoding.Latin1);
        var rows = Rows(reader.ReadToEnd().Replace('\u0092', '’')).Skip(headerLine).ToList();
        var wanted = columns.Select(column => rows[0].IndexOf(column)).ToList();
        Assert.DoesNotContain(-1, wanted);
        return rows.Skip(1).SelectMany(row => wanted.Where(column => column < row.Count).Select(column => row[column]));
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n'))
                cell.Append(c);
            else
            {
                row.Add(cell.ToString().Trim('\r'));
                cell.Clear();
                if (c != '\n')
                    continue;
                yield return row;
                row = [];
            }
        }
    }

    [GeneratedRegex("^\\d+,\\d+,(?:\"[^\"]*\"|-0- ?),(?:\"[^\"]*\"|-0- ?),\"([^\"]*)\",")]
    private static partial Regex AddressCountry();

    [GeneratedRegex("(?:nationality|citizen) ([^;\"]*[^;\".])")]
    private static partial Regex RemarkCountry();
}
