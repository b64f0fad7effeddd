using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Pairs;

/// <summary>Which of a comparison's figures is taken as the score.</summary>
internal enum ScoreKind
{
    Probability,
    WeightBits,
    NameSimilarity,
    OfacScore,
}

/// <summary>A set of labelled pairs, each with the comparison the model made of it.</summary>
internal sealed record PairRun(IReadOnlyList<(LabelledPair Pair, Comparison Comparison)> Scored)
{
    /// <summary>Compares every pair, on all processors; the order stays that of the file.</summary>
    public static PairRun Of(IReadOnlyList<LabelledPair> pairs) =>
        new([.. pairs.AsParallel().AsOrdered().Select(p => (p, ScoringModel.V1.Compare(p.A, p.B)))]);

    /// <summary>The figures of the whole set.</summary>
    public PairFigures Measure(ScoreKind kind, double threshold) => PairFigures.Measure([.. Scored.Select(s => Score(s, kind))], threshold);

    /// <summary>The figures of every slice, by slice and value.</summary>
    public IEnumerable<(string Slice, string Value, PairFigures Figures)> MeasureSlices(ScoreKind kind, double threshold) => Scored
        .SelectMany(s => s.Pair.Slices.Select(slice => (slice, score: Score(s, kind))))
        .GroupBy(s => s.slice, s => s.score)
        .OrderBy(g => g.Key.Slice, StringComparer.Ordinal).ThenBy(g => g.Key.Value, StringComparer.Ordinal)
        .Select(g => (g.Key.Slice, g.Key.Value, PairFigures.Measure([.. g], threshold)));

    /// <summary>The chosen score of one pair.</summary>
    public static ScoredPair Score((LabelledPair Pair, Comparison Comparison) scored, ScoreKind kind) => new(
        kind switch
        {
            ScoreKind.WeightBits => scored.Comparison.WeightBits,
            ScoreKind.NameSimilarity => scored.Comparison.NameSimilarity,
            ScoreKind.OfacScore => scored.Comparison.OfacScore / 100.0,
            _ => scored.Comparison.Probability,
        },
        scored.Pair.IsTrue);
}
