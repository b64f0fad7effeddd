using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Matching.Index;

namespace Marsad.Accuracy.Oracle;

/// <summary><c>oracle</c>: does the index return what weighing every entry returns, bit for bit?</summary>
internal static class OracleCommand
{
    private const string Report = "accuracy/runs/oracle.md";

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the queries", DefaultValueFactory = _ => 2026 };
        var count = new Option<int>("--count") { Description = "Queries on the measured lists, half of listed names, spread over the classes", DefaultValueFactory = _ => 20_000 };
        var entries = new Option<int>("--entries") { Description = "Entries of the synthetic list", DefaultValueFactory = _ => 200_000 };
        var onSynthetic = new Option<int>("--synthetic-count") { Description = "Queries on the synthetic list", DefaultValueFactory = _ => 500 };
        var write = new Option<bool>("--write") { Description = $"Write {Report}" };
        var jobs = new Option<int>("--jobs") { Description = "Threads", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("oracle", "Holds the index against weighing every entry, at thresholds 0.3, 0.5 and 0.8.") { seed, count, entries, onSynthetic, write, jobs };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(count);
            var set = QuerySet.Make(new QuerySet.Request(parsed.GetValue(seed), wanted / 2, wanted - wanted / 2, null));
            var queries = ScreeningQuery.ReadAll(set).Take(wanted).ToList();
            var lists = MeasuredLists.Read();
            var report = new StringBuilder();
            report.Append(CultureInfo.InvariantCulture, $"# The index against weighing every entry\n\nModel {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}; queries of seed {parsed.GetValue(seed)}. Each query is weighed against every entry once, without any bound; what must be returned at 0.3, 0.5 and 0.8 is read from that. Entries, their order and their bits must be identical.\n\nMade by `dotnet run -c Release --project accuracy -- oracle --write`.\n\n| list | entries | queries | hits at the three thresholds | queries with a difference |\n|---|---:|---:|---:|---:|\n");
            var differences = Compare("measured", lists.Entries, queries, parsed.GetValue(jobs), report);
            if (parsed.GetValue(onSynthetic) > 0)
                differences += Compare("synthetic", [.. SyntheticList.Entries(parsed.GetValue(entries))], [.. queries.Take(parsed.GetValue(onSynthetic))], parsed.GetValue(jobs), report);
            if (parsed.GetValue(write))
                File.WriteAllText(Path.Combine(DataFiles.Repository, Report), report.ToString());
            return differences == 0 ? 0 : 1;
        });
        return command;
    }

    private static int Compare(string name, IReadOnlyList<ListEntry> entries, List<ScreeningQuery> queries, int jobs, StringBuilder report)
    {
        // As a screening does it: from an index that was written and opened.
        using var bytes = new MemoryStream();
        Watchlist.Write(entries, ScoringModel.V1, [name], bytes);
        var watchlist = Watchlist.Open(IndexBytes.Of(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)), ScoringModel.V1, [name]);
        var clock = Stopwatch.StartNew();
        var differences = new Exhaustive(entries, ScoringModel.V1).Compare(watchlist, queries, jobs, out var hits);
        foreach (var difference in differences.Take(5))
            Console.WriteLine($"{difference.Query.Id} {difference.Query.Subject.Names.FirstOrDefault()?.Text} at {difference.Threshold}\n expected {difference.Expected.ReplaceLineEndings(" | ")}\n returned {difference.Returned.ReplaceLineEndings(" | ")}");
        var line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {entries.Count:N0} | {queries.Count:N0} | {hits:N0} | {differences.Select(d => d.Query.Id).Distinct().Count()} |");
        Console.WriteLine($"{line} {clock.Elapsed.TotalSeconds:F0} s");
        report.AppendLine(line);
        return differences.Count;
    }
}
