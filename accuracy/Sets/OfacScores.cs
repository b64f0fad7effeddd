using System.CommandLine;
using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Sets;

/// <summary><c>parity</c>: does our OFAC score say what OFAC's public search says?</summary>
internal static class OfacScores
{
    /// <summary>How far a score may lie from OFAC's, in points of 100.</summary>
    public const int Tolerance = 5;

    /// <param name="Id">The id of the row.</param>
    /// <param name="Query">What was typed into the search.</param>
    /// <param name="Listed">The name it answered with.</param>
    /// <param name="Expected">The score it gave.</param>
    /// <param name="Ours">Our score.</param>
    public sealed record Row(string Id, string Query, string Listed, int Expected, int Ours)
    {
        public bool IsNear => Math.Abs(Expected - Ours) <= Tolerance;
    }

    /// <summary>Scores every row; those the search did not return (-1) are left out.</summary>
    public static IReadOnlyList<Row> Measure()
    {
        var path = DataFiles.Shared("match-pairs/ofac_search_scores.jsonl");
        if (!File.Exists(path))
            throw new MeasureException($"{path}: no such file");
        var rows = new List<Row>();
        foreach (var (_, text) in DataFiles.Lines(path))
        {
            using var line = JsonDocument.Parse(text);
            var expected = line.RootElement.GetProperty("ofac_score").GetInt32();
            if (expected < 0)
                continue;
            var (query, listed) = (Party.Text(line.RootElement, "query")!, Party.Text(line.RootElement, "result")!);
            rows.Add(new Row(Party.Text(line.RootElement, "id")!, query, listed, expected, Score(query, listed)));
        }
        return rows;
    }

    public static Command Create()
    {
        var command = new Command("parity", "Compares our OFAC score with the scores OFAC's public search gave.");
        command.SetAction(_ =>
        {
            var rows = Measure();
            Console.WriteLine($"== parity  {rows.Count(r => r.IsNear)} of {rows.Count} rows within {Tolerance} points, {rows.Count(r => r.Ours == r.Expected)} equal");
            foreach (var row in rows.Where(r => !r.IsNear).OrderByDescending(r => Math.Abs(r.Expected - r.Ours)))
                Console.WriteLine($"  {row.Id}  OFAC {row.Expected,3}  ours {row.Ours,3}  {row.Query} | {row.Listed}");
            return 0;
        });
        return command;
    }

    private static int Score(string query, string listed)
    {
        var subject = new Subject { Schema = EntrySchema.LegalEntity, Names = [new ListName(query, NameKind.Primary, "name")] };
        var entry = new ListEntry { Id = "ofac:row", Schema = EntrySchema.LegalEntity, Names = [new ListName(listed, NameKind.Primary, "name")] };
        return ScoringModel.V1.Compare(subject, entry).OfacScore;
    }
}
