using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Weighs gender: agreeing says nothing, a conflict lowers the score.</summary>
internal static class GenderEvidence
{
    public static EvidenceWeight Weigh(Gender? query, ImmutableArray<Sourced<Gender>> listed, Weights weights)
    {
        if (query is not { } asked || listed.IsEmpty)
            return EvidenceWeight.Missing;
        for (var j = 0; j < listed.Length; j++)
        {
            if (listed[j].Value == asked)
                return new EvidenceWeight(Verdict.Agrees, 0, 0, j);
        }
        var isClear = asked != Gender.Other && listed.All(g => g.Value != Gender.Other);
        return new EvidenceWeight(Verdict.Conflicts, isClear ? weights.GenderConflict : 0, 0, 0);
    }
}
