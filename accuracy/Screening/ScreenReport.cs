using Marsad.Accuracy.Fairness;
using static Marsad.Accuracy.Figure;

namespace Marsad.Accuracy.Screening;

/// <summary>Prints what a screening run found.</summary>
internal static class ScreenReport
{
    /// <summary>The thresholds that a run is read at.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [0.3, 0.5, 0.7, 0.9];

    /// <param name="given">Every query as given.</param>
    /// <param name="nameOnly">The negatives again, with the name alone; empty when they were not screened.</param>
    /// <param name="threshold">The threshold of the tables by class.</param>
    public static void Print(ScreeningRun given, ScreeningRun nameOnly, double threshold)
    {
        IReadOnlyList<ScreenedQuery> positives = [.. given.Screened.Where(q => q.Query.IsPositive)];
        IReadOnlyList<ScreenedQuery> bare = [.. positives, .. nameOnly.Screened];
        PrintWhole(given.Screened, bare, threshold);
        PrintThresholds(given.Screened, nameOnly.Screened);
        PrintPositives("class", positives, q => q.Query.Class, threshold);
        PrintPositives("script", positives, q => q.Query.Script, threshold);
        PrintPositives("list", positives, q => q.Query.List, threshold);
        PrintNegatives(given.Screened, nameOnly.Screened);
    }

    private static void PrintWhole(IReadOnlyList<ScreenedQuery> given, IReadOnlyList<ScreenedQuery> bare, double threshold)
    {
        var f = ScreeningFigures.Measure(given, threshold);
        Console.WriteLine($"queries {f.Queries}  positives {f.Positives}  negatives {f.Negatives}  threshold {threshold:F2}");
        Console.WriteLine($"recall1 {Show(f.Recall1)}  recall10 {Show(f.Recall10)}  recallAtThreshold {Show(f.RecallAtThreshold)}  top1AtThreshold {Show(f.Top1AtThreshold)}");
        Console.WriteLine($"alertRate {Show(f.AlertRate)}  precision {Show(f.Precision)}  topPrecision {Show(f.TopPrecision)}  hitPrecision {Show(f.HitPrecision)}"
            + $"  alertsPerQuery {Show(f.AlertsPerQuery)}");
        foreach (var (title, set) in (IEnumerable<(string, IReadOnlyList<ScreenedQuery>)>)[("as given", given), ("name only", bare)])
        {
            var fairness = FairnessFigures.Measure(set, threshold);
            Console.WriteLine($"negatives {title,-10} recallAtAlertRate05 {Show(ScreeningFigures.RecallAtAlertRate(set, 0.005))}  …1 {Show(ScreeningFigures.RecallAtAlertRate(set, 0.01))}"
                + $"  …2 {Show(ScreeningFigures.RecallAtAlertRate(set, 0.02))}  commonTokenRatio {Show(fairness.CommonTokenRatio)}  commonTokenVsAll {Show(fairness.CommonTokenVsAll)}"
                + $"  disparity {Show(fairness.Disparity)} {fairness.DisparityOrigin}");
        }
    }

    private static void PrintThresholds(IReadOnlyList<ScreenedQuery> given, IReadOnlyList<ScreenedQuery> nameOnly)
    {
        Console.WriteLine("threshold   recall     top1   precis  hitPrec  alerts/q | alertRate  common/others | name only  common/others");
        foreach (var threshold in Thresholds)
        {
            var f = ScreeningFigures.Measure(given, threshold);
            Console.WriteLine($"  {threshold:F2}    {Show(f.RecallAtThreshold),8} {Show(f.Top1AtThreshold),8} {Show(f.Precision),8} {Show(f.HitPrecision),8} {Show(f.AlertsPerQuery),9} |"
                + $" {Show(f.AlertRate),9} {Show(FairnessFigures.Measure(given, threshold).CommonTokenRatio),14} |"
                + $" {Show(ScreeningFigures.Measure(nameOnly, threshold).AlertRate),9} {Show(FairnessFigures.Measure(nameOnly, threshold).CommonTokenRatio),14}");
        }
    }

    private static void PrintPositives(string title, IReadOnlyList<ScreenedQuery> positives, Func<ScreenedQuery, string> slice, double threshold)
    {
        Console.WriteLine($"by {title,-17}      n  recall1 recall10 top1@{threshold:F1} | recall at {string.Join("      ", Thresholds.Select(t => t.ToString("F1")))}");
        foreach (var group in positives.GroupBy(slice).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<ScreenedQuery> part = [.. group];
            var f = ScreeningFigures.Measure(part, threshold);
            Console.WriteLine($"  {group.Key,-18} {part.Count,6} {Show(f.Recall1),8} {Show(f.Recall10),8} {Show(f.Top1AtThreshold),8} |        "
                + string.Join(' ', Thresholds.Select(t => $"{Show(ScreeningFigures.Measure(part, t).RecallAtThreshold),8}")));
        }
    }

    private static void PrintNegatives(IReadOnlyList<ScreenedQuery> given, IReadOnlyList<ScreenedQuery> nameOnly)
    {
        Console.WriteLine($"by origin                     n | alertRate at {string.Join("      ", Thresholds.Select(t => t.ToString("F1")))}    | name only");
        var bare = nameOnly.ToLookup(q => q.Query.Origin);
        foreach (var group in given.Where(q => !q.Query.IsPositive).GroupBy(q => q.Query.Origin).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {group.Key,-22} {group.Count(),6} |     {AlertRates([.. group])} | {AlertRates([.. bare[group.Key]])}");
        }
    }

    private static string AlertRates(IReadOnlyList<ScreenedQuery> negatives) =>
        string.Join(' ', Thresholds.Select(t => $"{Show(ScreeningFigures.Measure(negatives, t).AlertRate),8}"));
}
