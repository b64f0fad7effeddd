using System.Globalization;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Accuracy.Sets;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Frozen;

/// <summary>Everything that a frozen run states: the pairs, the screening of the measured lists and the smaller sets.</summary>
/// <param name="Head">The model, its tables and priors, the lists and the queries.</param>
/// <param name="Figures">All figures; none of them depends on the machine or the time.</param>
internal sealed record FullRun(IReadOnlyList<string> Head, IReadOnlyList<FrozenFigure> Figures)
{
    private const double Threshold = 0.5;

    /// <summary>A slice with fewer members than this says more about chance than about the model.</summary>
    private const int SmallestSlice = 20;

    /// <summary>Queries are made with another seed than the one that development uses (7).</summary>
    private static readonly QuerySet.Request Queries = new(2026, 5000, 5000, null);

    public static FullRun Measure()
    {
        var set = QuerySet.Make(Queries);
        var lists = MeasuredLists.Read();
        var model = ScoringModel.V1;
        string[] head =
        [
            $"Model {model.Name}, tables {model.TablesHash}, prior of compare {Bits(model.ComparePriorBits)} bits, of screen {Bits(model.ScreenPriorBits)} bits.",
            $"Lists: UN 2026-02-27, OFAC SDN 2024-05-03 with alt-2024-09 and add-2025-02-27, {lists.Entries.Count} entries.",
            $"Queries: make_queries.py, seed {Queries.Seed}, {Queries.Count} of listed names, {Queries.Negatives} of people on no list. Threshold {Threshold} where none is stated.",
        ];
        return new FullRun(head, [.. OfPairs(), .. OfScreening(set, lists), .. OfSmallerSets(set)]);
    }

    private static IEnumerable<FrozenFigure> OfPairs()
    {
        var files = PairsCommand.DefaultFiles.Append(DataFiles.Shared("match-pairs/un_treated_positives.jsonl"))
            .Select(f => (Name: Path.GetFileName(f).Split('.')[0], Pairs: LabelledPair.ReadAll(f, [])))
            .Concat(CasesCommand.Files().Select(f => (Name: "cases " + Path.GetFileName(f).Split('.')[0], Pairs: CasesCommand.ReadAll(f))));
        foreach (var (name, pairs) in files)
        {
            var run = PairRun.Of([.. pairs]);
            var f = run.Measure(ScoreKind.Probability, Threshold);
            foreach (var figure in FrozenFigure.Some(name, "all", ("n", f.Count), ("precision", f.Negatives == 0 ? null : f.Precision), ("recall", f.Recall), ("f1", f.F1), ("accuracy", f.Accuracy),
                ("auc", f.Auc), ("ap", f.Negatives == 0 ? null : f.AveragePrecision), ("recallAtPrecision95", f.Negatives == 0 ? null : f.RecallAtPrecision95),
                ("brier", f.Brier), ("ece", f.Ece), ("negativesAtMax", f.NegativesAtMax)))
                yield return figure;
            foreach (var (slice, value, part) in run.MeasureSlices(ScoreKind.Probability, Threshold).Where(s => s.Figures.Count >= SmallestSlice && s.Figures.Count < f.Count))
            {
                foreach (var figure in FrozenFigure.Some(name, $"{slice} {value}", ("n", part.Count), ("accuracy", part.Accuracy), ("auc", part.Auc)))
                    yield return figure;
            }
        }
    }

    private static IEnumerable<FrozenFigure> OfScreening(QuerySet set, MeasuredLists lists)
    {
        var watchlist = Watchlist.Prepare(lists.Entries, ScoringModel.V1);
        var queries = ScreeningQuery.ReadAll(set);
        var given = ScreeningRun.Of(watchlist, queries, 0.01, Environment.ProcessorCount).Screened;
        var bare = ScreeningRun.Of(watchlist, [.. queries.Where(q => !q.IsPositive).Select(q => q.NameOnly())], 0.01, Environment.ProcessorCount).Screened;
        var f = ScreeningFigures.Measure(given, Threshold);
        return
        [
            .. FrozenFigure.Some("screen", "all", ("n", f.Queries), ("recall1", f.Recall1), ("recall10", f.Recall10), ("precision", f.Precision), ("hitPrecision", f.HitPrecision),
                ("recallAtAlertRate05", ScreeningFigures.RecallAtAlertRate(given, 0.005)), ("recallAtAlertRate1", ScreeningFigures.RecallAtAlertRate(given, 0.01)),
                ("recallAtAlertRate2", ScreeningFigures.RecallAtAlertRate(given, 0.02)), ("commonTokenRatio", FairnessFigures.Measure(given, Threshold).CommonTokenRatio)),
            .. ScreenReport.Thresholds.SelectMany(t => FrozenFigure.Some("screen", "all", ($"recallAtThreshold@{Bits(t)}", ScreeningFigures.Measure(given, t).RecallAtThreshold),
                ($"alertRate@{Bits(t)}", ScreeningFigures.Measure(given, t).AlertRate), ($"alertRate name only@{Bits(t)}", ScreeningFigures.Measure(bare, t).AlertRate))),
            .. Sliced("screen", "class", given.Where(q => q.Query.IsPositive), q => q.Query.Class),
            .. Sliced("screen", "script", given.Where(q => q.Query.IsPositive), q => q.Query.Script),
            .. Sliced("screen", "origin", given.Where(q => !q.Query.IsPositive), q => q.Query.Origin),
            .. Sliced("screen name only", "origin", bare, q => q.Query.Origin),
        ];
    }

    private static IEnumerable<FrozenFigure> OfSmallerSets(QuerySet set)
    {
        var stripped = Watchlist.Prepare(MeasuredLists.Read(set.UnWithoutOriginal).Entries, ScoringModel.V1);
        var originals = ScreeningQuery.ReadAll(set).Where(q => q.Class == "originalScript").ToList();
        var rows = OfacScores.Measure();
        return
        [
            .. Sliced("screen without original scripts", "class", ScreeningRun.Of(stripped, originals, 0.01, Environment.ProcessorCount).Screened, q => q.Query.Class),
            .. Sliced("un-2026-02-original-script-pairs", "class", OriginalScripts.Measure().Run.Screened, q => q.Query.Class),
            .. Sliced("sdn-2021-07_misspelt_queries", "class", MisspeltQueries.Measure().Run.Screened, q => q.Query.Class),
            .. FrozenFigure.Some("ofac_search_scores", "all", ("n", rows.Count), ("within 5 points", rows.Count(r => r.IsNear))),
        ];
    }

    private static IEnumerable<FrozenFigure> Sliced(string set, string slice, IEnumerable<ScreenedQuery> queries, Func<ScreenedQuery, string> value) => queries
        .GroupBy(value).Where(g => g.Count() >= SmallestSlice).OrderBy(g => g.Key, StringComparer.Ordinal)
        .SelectMany(g => ScreeningFigures.Measure([.. g], Threshold) is var f
            ? FrozenFigure.Some(set, $"{slice} {g.Key}", ("n", f.Queries), ("recall1", f.Recall1), ("recallAtThreshold", f.RecallAtThreshold), ("alertRate", f.AlertRate)) : []);

    private static string Bits(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
