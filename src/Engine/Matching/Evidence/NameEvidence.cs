using System.Collections.Immutable;
using Marsad.Engine.Names;

namespace Marsad.Engine.Matching;

/// <summary>What a subject's name and an entry's name say about each other.</summary>
/// <param name="Bits">The weight of the names.</param>
/// <param name="Similarity">0 to 1: the share of the names, weighted by rarity, that agrees.</param>
internal readonly record struct NameWeight(double Bits, double Similarity);

/// <summary>Weighs two names: pairs their parts one to one and adds up what each pair, and each part left over, says.</summary>
/// <remarks>
/// <para>1. Words that may be written as one are tried as one where that explains more. 2. The parts are paired so that the sum is
/// greatest. 3. What is left over costs, more on the subject's side. 4. Another order than listed costs a little. 5. Names that
/// agree as a whole weigh more than their parts. 6. People whose names differ in a role on both sides are relatives or namesakes
/// (<see cref="PersonContradictions"/>). 7. For organizations, numbers are weighed apart, and names that differ in a word are sister firms
/// at best (<see cref="OrganizationRules"/>). 8. Few generic words alone prove nothing.</para>
/// <para>Not symmetric: the subject's side is what somebody asks with, the entry's side is usually the longer one.</para>
/// </remarks>
internal sealed class NameEvidence(PairWeights pairs, Weights weights)
{
    private readonly OrganizationRules _organizations = new(weights);
    private readonly PersonContradictions _people = new(pairs, weights);

    /// <summary>The value of a pair that must not be made.</summary>
    private const double Never = -1e9;

    /// <summary>Looks up the edit cost of a subject's word and an entry's word.</summary>
    public delegate float CostOf(Token query, Token listed);

    /// <summary>Weighs two names.</summary>
    /// <param name="query">The subject's name.</param>
    /// <param name="listed">The entry's name.</param>
    /// <param name="asPerson">Whether they are names of people.</param>
    /// <param name="costOf">The edit cost of two words; the same for the same words, however it is found.</param>
    /// <param name="parts">Takes the pairs that met; null when nobody asks.</param>
    public NameWeight Weigh(NameForm query, NameForm listed, bool asPerson, CostOf costOf, List<PartPair>? parts = null)
    {
        Span<NameWord> q = [.. query.Words], l = [.. listed.Words];
        // Two things that bore one name before are not one thing; nor are two whose initials are the same.
        if (q.Length == 0 || l.Length == 0 || (query.IsFormer && listed.IsFormer) || (query.IsAcronym && listed.IsAcronym))
            return new NameWeight(0, 0);
        Span<double> spelled = stackalloc double[q.Length * l.Length];
        Spell(q, l, costOf, spelled);
        var (asked, printed) = (q.Length, l.Length);
        q = Join(q, query.Joined, l, spelled, costOf, joinsQuery: true);
        if (q.Length < asked)
            Spell(q, l, costOf, spelled = spelled[..(q.Length * l.Length)]);
        l = Join(l, listed.Joined, q, spelled, costOf, joinsQuery: false);
        if (l.Length < printed)
            Spell(q, l, costOf, spelled = spelled[..(q.Length * l.Length)]);

        // 2. The value of a pair is what it brings beyond leaving both apart.
        Span<double> bits = stackalloc double[q.Length * l.Length], values = stackalloc double[q.Length * l.Length];
        for (var i = 0; i < q.Length; i++)
        {
            for (var j = 0; j < l.Length; j++)
            {
                var pair = bits[i * l.Length + j] = Bits(q[i], l[j], asPerson, spelled[i * l.Length + j]);
                values[i * l.Length + j] = pair == PairWeights.None ? Never : pair - QueryAlone(q[i], asPerson) - ListedAlone(l[j], asPerson);
            }
        }
        Span<int> columnOf = stackalloc int[q.Length];
        Assignment.Solve(values, q.Length, l.Length, columnOf);
        return Sum(new Names(query, listed, q, l, asPerson), bits, columnOf, parts);
    }

    /// <summary>What a part of the subject's name says when the entry does not have it.</summary>
    public double QueryAlone(NameWord word, bool asPerson) => !asPerson ? _organizations.Alone(word, isAsked: true) : word.Role switch
    {
        PartRole.Particle => 0,
        PartRole.Title => weights.TitleUnmatched,
        PartRole.Patronymic => weights.PatronymicUnmatched,
        PartRole.Kunya => weights.KunyaUnmatched,
        PartRole.Nisba => 1.5 * weights.NisbaUnmatched,
        PartRole.Initial => weights.InitialUnmatched,
        PartRole.Number => weights.NumberUnmatched,
        _ => weights.PersonQueryUnmatched,
    };

