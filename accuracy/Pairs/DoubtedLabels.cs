using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Pairs;

/// <summary>Labels that the records themselves speak against: somebody should look again before a model is blamed.</summary>
/// <remarks>Only what two records say outright counts, never the model's probability: a model may not excuse its own errors.</remarks>
internal static class DoubtedLabels
{
    /// <summary>The doubted pairs, by the kind of doubt.</summary>
    public static IEnumerable<(string Kind, string Id)> Find(PairRun run) => run.Scored
        .Select(s => (Kind: KindOf(s.Pair), s.Pair.Id)).Where(d => d.Kind is not null).Select(d => (d.Kind!, d.Id))
        .OrderBy(d => d.Item1, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal);

    private static string? KindOf(LabelledPair pair)
    {
        var evidence = ScoringModel.V1.Compare(pair.A, pair.B, explain: true).Evidence;
        var name = evidence.First(e => e.Kind == EvidenceKind.Name);
        var birth = evidence.First(e => e.Kind == EvidenceKind.BirthDate);
        var identifier = evidence.First(e => e.Kind == EvidenceKind.Identifier);
        var sameName = !name.Parts.IsDefaultOrEmpty && name.Parts.Where(p => p.Query is not null || p.Listed is not null).All(p => p.Relation == PartRelation.Same);
        if (!pair.IsTrue)
        {
            return identifier is { Verdict: Verdict.Agrees, WeightBits: > 10 } ? "labelled different, one identifier in common"
                : sameName && birth.Verdict == Verdict.Agrees && birth.Query == birth.Listed && birth.Query?.Length == 10 ? "labelled different, one name and one full birth date in common"
                : sameName && name.Parts.Count(p => p.WeightBits > 0) >= 4 ? "labelled different, a name of four words or more in common"
                : null;
        }
        return name.Verdict == Verdict.Conflicts && birth.Verdict == Verdict.Conflicts && identifier.Verdict != Verdict.Agrees
            ? "labelled the same, no name and no birth date in common" : null;
    }
}
