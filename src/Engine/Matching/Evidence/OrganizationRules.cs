using Marsad.Engine.Names;

namespace Marsad.Engine.Matching;

/// <summary>What is said of the names of organizations and things and not of people: numbers decide, and a word more or less is another firm.</summary>
/// <remarks>
/// <para>Names of people are written down by ear; names of firms are copied. So a firm whose name differs in a word on either side is a
/// sister firm, and one whose name differs in a few letters, or in one word more, is one at best: what all other words say is then
/// counted in part only. Every rule lowers the weight of the pairs, so that the bounds of the index hold.</para>
/// <para>Examples: Steel Tubes, Steel Wires; Golden Lotus 3, Golden Lotus 8; Nakamura Tooling, Nakamura Tooling Canada.</para>
/// </remarks>
internal sealed class OrganizationRules(Weights weights)
{
    /// <summary>A longer word is no abbreviation.</summary>
    private const int LongestCutShort = 5;

    /// <summary>How two names differ.</summary>
    private ref struct Differences
    {
        /// <summary>A word, number or legal form that only the subject has.</summary>
        public string? Query;

        /// <summary>The same for the entry.</summary>
        public string? Listed;

        /// <summary>Whether that alone tells them apart: a country, a ship's number, the legal form of another country.</summary>
        public bool TellsApart;

        /// <summary>Whether a word is spelled otherwise.</summary>
        public bool IsRespelled;
    }

    /// <summary>The words of two names and how they were paired.</summary>
    /// <param name="query">The subject's words.</param>
    /// <param name="listed">The entry's words.</param>
    /// <param name="columnOf">For each of the subject's words the entry's word it met, or −1.</param>
    /// <param name="taken">For each of the entry's words whether it met one.</param>
    /// <param name="bits">What each pair weighs, the subject's words row by row.</param>
    public readonly ref struct Pairing(Span<NameWord> query, Span<NameWord> listed, ReadOnlySpan<int> columnOf, ReadOnlySpan<bool> taken, ReadOnlySpan<double> bits)
    {
        public readonly ReadOnlySpan<NameWord> Query = query, Listed = listed;
        public readonly ReadOnlySpan<int> ColumnOf = columnOf;
        public readonly ReadOnlySpan<bool> Taken = taken;
        public readonly ReadOnlySpan<double> Bits = bits;
    }

    /// <summary>What a word says that the other name does not have.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isAsked">Whether it is the subject's.</param>
    public double Alone(NameWord word, bool isAsked) => word.Role switch
    {
        PartRole.Particle => 0,
        PartRole.Title => weights.TitleUnmatched,
        PartRole.LegalForm => weights.LegalFormUnmatched,
        PartRole.Generic => weights.GenericUnmatched,
        _ when word.Token.IsCountry => weights.CountryUnmatched,
        _ => (isAsked ? weights.OrganizationQueryUnmatched : weights.OrganizationListedUnmatched) - weights.OrganizationRarityShare * word.Token.Rarity,
    };

    /// <summary>What the numbers of two names say.</summary>
    public double Numbers(NameForm query, NameForm listed, List<PartPair>? parts)
    {
        if (query.Numbers.IsEmpty && listed.Numbers.IsEmpty)
            return 0;
        string? a = query.Numbers.IsEmpty ? null : string.Join(' ', query.Numbers), b = listed.Numbers.IsEmpty ? null : string.Join(' ', listed.Numbers);
        if (a is null || b is null)
            return NameEvidence.Add(parts, a, b, PartRelation.Unmatched, weights.NumberMissing);
        var same = HaveSameNumbers(query, listed);
        return NameEvidence.Add(parts, a, b, same ? PartRelation.Same : PartRelation.Contradiction, same ? weights.NumberMatched : weights.NumberConflict);
    }