    /// <summary>What a part of the entry's name says when the subject does not have it.</summary>
    public double ListedAlone(NameWord word, bool asPerson) => !asPerson ? _organizations.Alone(word, isAsked: false) : word.Role switch
    {
        PartRole.Particle => 0,
        PartRole.Title => weights.TitleUnmatched,
        PartRole.Patronymic => weights.PatronymicUnmatched,
        PartRole.Kunya => weights.KunyaUnmatched,
        PartRole.Nisba => weights.NisbaUnmatched,
        PartRole.Initial => weights.InitialUnmatched / 2,
        PartRole.Number => weights.NumberUnmatched,
        _ => weights.PersonListedUnmatched,
    };

    // What each pair of words weighs by its spelling alone.
    private void Spell(ReadOnlySpan<NameWord> q, ReadOnlySpan<NameWord> l, CostOf costOf, Span<double> spelled)
    {
        for (var i = 0; i < q.Length; i++)
        {
            for (var j = 0; j < l.Length; j++)
                spelled[i * l.Length + j] = pairs.OfCost(q[i].Token, l[j].Token, costOf(q[i].Token, l[j].Token));
        }
    }

    // 1. Hasan Zade meets Hasanzade: the two words become one before parts are paired.
    private Span<NameWord> Join(
        Span<NameWord> words, ImmutableArray<JoinedWord> joins, ReadOnlySpan<NameWord> others, ReadOnlySpan<double> spelled, CostOf costOf, bool joinsQuery)
    {
        for (var k = joins.Length - 1; k >= 0; k--)
        {
            var join = joins[k];
            if (join.First + 1 >= words.Length)
                continue;
            // What was joined so far stands behind these two.
            var apart = Best(spelled, join.First, others.Length, joinsQuery) + Best(spelled, join.First + 1, others.Length, joinsQuery);
            // No pair weighs more than its words are rare.
            if (join.Rarity + weights.JoinPenalty <= apart || !MayBeAny(join, others))
                continue;
            var together = Best(join.Word, others, costOf, joinsQuery);
            if (together <= 0 || together + weights.JoinPenalty <= apart)
                continue;
            words[join.First] = join.Word;
            words[(join.First + 2)..].CopyTo(words[(join.First + 1)..]);
            words = words[..^1];
            // The join before this one would take a word that is now part of another.
            k--;
        }
        return words;
    }

    private bool MayBeAny(JoinedWord joined, ReadOnlySpan<NameWord> others)
    {
        foreach (var other in others)
        {
            if (pairs.MayBe(joined, other.Token))
                return true;
        }
        return false;
    }

    // The most that a word brings beside any of the others, at least 0; the words of the query are the rows.
    private static double Best(ReadOnlySpan<double> spelled, int word, int others, bool isQuery)
    {
        var best = 0.0;
        var columns = isQuery ? others : spelled.Length / others;
        for (var other = 0; other < others; other++)
            best = Math.Max(best, isQuery ? spelled[word * columns + other] : spelled[other * columns + word]);
        return best;
    }

    private double Best(NameWord word, ReadOnlySpan<NameWord> others, CostOf costOf, bool joinsQuery)
    {
        var best = PairWeights.None;
        foreach (var other in others)
        {
            var (q, l) = joinsQuery ? (word.Token, other.Token) : (other.Token, word.Token);
            if (Math.Min(q.Rarity, l.Rarity) <= best || !PairWeights.MayMeet(q, l))
                continue;
            best = Math.Max(best, pairs.OfCost(q, l, costOf(q, l)));
        }
        return best;
    }

    /// <summary>What one part of each name says where they are paired; <see cref="PairWeights.None"/> when they must not be.</summary>
    /// <param name="spelled">What the two weigh by their spelling, see <see cref="PairWeights.OfCost"/>.</param>
    public double Bits(NameWord a, NameWord b, bool asPerson, double spelled)
    {
        // Export and import are spelled alike, and are opposites.
        if (a.Token.Concept is { } asked && b.Token.Concept is { } printed && asked != printed)
            return PairWeights.None;
        // The article of one name is no part of the other, and III is not II.
        if (asPerson && ((a.Role == PartRole.Particle) != (b.Role == PartRole.Particle) || (a.Role == PartRole.Number || b.Role == PartRole.Number) && a.Token.Form != b.Token.Form))
            return PairWeights.None;
        var special = pairs.Special(a, b);
        var bits = a.Role == PartRole.Initial || b.Role == PartRole.Initial ? special
            : Math.Max(special, spelled);
        if (bits == PairWeights.None || bits <= 0)
            return bits;
        if (asPerson && (a.Role == PartRole.Title || b.Role == PartRole.Title))
            return Math.Min(bits * weights.TitleShare, weights.TitleMatched);
        return bits * Math.Min(Share(a), Share(b));
    }

    private double Share(NameWord word) => weights.ShareOf(word.Role);

    /// <summary>Two names whose words are final.</summary>
    private readonly ref struct Names(NameForm query, NameForm listed, Span<NameWord> q, Span<NameWord> l, bool asPerson)
    {
        public readonly NameForm Query = query, Listed = listed;
        public readonly Span<NameWord> Q = q, L = l;
        public readonly bool AsPerson = asPerson;
    }

