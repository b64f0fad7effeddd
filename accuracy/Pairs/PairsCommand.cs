using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Pairs;

/// <summary><c>pairs</c>: how well the model's scores separate labelled pairs.</summary>
internal static class PairsCommand
{
    /// <summary>The sets that are measured when no file is named.</summary>
    public static IReadOnlyList<string> DefaultFiles { get; } =
        [DataFiles.Shared("match-pairs/opensanctions_pairs_dev.jsonl.gz"), DataFiles.Shared("match-pairs/company_vessel_pairs_dev.jsonl")];

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Labelled pairs, JSON lines, plain or .gz", Arity = ArgumentArity.ZeroOrMore };
        var errors = new Option<int>("--errors") { Description = "Also print the N worst false positives and false negatives with their evidence" };
        var threshold = new Option<double>("--threshold") { Description = "Predicted true from here up", DefaultValueFactory = _ => 0.5 };
        var where = new Option<string[]>("--where") { Description = "KEY=VALUE: keep only pairs whose field has this value; may repeat" };
        var outFile = new Option<string?>("--out") { Description = "Write the scores as lines that score_pairs.py reads" };
        var score = new Option<ScoreKind>("--score") { Description = "Which score is measured", DefaultValueFactory = _ => ScoreKind.Probability };
        var minSlice = new Option<int>("--min-slice") { Description = "Print only slices with at least N pairs", DefaultValueFactory = _ => 5 };
        var command = new Command("pairs", "Measures labelled pairs.") { files, errors, threshold, where, outFile, score, minSlice };
        command.SetAction(parsed =>
        {
            var conditions = parsed.GetValue(where)?.Select(Condition).ToList() ?? [];
            using var writer = parsed.GetValue(outFile) is { } path ? new StreamWriter(path) : null;
            foreach (var file in parsed.GetValue(files) is { Length: > 0 } named ? named : DefaultFiles)
            {
                var clock = Stopwatch.StartNew();
                var run = PairRun.Of([.. LabelledPair.ReadAll(file, conditions)]);
                Console.WriteLine($"== {Path.GetFileName(file)}  model {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}, {clock.Elapsed.TotalSeconds:F1} s");
                PairReport.Print(run, parsed.GetValue(score), parsed.GetValue(threshold), parsed.GetValue(minSlice));
                PairReport.PrintErrors(run, parsed.GetValue(score), parsed.GetValue(threshold), parsed.GetValue(errors));
                WriteScores(run, writer);
            }
            return 0;
        });
        return command;
    }

    private static KeyValuePair<string, string> Condition(string text) => text.Split('=', 2) is [var key, var value]
        ? new(key, value)
        : throw new MeasureException($"--where {text}: want KEY=VALUE, for example --where schema=Person");

    private static void WriteScores(PairRun run, StreamWriter? writer)
    {
        foreach (var (pair, comparison) in run.Scored)
        {
            writer?.WriteLine(JsonSerializer.Serialize(new
            {
                id = pair.Id,
                probability = comparison.Probability,
                weightBits = comparison.WeightBits,
                nameSimilarity = comparison.NameSimilarity,
                ofacScore = comparison.OfacScore,
            }));
        }
    }
}
