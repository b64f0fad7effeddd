using Marsad.Accuracy.Pairs;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Calibration;

/// <summary>Finds the rising curve from sums of bits to log2 odds under which the answers of some pairs are likeliest.</summary>
/// <remarks>
/// A few rows at fixed sums, each tried in steps between its neighbors until none can be bettered: the same pairs give the same curve.
/// At each row one pair of either label is added, half counted, so that a stretch without a false pair is not taken for certainty.
/// </remarks>
internal static class CertaintyFit
{
    /// <summary>The sums above 0 at which the table has a row.</summary>
    private static readonly double[] Sums = [4, 8, 12, 20, 40, 80];

    private const double Step = 0.1;
    private const double MostOdds = 14;
    private const double Added = 0.5;

    /// <summary>A pair as the fit sees it: its bits, its label and how many such pairs it stands for.</summary>
    public readonly record struct Weighed(double WeightBits, bool IsTrue, double Times = 1);

    /// <summary>The fitted curve for a prior.</summary>
    public static Certainty Of(IReadOnlyList<Weighed> pairs, double priorBits) => new(priorBits, RowsFor(pairs, priorBits));

    /// <summary>Fits the rows of the curve for a prior.</summary>
    public static IReadOnlyList<(double Bits, double LogOdds)> RowsFor(IReadOnlyList<Weighed> pairs, double priorBits)
    {
        // Below even odds the curve is fixed.
        List<Weighed> above = [.. pairs.Where(p => p.WeightBits + priorBits > 0)];
        above.AddRange(Sums.SelectMany(s => new[] { true, false }.Select(label => new Weighed(s - priorBits, label, Added))));
        double[] odds = [.. Sums.Select((_, i) => i + 1.0)];
        var best = Loss(above, priorBits, odds);
        for (var moved = true; moved;)
        {
            moved = false;
            for (var i = 0; i < odds.Length; i++)
            {
                var (from, to) = (i == 0 ? 0 : odds[i - 1], i == odds.Length - 1 ? MostOdds : odds[i + 1]);
                for (var value = Math.Round(from + Step, 1); value < to - (Step / 2); value = Math.Round(value + Step, 1))
                {
                    double[] tried = [.. odds[..i], value, .. odds[(i + 1)..]];
                    if (Loss(above, priorBits, tried) is var loss && loss < best - 1e-9)
                        (best, odds, moved) = (loss, tried, true);
                }
            }
        }
        return [.. Rows(odds)];
    }

    /// <summary>The rows of a fitted curve.</summary>
    public static IEnumerable<(double Bits, double LogOdds)> Rows(Certainty certainty) =>
        Sums.Select(s => (s, Math.Round(Math.Log2(certainty.Of(s - certainty.PriorBits) / (1 - certainty.Of(s - certainty.PriorBits))), 1)));

    /// <summary>The pairs with their probabilities under a curve.</summary>
    public static IReadOnlyList<ScoredPair> Score(IEnumerable<Weighed> pairs, Certainty certainty) => [.. pairs.Select(p => new ScoredPair(certainty.Of(p.WeightBits), p.IsTrue))];

    private static IEnumerable<(double Bits, double LogOdds)> Rows(double[] odds) => Sums.Zip(odds);

    private static double Loss(List<Weighed> pairs, double priorBits, double[] odds)
    {
        var certainty = new Certainty(priorBits, Rows(odds));
        return pairs.Sum(p => -p.Times * Math.Log2(p.IsTrue ? certainty.Of(p.WeightBits) : 1 - certainty.Of(p.WeightBits)));
    }
}
