using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.Engine.Tests.Lists.Ofac;

public class OfacRemarksRealFileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("set-2019-01-sdn.csv.gz")]
    [InlineData("set-2021-07-sdn.csv.gz")]
    [InlineData("sdn-2024-05-03.csv.gz")]
    [InlineData("cons_prim-2025-12-19.csv.gz")]
    public void Ninety_nine_of_a_hundred_pieces_of_the_remarks_are_understood(string file)
    {
        var reading = new ListReading("ofac", [Readings.Shared("ofac/" + file)]);
        var issues = new Dictionary<string, int>();
        var unread = new Dictionary<string, int>();
        var (all, understood) = (0, 0);
        foreach (var row in CsvRecords.Read(reading, reading.Files[0], Encoding.UTF8).Where(r => r.Cells.Length == 12 && r.Cell(11) != "-0-"))
        {
            var party = new OfacParty(new(issue => Count(issues, $"{issue.Field}: {issue.Value}: {issue.Reason}")), OfacParty.SchemaOf(row.Cell(2).Replace("-0-", "", StringComparison.Ordinal)));
            // A remark of 1,000 characters goes on in the comments: its last piece is cut and not counted.
            var isCut = row.Cell(11).Length >= 995;
            var pieces = new List<(string Piece, bool IsUnderstood)>();
            OfacRemarks.Mine(party, row.Cell(11), tally: (piece, isUnderstood) => pieces.Add((piece, isUnderstood)));
            foreach (var (piece, isUnderstood) in isCut ? pieces.SkipLast(1) : pieces)
            {
                all++;
                understood += isUnderstood ? 1 : 0;
                if (!isUnderstood)
                    Count(unread, piece);
            }
        }
        output.WriteLine($"{file}: {understood} of {all} pieces understood, {100.0 * understood / all:F2} %");
        foreach (var (piece, count) in unread.Concat(issues.Select(i => new KeyValuePair<string, int>("ISSUE " + i.Key, i.Value))).OrderByDescending(p => p.Value).Take(60))
            output.WriteLine($"{count,5} {piece}");
        Assert.True(understood >= 0.99 * all, $"{understood} of {all}");
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