    private NameWeight Sum(Names names, ReadOnlySpan<double> bits, ReadOnlySpan<int> columnOf, List<PartPair>? parts)
    {
        double total = 0, agreeing = 0, possible = 0;
        Span<bool> taken = stackalloc bool[names.L.Length];
        taken.Clear();
        bool distinctive = false, inOrder = true, isWhole = !names.Query.IsAcronym && !names.Listed.IsAcronym;
        int last = -1, agreements = 0;
        for (var i = 0; i < names.Q.Length; i++)
        {
            var word = names.Q[i];
            possible += word.Token.Rarity * Share(word);
            var j = columnOf[i];
            if (j < 0)
            {
                // 3. A part of the subject's name that the entry does not have.
                total += Add(parts, word.Text, null, PartRelation.Unmatched, QueryAlone(word, names.AsPerson));
                isWhole &= !IsTelling(word);
                continue;
            }
            taken[j] = true;
            var other = names.L[j];
            var pair = bits[i * names.L.Length + j];
            total += Add(parts, word.Text, other.Text, Relation(word, other), pair);
            agreeing += 2 * Math.Max(pair, 0);
            distinctive |= pair > 0 && IsDistinctive(word) && IsDistinctive(other);
            agreements += pair > 0 && word.Role != PartRole.Particle ? 1 : 0;
            isWhole &= !IsTelling(word) || pair >= weights.WholeNameShare * Share(word) * Math.Min(word.Token.Rarity, other.Token.Rarity);
            if (word.Role != PartRole.Particle)
            {
                inOrder &= j > last;
                last = j;
            }
        }
        for (var j = 0; j < names.L.Length; j++)
        {
            possible += names.L[j].Token.Rarity * Share(names.L[j]);
            if (taken[j])
                continue;
            total += Add(parts, null, names.L[j].Text, PartRelation.Unmatched, ListedAlone(names.L[j], names.AsPerson));
            isWhole &= !IsTelling(names.L[j]);
        }
        // 4. Order.
        if (!inOrder)
            total += Add(parts, null, null, PartRelation.Order, names.AsPerson ? weights.OrderPenalty : weights.OrganizationOrderPenalty);
        // 5. Nothing left over on either side: the rest of two people's names seldom agrees so far.
        var whole = isWhole && agreements > 1 ? Add(parts, null, null, PartRelation.WholeName, weights.WholeNameAgrees) : 0;
        total += whole;
        // 6. People whose names differ in a role on both sides. 7. Numbers of organizations; sister firms.
        if (names.AsPerson)
            total += _people.Weigh(names.Q, names.L, columnOf, bits, total, parts);
        else
        {
            var numbers = _organizations.Numbers(names.Query, names.Listed, parts);
            total += numbers;
            // Brigade 55 is named by its number.
            agreements += numbers > 0 ? 1 : 0;
            total += _organizations.Limit(names.Query, names.Listed, new OrganizationRules.Pairing(names.Q, names.L, columnOf, taken, bits), total, whole, parts);
        }
        // 8. Generic words alone.
        var similarity = possible > 0 ? Math.Clamp(agreeing / possible, 0, 1) : 0;
        if (!distinctive && total > 0 && (agreements < 2 || !names.AsPerson && OrganizationRules.AreOtherBodies(names.Q, names.L, columnOf, taken)
            || similarity < weights.GenericSimilarity && (names.AsPerson || !OrganizationRules.IsMisspelled(names.Q, names.L, columnOf))))
            total += Add(parts, null, null, PartRelation.GenericOnly, -total);
        return new NameWeight(total, similarity);
    }

    /// <summary>Whether a word tells one name from another.</summary>
    public static bool IsTelling(NameWord word) => word.Role is not (PartRole.Particle or PartRole.Title or PartRole.Initial or PartRole.LegalForm);

    /// <summary>Whether a word names one bearer, and not what many are.</summary>
    public static bool IsDistinctive(NameWord word) => word.Role is not (PartRole.Generic or PartRole.Particle or PartRole.Title or PartRole.Initial or PartRole.LegalForm);

    /// <summary>Adds a line to the explanation, when somebody asks for it, and gives back its bits.</summary>
    public static double Add(List<PartPair>? parts, string? query, string? listed, PartRelation relation, double bits)
    {
        parts?.Add(new PartPair(query, listed, relation, bits));
        return bits;
    }

    private static PartRelation Relation(NameWord a, NameWord b) =>
        a.Token.IsAcronym || b.Token.IsAcronym ? PartRelation.Acronym
        : a.Role == PartRole.Initial ^ b.Role == PartRole.Initial ? PartRelation.Initial
        : a.Token.Script != b.Token.Script ? PartRelation.Transliteration
        : a.Token.Form == b.Token.Form ? PartRelation.Same : PartRelation.Variant;
}
