namespace Marsad.Accuracy.Pairs;

/// <summary>How much of a figure is chance: intervals by drawing the set again and again. The same set gives the same interval.</summary>
internal static class Resampling
{
    private const int Draws = 2000;
    private const int Seed = 1;

    /// <summary>The 95 % interval of the area under the ROC curve, by bootstrap: sets of the same size drawn from the pairs, with repetition.</summary>
    /// <returns>The ends of the interval; null for a set with one label only.</returns>
    public static (double Low, double High)? AucInterval(IReadOnlyList<ScoredPair> pairs)
    {
        if (pairs.All(p => p.IsTrue) || pairs.All(p => !p.IsTrue))
            return null;
        var random = new Random(Seed);
        ScoredPair[] sorted = [.. pairs.OrderByDescending(p => p.Score)];
        var times = new int[sorted.Length];
        return Middle95(() =>
        {
            Array.Clear(times);
            for (var i = 0; i < times.Length; i++)
                times[random.Next(times.Length)]++;
            return Auc(sorted, times);
        });
    }

    /// <summary>The calibration errors that perfect probabilities of these values would show in a set of this size, by chance alone.</summary>
    /// <returns>The ends of the 95 % band.</returns>
    public static (double Low, double High) PerfectEce(IReadOnlyList<ScoredPair> pairs)
    {
        var random = new Random(Seed);
        return Middle95(() => PairFigures.CalibrationError([.. pairs.Select(p => p with { IsTrue = random.NextDouble() < p.Score })]));
    }

    private static (double Low, double High) Middle95(Func<double> draw)
    {
        var drawn = Enumerable.Range(0, Draws).Select(_ => draw()).Order().ToList();
        return (drawn[(int)(Draws * 0.025)], drawn[(int)(Draws * 0.975)]);
    }

    // Tied scores are one step, as in PairFigures.
    private static double Auc(ScoredPair[] sorted, int[] times)
    {
        double area = 0, isTrue = 0, isFalse = 0;
        for (var i = 0; i < sorted.Length;)
        {
            var (score, stepTrue, stepFalse) = (sorted[i].Score, 0, 0);
            for (; i < sorted.Length && sorted[i].Score == score; i++)
                (stepTrue, stepFalse) = sorted[i].IsTrue ? (stepTrue + times[i], stepFalse) : (stepTrue, stepFalse + times[i]);
            area += stepFalse * (isTrue + stepTrue / 2.0);
            (isTrue, isFalse) = (isTrue + stepTrue, isFalse + stepFalse);
        }
        return isTrue == 0 || isFalse == 0 ? 0.5 : area / (isTrue * isFalse);
    }
}
