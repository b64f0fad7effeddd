using Marsad.Engine.Matching;

namespace Marsad.Accuracy;

/// <summary>A comparison on a few lines of plain text, for lists of errors.</summary>
internal static class EvidenceLine
{
    /// <summary>The figures of a comparison and each piece of evidence that says something.</summary>
    public static IEnumerable<string> Of(Comparison comparison)
    {
        yield return $"p {comparison.Probability:F4}  {comparison.WeightBits:+0.0;-0.0} bits  similarity {comparison.NameSimilarity:F2}  "
            + $"ofac {comparison.OfacScore}  {comparison.Band}  met: {comparison.MatchedName ?? "nothing"}";
        foreach (var evidence in comparison.Evidence.Where(e => e.Verdict != Verdict.Missing))
        {
            yield return $"{evidence.Kind} {evidence.Verdict} {evidence.WeightBits:+0.0;-0.0;0.0}  {evidence.Query ?? "-"} | {evidence.Listed ?? "-"}";
            if (!evidence.Parts.IsDefaultOrEmpty)
                yield return "  " + string.Join("; ", evidence.Parts.Select(Show));
        }
    }

    private static string Show(PartPair part) =>
        $"{part.Query ?? "∅"}~{part.Listed ?? "∅"} {part.Relation} {part.WeightBits:+0.0;-0.0;0.0}";
}
