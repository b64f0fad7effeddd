using System.CommandLine;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Fairness;

/// <summary><c>fairness</c>: who is alarmed on and who is found, by origin and script of the name.</summary>
internal static class FairnessCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the people and of the queries of listed names", DefaultValueFactory = _ => 7 };
        var perOrigin = new Option<int>("--per-origin") { Description = "People of each origin", DefaultValueFactory = _ => FairnessReport.MinOrigin };
        var listed = new Option<int>("--listed") { Description = "Queries of listed names", DefaultValueFactory = _ => 5000 };
        var threshold = new Option<double>("--threshold") { Description = "The threshold of an alert", DefaultValueFactory = _ => 0.5 };
        var write = new Option<bool>("--write") { Description = "Write the report of the current model" };
        var errors = new Option<int>("--errors") { Description = "Print the N worst false alarms of each origin by the name alone, with their evidence" };
        var command = new Command("fairness", "Measures alert rate and recall by origin and script of the name, beside Jaro-Winkler.") { seed, perOrigin, listed, threshold, write, errors };
        command.SetAction(parsed =>
        {
            var lists = MeasuredLists.Read();
            var watchlist = Watchlist.Prepare(lists.Entries, ScoringModel.V1);
            var queries = ScreeningQuery.ReadAll(QuerySet.Make(new QuerySet.Request(parsed.GetValue(seed), parsed.GetValue(listed), 0, null)));
            var screened = ScreeningRun.Of(watchlist, queries, 0.01, Environment.ProcessorCount).Screened;
            var run = FairnessRun.Of(watchlist, lists.Entries, screened, parsed.GetValue(seed), parsed.GetValue(perOrigin));
            var page = FairnessReport.Page(run, Head(lists, parsed.GetValue(seed), parsed.GetValue(threshold)), parsed.GetValue(threshold));
            Console.Write(page);
            foreach (var group in run.Public.SelectMany(p => p.NameOnly.GroupBy(q => q.Query.Origin)).Where(_ => parsed.GetValue(errors) > 0))
                ScreenErrors.PrintAlarms(watchlist, group.Key, [.. group], parsed.GetValue(threshold), parsed.GetValue(errors));
            if (parsed.GetValue(write))
                File.WriteAllText(FairnessReport.CurrentPath, page);
            return 0;
        });
        return command;
    }

    /// <summary>What a report says first: model, lists, people.</summary>
    public static IEnumerable<string> Head(MeasuredLists lists, int seed, double threshold) =>
    [
        $"Model {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}, threshold {threshold}. UN 2026-02-27 and OFAC SDN 2024-05-03 with alt-2024-09, {lists.Entries.Count} entries.",
        $"People: the 50,000 of synthetic_negatives_us, of whom up to a thousand of each origin are taken, and people invented from the common names of their countries (seed {seed}).",
    ];
}
