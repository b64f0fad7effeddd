using Marsad.Engine.Matching;
using static Marsad.Accuracy.Figure;

namespace Marsad.Accuracy.Pairs;

/// <summary>Prints the figures of a set of pairs.</summary>
internal static class PairReport
{
    public static void Print(PairRun run, ScoreKind kind, double threshold, int minSlice)
    {
        var f = run.Measure(kind, threshold);
        Console.WriteLine($"n {f.Count}  positives {f.Positives}  negatives {f.Negatives}");
        Console.WriteLine($"threshold {threshold:F2}  precision {Show(f.Precision)}  recall {Show(f.Recall)}  f1 {Show(f.F1)}  accuracy {Show(f.Accuracy)}"
            + $"  falsePositives {f.FalsePositives}  falseNegatives {f.FalseNegatives}");
        Console.WriteLine($"bestF1 {Show(f.BestF1)}  bestF1Threshold {Show(f.BestF1Threshold)}  auc {Show(f.Auc)}  ap {Show(f.AveragePrecision)}"
            + $"  recallAtPrecision95 {Show(f.RecallAtPrecision95)}  recallAtPrecision98 {Show(f.RecallAtPrecision98)}");
        Console.WriteLine($"brier {Show(f.Brier)}  ece {Show(f.Ece)}  maxScore {Show(f.MaxScore)}  shareAtMax {Show(f.ShareAtMax)}  negativesAtMax {f.NegativesAtMax}");
        PrintChance(run, kind);
        if (f.Calibration.Count > 0)
            Console.WriteLine("calibration (score bin: n, mean score, share true)");
        foreach (var bin in f.Calibration)
            Console.WriteLine($"  {bin.From:F1}-{bin.From + 0.1:F1}  {bin.Count,6}  {bin.MeanScore:F3}  {bin.ShareTrue:F3}");
        PrintSlices(run, kind, threshold, minSlice);
    }

    private static void PrintChance(PairRun run, ScoreKind kind)
    {
        IReadOnlyList<ScoredPair> pairs = [.. run.Scored.Select(s => PairRun.Score(s, kind))];
        if (pairs.Count > 0 && Resampling.AucInterval(pairs) is (var low, var high))
            Console.WriteLine($"auc 95 % interval {Show(low)} to {Show(high)}");
        if (pairs.Count > 0 && pairs.All(p => p.Score is >= 0 and <= 1) && Resampling.PerfectEce(pairs) is var band)
            Console.WriteLine($"ece of perfect probabilities {Show(band.Low)} to {Show(band.High)}");
        foreach (var doubt in DoubtedLabels.Find(run).GroupBy(d => d.Kind))
            Console.WriteLine($"doubted: {doubt.Key}: {string.Join(' ', doubt.Select(d => d.Id))}");
    }

    private static void PrintSlices(PairRun run, ScoreKind kind, double threshold, int minSlice)
    {
        foreach (var slice in run.MeasureSlices(kind, threshold).GroupBy(s => s.Slice))
        {
            Console.WriteLine($"by {slice.Key,-31}      n   true     prec   recall       f1 accuracy      auc");
            foreach (var (_, value, f) in slice.Where(s => s.Figures.Count >= minSlice))
            {
                Console.WriteLine($"  {(value.Length > 32 ? value[..32] : value),-32} {f.Count,6} {f.Positives,6} {Show(f.Precision),8} {Show(f.Recall),8}"
                    + $" {Show(f.F1),8} {Show(f.Accuracy),8} {Show(f.Auc),8}");
            }
            if (slice.Count(s => s.Figures.Count < minSlice) is > 0 and var small)
                Console.WriteLine($"  ({small} slices under {minSlice} pairs not shown)");
        }
    }

    /// <summary>Prints the pairs that are furthest on the wrong side of the threshold, with their evidence.</summary>
    public static void PrintErrors(PairRun run, ScoreKind kind, double threshold, int count)
    {
        if (count == 0)
            return;
        foreach (var label in (bool[])[false, true])
        {
            var wrong = run.Scored.Select(s => (s.Pair, PairRun.Score(s, kind).Score))
                .Where(s => s.Pair.IsTrue == label && (s.Score >= threshold) != label)
                .OrderByDescending(s => Math.Abs(s.Score - threshold)).ThenBy(s => s.Pair.Id, StringComparer.Ordinal).ToList();
            Console.WriteLine($"worst {(label ? "false negatives" : "false positives")}: {Math.Min(count, wrong.Count)} of {wrong.Count}");
            foreach (var (pair, score) in wrong.Take(count))
            {
                Console.WriteLine($"  {score:F4}  {pair.Id}  {string.Join(' ', pair.Slices.Select(s => s.Value))}");
                Console.WriteLine($"    a: {string.Join(" / ", pair.A.Names.Take(4).Select(n => n.Text))}  {string.Join(' ', pair.A.BirthDates)} {Codes(pair.A.Countries)}");
                Console.WriteLine($"    b: {string.Join(" / ", pair.B.Names.Take(4).Select(n => n.Text))}  {string.Join(' ', pair.B.Dates.Select(d => d.Value))} {Codes(pair.B.Countries)}");
                foreach (var line in EvidenceLine.Of(ScoringModel.V1.Compare(pair.A, pair.B, explain: true)))
                    Console.WriteLine("      " + line);
            }
        }
    }

    private static string Codes(IEnumerable<Engine.Lists.ListCountry> countries) => string.Join(',', countries.Select(c => c.Code ?? c.Text).Distinct());
}
