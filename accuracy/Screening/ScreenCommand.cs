using System.CommandLine;
using System.Diagnostics;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Screening;

/// <summary><c>screen</c>: does screening against the measured lists find the listed and leave the others alone?</summary>
internal static class ScreenCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the queries: develop with one, publish with another", DefaultValueFactory = _ => 7 };
        var count = new Option<int>("--count") { Description = "Queries of listed names, spread over the classes", DefaultValueFactory = _ => 5000 };
        var negatives = new Option<int>("--negatives-count") { Description = "Queries of people on no list, of 50,000", DefaultValueFactory = _ => 5000 };
        var classes = new Option<string?>("--classes") { Description = "Comma list of classes (default: all but weakAlias)" };
        var stripped = new Option<bool>("--un-without-original") { Description = "Load the UN list without its names in other scripts" };
        var onlyNames = new Option<bool>("--negatives-name-only") { Description = "Screen the negatives with the name alone only" };
        var threshold = new Option<double>("--threshold") { Description = "The threshold of the tables", DefaultValueFactory = _ => 0.5 };
        var floor = new Option<double>("--floor") { Description = "The probability below which nothing is returned", DefaultValueFactory = _ => 0.01 };
        var errors = new Option<int>("--errors") { Description = "Print the N worst misses of each class and the N worst false alarms with their evidence" };
        var outFile = new Option<string?>("--out") { Description = "Write the results of the queries as given, for score_screening.py" };
        var jobs = new Option<int>("--jobs") { Description = "Threads", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("screen", "Screens queries with known answers against the measured lists.")
        {
            seed, count, negatives, classes, stripped, onlyNames, threshold, floor, errors, outFile, jobs,
        };
        command.SetAction(parsed =>
        {
            var set = QuerySet.Make(new QuerySet.Request(parsed.GetValue(seed), parsed.GetValue(count), parsed.GetValue(negatives), parsed.GetValue(classes)));
            var lists = MeasuredLists.Read(parsed.GetValue(stripped) ? set.UnWithoutOriginal : null);
            var clock = Stopwatch.StartNew();
            var watchlist = Watchlist.Prepare(lists.Entries, ScoringModel.V1);
            Console.WriteLine($"== screen  model {watchlist.Model.Name}, tables {watchlist.Model.TablesHash}, prior {watchlist.Model.ScreenPriorBits:F1} bits, seed {parsed.GetValue(seed)}");
            Console.WriteLine($"lists {lists.Stated}, prepared in {clock.Elapsed.TotalSeconds:F1} s");

            var queries = ScreeningQuery.ReadAll(set);
            var bare = queries.Where(q => !q.IsPositive).Select(q => q.NameOnly()).ToList();
            if (parsed.GetValue(onlyNames))
                queries = [.. queries.Select(q => q.IsPositive ? q : q.NameOnly())];
            var given = ScreeningRun.Of(watchlist, queries, parsed.GetValue(floor), parsed.GetValue(jobs));
            var nameOnly = parsed.GetValue(onlyNames)
                ? given with { Screened = [.. given.Screened.Where(q => !q.Query.IsPositive)] }
                : ScreeningRun.Of(watchlist, bare, parsed.GetValue(floor), parsed.GetValue(jobs));
            Console.WriteLine($"screens/s {given.ScreensPerSecond:F0} on {parsed.GetValue(jobs)} threads with nothing below {parsed.GetValue(floor)} returned; name only {nameOnly.ScreensPerSecond:F0}");

            ScreenReport.Print(given, nameOnly, parsed.GetValue(threshold));
            ScreenErrors.Print(watchlist, given, nameOnly, parsed.GetValue(threshold), parsed.GetValue(errors));
            if (parsed.GetValue(outFile) is { } path)
            {
                given.Write(path, parsed.GetValue(threshold));
                Console.WriteLine($"results {path}, answers {set.Truth}");
            }
            return 0;
        });
        return command;
    }
}
