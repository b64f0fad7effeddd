using System.Globalization;
using Marsad.Accuracy.Calibration;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Accuracy.Sets;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using static Marsad.Accuracy.Frozen.FrozenFigure;

namespace Marsad.Accuracy.Frozen;

/// <summary>Everything that a frozen run states: the pairs, the screening of the measured lists, fairness and the smaller sets.</summary>
/// <param name="Head">The model, its tables and priors, the lists and the queries.</param>
/// <param name="Figures">All figures; none of them depends on the machine or the time.</param>
internal sealed record FullRun(IReadOnlyList<string> Head, IReadOnlyList<FrozenFigure> Figures)
{
    private const double Threshold = 0.5;

    /// <summary>A slice with fewer members than this says more about chance than about the model.</summary>
    private const int SmallestSlice = 20;

    /// <summary>Queries are made with another seed than the one that development uses (7).</summary>
    private static readonly QuerySet.Request Queries = new(2026, 5000, 5000, null);

    /// <summary>Labels of the analysts' pairs that the records speak against, a line for each kind of doubt.</summary>
    public IReadOnlyList<string> DoubtedLabels { get; init; } = [];

    /// <summary>What the reports and plots beside the figures are made of; null for a run that was read or made up.</summary>
    public Sources? Measured { get; init; }

    /// <summary>The runs behind the figures.</summary>
    /// <param name="Analysts">The analysts' pairs.</param>
    /// <param name="Lists">The pairs of official lists.</param>
    /// <param name="Fairness">The people by origin.</param>
    public sealed record Sources(PairRun Analysts, IReadOnlyList<ListPair> Lists, FairnessRun Fairness);

    public static FullRun Measure()
    {
        var set = QuerySet.Make(Queries);
        var lists = MeasuredLists.Read();
        var model = ScoringModel.V1;
        var watchlist = Watchlist.Prepare(lists.Entries, model);
        var analysts = PairRun.Of([.. LabelledPair.ReadAll(PairsCommand.DefaultFiles[0], [])]);
        var screened = ScreeningRun.Of(watchlist, ScreeningQuery.ReadAll(set), 0.01, Environment.ProcessorCount).Screened;
        var fairness = FairnessRun.Of(watchlist, lists.Entries, screened, Queries.Seed, FairnessReport.MinOrigin);
        string[] head =
        [
            $"Model {model.Name}, tables {model.TablesHash}, prior of compare {Number(model.ComparePriorBits)} bits, of screen {Number(model.ScreenPriorBits)} bits.",
            $"Lists: UN 2026-02-27, OFAC SDN 2024-05-03 with alt-2024-09 and add-2025-02-27, {lists.Entries.Count} entries.",
            $"Queries: make_queries.py, seed {Queries.Seed}, {Queries.Count} of listed names, {Queries.Negatives} of people on no list. Threshold {Threshold} where none is stated.",
        ];
        return new FullRun(head,
            [.. OfPairs(analysts), .. OfScreening(watchlist, screened), .. FairnessReport.Figures(fairness, Threshold), .. OfSmallerSets(set)])
        {
            DoubtedLabels = [.. Pairs.DoubtedLabels.Find(analysts).GroupBy(d => d.Kind).Select(g => $"{g.Key}: {string.Join(' ', g.Select(d => d.Id))}")],
            Measured = new Sources(analysts, ListPairs.Read(), fairness),
        };
    }

    private static IEnumerable<FrozenFigure> OfPairs(PairRun analysts)
    {
        var files = PairsCommand.DefaultFiles.Skip(1).Append(DataFiles.Shared("match-pairs/un_treated_positives.jsonl"))
            .Select(f => (Name: Path.GetFileName(f).Split('.')[0], Pairs: LabelledPair.ReadAll(f, [])))
            .Concat(CasesCommand.Files().Select(f => (Name: "cases " + Path.GetFileName(f).Split('.')[0], Pairs: CasesCommand.ReadAll(f))));
        return files.Select(f => (f.Name, Run: PairRun.Of([.. f.Pairs]))).Prepend((Name: "opensanctions_pairs_dev", Run: analysts))
            .SelectMany(f => OfPairs(f.Name, f.Run));
    }

    private static IEnumerable<FrozenFigure> OfPairs(string name, PairRun run)
    {
        var f = run.Measure(ScoreKind.Probability, Threshold);
        var hasBoth = f is { Positives: > 0, Negatives: > 0 };
        IReadOnlyList<ScoredPair> pairs = [.. run.Scored.Select(s => PairRun.Score(s, ScoreKind.Probability))];
        var auc = Resampling.AucInterval(pairs);
        return
        [
            .. Some(name, "all", ("n", f.Count), ("precision", hasBoth ? f.Precision : null), ("recall", f.Recall), ("f1", f.F1), ("accuracy", f.Accuracy),
                ("auc", f.Auc), ("aucLow", auc?.Low), ("aucHigh", auc?.High), ("ap", hasBoth ? f.AveragePrecision : null),
                ("recallAtPrecision95", hasBoth ? f.RecallAtPrecision95 : null), ("brier", f.Brier), ("ece", f.Ece), ("perfectEceHigh", Resampling.PerfectEce(pairs).High),
                ("negativesAtMax", f.NegativesAtMax), ("shareAtMax", run.Measure(ScoreKind.WeightBits, 0).ShareAtMax)),
            .. run.MeasureSlices(ScoreKind.Probability, Threshold).Where(s => s.Figures.Count >= SmallestSlice && s.Figures.Count < f.Count)
                .SelectMany(s => Some(name, $"{s.Slice} {s.Value}", ("n", s.Figures.Count), ("accuracy", s.Figures.Accuracy), ("auc", s.Figures.Auc))),
        ];
    }

