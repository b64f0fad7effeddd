namespace Marsad.Accuracy.Pairs;

/// <summary>How well scores separate true pairs from false ones: the figures of <c>score_pairs.py</c>, to the digit.</summary>
/// <remarks>A figure is null where it is not defined, such as the area under the curve of a set with one label only.</remarks>
internal sealed record PairFigures
{
    public required int Count { get; init; }
    public required int Positives { get; init; }
    public required int FalsePositives { get; init; }
    public required int FalseNegatives { get; init; }
    public int Negatives => Count - Positives;

    public double? Precision { get; init; }
    public double? Recall { get; init; }
    public double? F1 { get; init; }
    public double? Accuracy { get; init; }

    /// <summary>Area under the ROC curve, ties counting one half.</summary>
    public double? Auc { get; init; }

    public double BestF1 { get; init; }
    public double? BestF1Threshold { get; init; }

    /// <summary>Average precision, tied scores taken as one step.</summary>
    public double? AveragePrecision { get; init; }

    /// <summary>The highest recall at any cut whose precision is at least 0.95.</summary>
    public double? RecallAtPrecision95 { get; init; }

    /// <summary>The highest recall at any cut whose precision is at least 0.98.</summary>
    public double? RecallAtPrecision98 { get; init; }

    /// <summary>Mean squared distance of score and label; only for scores in 0..1.</summary>
    public double? Brier { get; init; }

    /// <summary>Expected calibration error over ten bins of equal width; only for scores in 0..1.</summary>
    public double? Ece { get; init; }

    public double MaxScore { get; init; }
    public double ShareAtMax { get; init; }
    public int NegativesAtMax { get; init; }

    /// <summary>The bins that hold pairs, from low scores to high.</summary>
    public IReadOnlyList<CalibrationBin> Calibration { get; init; } = [];

    /// <summary>Measures a set; a pair is predicted true when its score is at or above the threshold.</summary>
    public static PairFigures Measure(IReadOnlyList<ScoredPair> pairs, double threshold)
    {
        var positives = pairs.Count(p => p.IsTrue);
        var truePositives = pairs.Count(p => p.IsTrue && p.Score >= threshold);
        var falsePositives = pairs.Count(p => !p.IsTrue && p.Score >= threshold);
        var figures = new PairFigures
        {
            Count = pairs.Count,
            Positives = positives,
            FalsePositives = falsePositives,
            FalseNegatives = positives - truePositives,
            Precision = Share(truePositives, truePositives + falsePositives),
            Recall = Share(truePositives, positives),
            F1 = positives == 0 ? null : F1Of(truePositives, falsePositives, positives - truePositives),
            Accuracy = Share(truePositives + (pairs.Count - positives - falsePositives), pairs.Count),
        };
        return pairs.Count == 0 ? figures : Calibrated(WithCurve(figures, pairs), pairs);
    }

    /// <summary>The figures that look at every cut between two distinct scores.</summary>
    private static PairFigures WithCurve(PairFigures figures, IReadOnlyList<ScoredPair> pairs)
    {
        double area = 0, best = 0, averagePrecision = 0, at95 = 0, at98 = 0;
        double? bestAt = null;
        var (lastTrue, lastFalse) = (0, 0);
        foreach (var (score, nowTrue, nowFalse) in Steps(pairs))
        {
            area += (nowFalse - lastFalse) * (nowTrue + lastTrue) / 2.0;
            var precision = (double)nowTrue / (nowTrue + nowFalse);
            var f1 = F1Of(nowTrue, nowFalse, figures.Positives - nowTrue);
            if (f1 > best)
                (best, bestAt) = (f1, score);
            if (figures.Positives > 0)
            {
                var recall = (double)nowTrue / figures.Positives;
                averagePrecision += precision * (nowTrue - lastTrue) / figures.Positives;
                at95 = precision >= 0.95 ? Math.Max(at95, recall) : at95;
                at98 = precision >= 0.98 ? Math.Max(at98, recall) : at98;
            }
            (lastTrue, lastFalse) = (nowTrue, nowFalse);
        }
        var hasBoth = figures.Positives > 0 && figures.Negatives > 0;
        var top = pairs.Max(p => p.Score);
        return figures with
        {
            Auc = hasBoth ? area / ((double)figures.Positives * figures.Negatives) : null,
            BestF1 = best,
            BestF1Threshold = bestAt,
            AveragePrecision = figures.Positives > 0 ? averagePrecision : null,
            RecallAtPrecision95 = figures.Positives > 0 ? at95 : null,
            RecallAtPrecision98 = figures.Positives > 0 ? at98 : null,
            MaxScore = top,
            ShareAtMax = (double)pairs.Count(p => p.Score == top) / pairs.Count,
            NegativesAtMax = pairs.Count(p => p.Score == top && !p.IsTrue),
        };
    }

    private static PairFigures Calibrated(PairFigures figures, IReadOnlyList<ScoredPair> pairs) => pairs.Any(p => p.Score is < 0 or > 1) ? figures : figures with
    {
        Brier = pairs.Sum(p => Math.Pow(p.Score - (p.IsTrue ? 1 : 0), 2)) / pairs.Count,
        Ece = CalibrationError(pairs),
        Calibration = [.. Bins(pairs).Select((b, i) => new CalibrationBin(i / 10.0, b.Count, b.Sum / b.Count, (double)b.True / b.Count)).Where(b => b.Count > 0)],
    };

    /// <summary>The expected calibration error over ten bins of equal width.</summary>
    public static double CalibrationError(IReadOnlyList<ScoredPair> pairs) => Bins(pairs).Sum(b => Math.Abs(b.Sum - b.True)) / pairs.Count;

    private static (int Count, double Sum, int True)[] Bins(IReadOnlyList<ScoredPair> pairs)
    {
        var bins = new (int Count, double Sum, int True)[10];
        foreach (var pair in pairs)
        {
            ref var bin = ref bins[Math.Min((int)(pair.Score * 10), 9)];
            bin = (bin.Count + 1, bin.Sum + pair.Score, bin.True + (pair.IsTrue ? 1 : 0));
        }
        return bins;
    }

    /// <summary>The distinct scores from high to low, each with the true and the false pairs at or above it.</summary>
    private static IEnumerable<(double Score, int True, int False)> Steps(IReadOnlyList<ScoredPair> pairs)
    {
        var (isTrue, isFalse) = (0, 0);
        foreach (var step in pairs.GroupBy(p => p.Score).OrderByDescending(g => g.Key))
        {
            isTrue += step.Count(p => p.IsTrue);
            isFalse += step.Count(p => !p.IsTrue);
            yield return (step.Key, isTrue, isFalse);
        }
    }

    private static double F1Of(int truePositives, int falsePositives, int falseNegatives) =>
        truePositives == 0 ? 0 : 2.0 * truePositives / ((2.0 * truePositives) + falsePositives + falseNegatives);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>The pairs whose score lies in one tenth of the scale.</summary>
/// <param name="From">The lower end of the bin, which is 0.1 wide.</param>
/// <param name="Count">How many pairs.</param>
/// <param name="MeanScore">Their mean score.</param>
/// <param name="ShareTrue">The share that is one party; a calibrated score has it near the mean score.</param>
internal sealed record CalibrationBin(double From, int Count, double MeanScore, double ShareTrue);