    /// <summary>How much less two names say than the sum of their pairs; never more than 0.</summary>
    public double Limit(NameForm query, NameForm listed, Pairing pairing, double total, List<PartPair>? parts)
    {
        var differ = Differ(query, listed, pairing);
        // Steel Tubes and Steel Wires are sister firms, however many other words agree; and so are a firm and the same in Canada.
        var isOther = differ.TellsApart || (differ.Query is not null && differ.Listed is not null);
        // Initials stand for a whole name: with another word beside them they are somebody else's, or a part of the body.
        if ((query.IsAcronym || listed.IsAcronym) && (isOther || differ.Query is not null || differ.Listed is not null))
            return total <= 0 ? 0 : NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Contradiction, -total);
        if (isOther)
            return total <= weights.OrganizationContradictionCap ? 0
                : NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Contradiction, weights.OrganizationContradictionCap - total);
        var isDoubtful = differ.IsRespelled || differ.Query is not null || differ.Listed is not null;
        if (!isDoubtful || total <= weights.OrganizationDoubtCap)
            return 0;
        return NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Doubt,
            (weights.OrganizationDoubtShare - 1) * (total - weights.OrganizationDoubtCap));
    }

    private Differences Differ(NameForm query, NameForm listed, Pairing pairing)
    {
        var differ = default(Differences);
        for (var i = 0; i < pairing.Query.Length; i++)
        {
            var word = pairing.Query[i];
            var j = pairing.ColumnOf[i];
            if (j >= 0)
                differ.IsRespelled |= IsRespelled(word, pairing.Listed[j], pairing.Bits[i * pairing.Listed.Length + j]);
            else if (NameEvidence.IsTelling(word))
                (differ.Query, differ.TellsApart) = (differ.Query ?? word.Text, differ.TellsApart || word.Token.IsCountry);
        }
        for (var j = 0; j < pairing.Listed.Length; j++)
        {
            var word = pairing.Listed[j];
            if (!pairing.Taken[j] && NameEvidence.IsTelling(word))
                (differ.Listed, differ.TellsApart) = (differ.Listed ?? word.Text, differ.TellsApart || word.Token.IsCountry);
        }
        if (!HaveSameNumbers(query, listed))
        {
            differ.Query ??= query.Numbers.FirstOrDefault();
            differ.Listed ??= listed.Numbers.FirstOrDefault();
            // Coral Heron and Coral Heron 2 are two ships of one owner.
            differ.TellsApart |= query.IsVessel || listed.IsVessel;
        }
        else if (differ.Query is not null && differ.Listed is not null && !differ.TellsApart)
            Excuse(ref differ, pairing);
        CompareForms(ref differ, query, listed);
        return differ;
    }

    // Indústria and IND., Renzo and R.: a word cut short is doubtful, and no other word.
    private static void Excuse(ref Differences differ, Pairing pairing)
    {
        for (var i = 0; i < pairing.Query.Length; i++)
        {
            if (pairing.ColumnOf[i] >= 0 || !NameEvidence.IsTelling(pairing.Query[i]))
                continue;
            var isCutShort = false;
            for (var j = 0; j < pairing.Listed.Length; j++)
                isCutShort |= !pairing.Taken[j] && AreOneCutShort(pairing.Query[i], pairing.Listed[j]);
            if (!isCutShort)
                return;
        }
        (differ.Query, differ.Listed, differ.IsRespelled) = (null, null, true);
    }

    private static bool AreOneCutShort(NameWord a, NameWord b)
    {
        var (shorter, longer) = a.Token.Form.Length < b.Token.Form.Length ? (a.Token, b.Token) : (b.Token, a.Token);
        return shorter.Script == longer.Script && shorter.Form.Length <= LongestCutShort && longer.Form.Length >= shorter.Form.Length + 2
            && longer.Form.StartsWith(shorter.Form, StringComparison.Ordinal);
    }

    // GmbH and Sdn Bhd are registered in different countries; a ship has no legal form at all.
    private static void CompareForms(ref Differences differ, NameForm query, NameForm listed)
    {
        bool asked = false, printed = false, areNational = false, meet = false;
        foreach (var b in listed.Words)
            printed |= b.Role == PartRole.LegalForm;
        foreach (var a in query.Words)
        {
            if (a.Role != PartRole.LegalForm)
                continue;
            asked = true;
            foreach (var b in listed.Words)
            {
                if (b.Role != PartRole.LegalForm || a.Token.FormCountries.IsEmpty || b.Token.FormCountries.IsEmpty)
                    continue;
                areNational = true;
                meet |= a.Token.FormCountries.AsSpan().IndexOfAny(b.Token.FormCountries.AsSpan()) >= 0;
            }
        }
        if ((areNational && !meet) || ((query.IsVessel || listed.IsVessel) && asked != printed))
        {
            differ.TellsApart = true;
            differ.Query ??= FormOf(query);
            differ.Listed ??= FormOf(listed);
        }
    }

    private static string? FormOf(NameForm name) => name.Words.FirstOrDefault(w => w.Role == PartRole.LegalForm)?.Text;

    // A slip of the pen, a plural, or another word: Jinqiao, Yinqiao. Across scripts letters differ anyway.
    private bool IsRespelled(NameWord a, NameWord b, double bits) =>
        NameEvidence.IsTelling(a) && a.Token.Script == b.Token.Script && a.Token.Form != b.Token.Form && (a.Token.Concept is null || a.Token.Concept != b.Token.Concept)
        && bits < Math.Min(a.Token.Rarity, b.Token.Rarity) * Math.Min(weights.ShareOf(a.Role), weights.ShareOf(b.Role)) - weights.OrganizationVariant;

    private static bool HaveSameNumbers(NameForm query, NameForm listed) =>
        query.Numbers.Order(StringComparer.Ordinal).SequenceEqual(listed.Numbers.Order(StringComparer.Ordinal));
}
