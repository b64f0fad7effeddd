using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>Weighs countries of nationality, residence, flag and jurisdiction.</summary>
/// <remarks>An agreeing country never raises a score: half a list shares it. A conflict lowers it, the less as people have several.</remarks>
internal static class CountryEvidence
{
    public static EvidenceWeight Weigh(ImmutableArray<ListCountry> query, ImmutableArray<ListCountry> listed, Weights weights)
    {
        var conflict = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            if (query[i].Code is not { } code)
                continue;
            for (var j = 0; j < listed.Length; j++)
            {
                if (listed[j].Code is not { } other)
                    continue;
                if (Countries.AreCompatible(code, other))
                    return new EvidenceWeight(Verdict.Agrees, 0, i, j);
                // Living abroad contradicts nothing; two nationalities, flags or jurisdictions do.
                if (conflict.Query < 0 && Binds(query[i].Kind) && Binds(listed[j].Kind))
                    conflict = new EvidenceWeight(Verdict.Conflicts, IsFlag(query[i], listed[j]) ? weights.FlagConflict : weights.CountryConflict, i, j);
            }
        }
        return conflict;
    }

    // Ships change their flag often.
    private static bool IsFlag(ListCountry a, ListCountry b) => a.Kind == CountryKind.Flag || b.Kind == CountryKind.Flag;

    private static bool Binds(CountryKind kind) => kind != CountryKind.Residence;
}
