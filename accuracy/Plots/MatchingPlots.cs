using System.Globalization;
using Marsad.Accuracy.Calibration;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;

namespace Marsad.Accuracy.Plots;

/// <summary>The plots of docs/matching.md, drawn from the runs that the frozen figures come from.</summary>
internal static class MatchingPlots
{
    private const double Threshold = 0.5;

    /// <summary>A point of the calibration curve stands for so many pairs.</summary>
    private const int PairsPerPoint = 60;

    private const double LeastShare = 0.005;
    private const double LeastAlertRate = 0.0002, MostAlertRate = 0.3, LeastRecall = 0.5;

    /// <summary>Where the plots lie.</summary>
    public static string Folder { get; } = Path.Combine(DataFiles.Repository, "docs", "matching");

    /// <summary>Draws all of them.</summary>
    public static void Write(PairRun analysts, IReadOnlyList<ListPair> lists, FairnessRun fairness)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "calibration.svg"), Calibration(
            [.. analysts.Scored.Select(s => PairRun.Score(s, ScoreKind.Probability))], [.. lists.Select(p => new ScoredPair(p.Probability, p.IsTrue))]));
        File.WriteAllText(Path.Combine(Folder, "recall-alert-rate.svg"), RecallAgainstAlertRate(fairness));
        File.WriteAllText(Path.Combine(Folder, "alert-rate-by-origin.svg"), AlertRateByOrigin(fairness.Public[^1]));
    }

    private static string Calibration(IReadOnlyList<ScoredPair> analysts, IReadOnlyList<ScoredPair> lists)
    {
        static double LogOdds(double p) => Math.Log2(p / (1 - p));
        (double, string)[] ticks = [.. new[] { 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99 }.Select(p => (p, p.ToString("0.##", CultureInfo.InvariantCulture)))];
        var plot = new SvgPlot("Does probability 0.9 mean nine in ten?", new Axis("probability given by compare", LeastShare, 1 - LeastShare, LogOdds, ticks),
            new Axis("share that is one party", LeastShare, 1 - LeastShare, LogOdds, ticks), width: 560, height: 520);
        plot.Curve([(LeastShare, LeastShare), (1 - LeastShare, 1 - LeastShare)], SvgPlot.Gray, isDashed: true);
        foreach (var (pairs, color) in new[] { (lists, SvgPlot.Gray), (analysts, SvgPlot.Blue) })
        {
            foreach (var part in pairs.OrderBy(p => p.Score).Chunk(Math.Max(PairsPerPoint, pairs.Count / 20)).Where(c => c.Length >= PairsPerPoint / 2))
            {
                var rate = new AlertRate(part.Select(p => new Answer("", null, p.IsTrue)));
                plot.Point(part.Average(p => p.Score), rate.Share!.Value, rate.Low!.Value, rate.High!.Value, color);
            }
        }
        return plot.Legend(0.04, 0.03, (SvgPlot.Blue, "analysts' decisions, never fitted on"), (SvgPlot.Gray, "pairs of official lists, fitted on")).ToString();
    }

    private static string RecallAgainstAlertRate(FairnessRun run)
    {
        var plot = new SvgPlot("Finding the listed against alarming on others",
            new Axis("share of the US public that is alarmed on", LeastAlertRate, MostAlertRate, Math.Log10, (0.0002, "0.02 %"), (0.001, "0.1 %"), (0.005, "0.5 %"), (0.02, "2 %"), (0.1, "10 %"), (0.3, "30 %")),
            new Axis("share of listed people found", LeastRecall, 1, y => y, (0.5, "50 %"), (0.6, "60 %"), (0.7, "70 %"), (0.8, "80 %"), (0.9, "90 %"), (1, "100 %")));
        var people = run.Public[0];
        var found = run.Listed.Select(l => l.Query.RightScore ?? 0).ToList();
        plot.Curve(Points(people.Given.Select(q => q.TopScore ?? 0), found), SvgPlot.Blue);
        plot.Curve(Points(people.NameOnly.Select(q => q.TopScore ?? 0), found), SvgPlot.Green);
        plot.Curve(Points(people.JaroWinkler, run.Listed.Select(l => l.JaroWinkler)), SvgPlot.Orange);
        foreach (var (screened, color) in new[] { (people.Given, SvgPlot.Blue), (people.NameOnly, SvgPlot.Green) })
        {
            var recall = (double)found.Count(s => s >= Threshold) / found.Count;
            plot.Point(ScreeningFigures.Measure(screened, Threshold).AlertRate ?? 0, recall, recall, recall, color);
        }
        return plot.Legend(0.58, 0.74, (SvgPlot.Blue, "Marsad, people as given"), (SvgPlot.Green, "Marsad, the name alone"), (SvgPlot.Orange, "Jaro-Winkler, the name alone"), (SvgPlot.Gray, "points: threshold 0.5")).ToString();
    }

    private static string Label(string origin) => origin.Split(':') switch
    {
        ["Latin", var of] => of,
        [var script, var of] => $"{of}, {script} letters",
        _ => origin + " letters",
    };

    private static IEnumerable<(double AlertRate, double Recall)> Points(IEnumerable<double> innocent, IEnumerable<double> right)
    {
        List<double> wrong = [.. innocent.OrderDescending()], found = [.. right.OrderDescending()];
        foreach (var cut in wrong.Concat(found).Where(s => s > 0).Distinct().OrderDescending().Where((_, i) => i % 10 == 0))
        {
            var (alertRate, recall) = ((double)CountAbove(wrong, cut) / wrong.Count, (double)CountAbove(found, cut) / found.Count);
            if (alertRate is >= LeastAlertRate and <= MostAlertRate && recall >= LeastRecall)
                yield return (alertRate, recall);
        }
    }

    // How many of a falling list are at or above a cut.
    private static int CountAbove(List<double> falling, double cut)
    {
        int low = 0, high = falling.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = falling[middle] >= cut ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static string AlertRateByOrigin(PublicSet people)
    {
        const int Row = 30;
        var ours = people.NameOnly.GroupBy(q => q.Query.Origin).Select(g => (Origin: g.Key, Rate: new AlertRate(g.Select(q => new Answer(q.Query.Origin, null, q.TopScore >= Threshold)))))
            .Where(o => o.Rate.Count >= FairnessFigures.MinOrigin).OrderByDescending(o => o.Rate.Share).ToList();
        var cut = people.CutWithRate(ScreeningFigures.Measure(people.NameOnly, Threshold).AlertRate ?? 0);
        var theirs = people.JaroWinklerAnswers(cut).GroupBy(a => a.Origin).ToDictionary(g => g.Key, g => new AlertRate(g));
        var steps = (int)Math.Ceiling(Math.Max(ours.Max(o => o.Rate.High!.Value), theirs.Values.Max(r => r.High!.Value)) * 20);
        var plot = new SvgPlot("Who is alarmed on by the name alone", new Axis("share alarmed on", 0, steps / 20.0, x => x,
                [.. Enumerable.Range(0, steps + 1).Select(i => (i / 20.0, (i * 5).ToString(CultureInfo.InvariantCulture) + " %"))]),
            new Axis("", ours.Count, 0, y => y, [.. ours.Select((o, i) => (i + 0.5, Label(o.Origin)))]),
            height: (ours.Count * Row) + 96, left: 200);
        plot.Mark(0.02, "2 %");
        for (var i = 0; i < ours.Count; i++)
        {
            var (origin, rate) = ours[i];
            plot.Bar(i + 0.5, -6, 10, rate.Share!.Value, rate.Low!.Value, rate.High!.Value, SvgPlot.Blue);
            plot.Bar(i + 0.5, 6, 10, theirs[origin].Share!.Value, theirs[origin].Low!.Value, theirs[origin].High!.Value, SvgPlot.Orange);
        }
        return plot.Legend(0.45, 0.75, (SvgPlot.Blue, "Marsad, threshold 0.5"), (SvgPlot.Orange, "Jaro-Winkler that alarms as often on all"), ("#222", "line: 95 % interval")).ToString();
    }
}