    private static IEnumerable<FrozenFigure> OfScreening(Watchlist watchlist, IReadOnlyList<ScreenedQuery> given)
    {
        var bare = ScreeningRun.Of(watchlist, [.. given.Select(q => q.Query).Where(q => !q.IsPositive).Select(q => q.NameOnly())], 0.01, Environment.ProcessorCount).Screened;
        var positives = given.Where(q => q.Query.IsPositive).ToList();
        var f = ScreeningFigures.Measure(given, Threshold);
        return
        [
            .. Some("screen", "all", ("n", f.Queries), ("recall1", f.Recall1), ("recall10", f.Recall10), ("precision", f.Precision), ("hitPrecision", f.HitPrecision),
                ("recall1 of the worst class", Worst(positives, q => q.Query.Class)), ("recall1 of the worst script", Worst(positives, q => q.Query.Script)),
                ("recallAtAlertRate05", ScreeningFigures.RecallAtAlertRate(given, 0.005)), ("recallAtAlertRate1", ScreeningFigures.RecallAtAlertRate(given, 0.01)),
                ("recallAtAlertRate2", ScreeningFigures.RecallAtAlertRate(given, 0.02)), ("commonTokenRatio", FairnessFigures.Measure(given, Threshold).CommonTokenRatio)),
            .. ScreenReport.Thresholds.SelectMany(t => Some("screen", "all", ($"recallAtThreshold@{Number(t)}", ScreeningFigures.Measure(given, t).RecallAtThreshold),
                ($"alertRate@{Number(t)}", ScreeningFigures.Measure(given, t).AlertRate), ($"alertRate name only@{Number(t)}", ScreeningFigures.Measure(bare, t).AlertRate))),
            .. Sliced("screen", "class", positives, q => q.Query.Class),
            .. Sliced("screen", "script", positives, q => q.Query.Script),
            .. Sliced("screen", "origin", given.Where(q => !q.Query.IsPositive), q => q.Query.Origin),
            .. Sliced("screen name only", "origin", bare, q => q.Query.Origin),
        ];
    }

    private static double? Worst(List<ScreenedQuery> positives, Func<ScreenedQuery, string> value) =>
        positives.GroupBy(value).Where(g => g.Count() >= SmallestSlice).Min(g => ScreeningFigures.Measure([.. g], Threshold).Recall1);

    private static IEnumerable<FrozenFigure> OfSmallerSets(QuerySet set)
    {
        var stripped = Watchlist.Prepare(MeasuredLists.Read(set.UnWithoutOriginal).Entries, ScoringModel.V1);
        var originals = ScreeningQuery.ReadAll(set).Where(q => q.Class == "originalScript").ToList();
        var misspelt = MisspeltQueries.Measure().Run.Screened;
        var rows = OfacScores.Measure();
        return
        [
            .. Sliced("screen without original scripts", "schema", ScreeningRun.Of(stripped, originals, 0.01, Environment.ProcessorCount).Screened, q => $"{q.Query.Subject.Schema}"),
            .. Sliced("un-2026-02-original-script-pairs", "class", OriginalScripts.Measure().Run.Screened, q => q.Query.Class),
            .. Sliced("un-2026-02-original-script-pairs without the table of groups", "class",
                OriginalScripts.Measure(withCurated: false).Run.Screened.Where(q => q.Query.Subject.Schema != EntrySchema.Person), q => q.Query.Class),
            .. Sliced("sdn-2021-07_misspelt_queries", "all", misspelt, _ => ""),
            .. Sliced("sdn-2021-07_misspelt_queries", "class", misspelt, q => q.Query.Class),
            .. Some("ofac_search_scores", "all", ("n", rows.Count), ("within 5 points", rows.Count(r => r.IsNear))),
        ];
    }

    private static IEnumerable<FrozenFigure> Sliced(string set, string slice, IEnumerable<ScreenedQuery> queries, Func<ScreenedQuery, string> value) => queries
        .GroupBy(value).Where(g => g.Count() >= SmallestSlice).OrderBy(g => g.Key, StringComparer.Ordinal)
        .SelectMany(g => ScreeningFigures.Measure([.. g], Threshold) is var f
            ? Some(set, $"{slice} {g.Key}".TrimEnd(), ("n", f.Queries), ("recall1", f.Recall1), ("recallAtThreshold", f.RecallAtThreshold), ("alertRate", f.AlertRate)) : []);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
