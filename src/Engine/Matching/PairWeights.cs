using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>What one word of a subject's name weighs against one word of an entry's name.</summary>
internal sealed class PairWeights(EditModel edits, AttestedSpellings attested, Weights weights)
{
    /// <summary>Bits of a pair that must not be made.</summary>
    public const double None = double.NegativeInfinity;

    private readonly float _limit = (float)weights.SpellingLimit;
    private readonly float _limitPerLetter = (float)weights.SpellingLimitPerLetter;
    private readonly float _limitPerConsonant = (float)weights.SpellingLimitPerConsonant;

    private readonly float _limitPerSyllable = (float)weights.SyllableLimit;
    private readonly float _contradiction = (float)weights.ContradictionSpelling;
    private readonly float _contradictionPerLetter = (float)(weights.SpellingLimitPerLetter * weights.ContradictionSpelling / weights.SpellingLimit);

    private const int ShortestJoined = 5;

    /// <summary>The edit cost up to which two words written as one may be another word.</summary>
    public float JoinedLimit { get; } = (float)weights.JoinedLimit;

    /// <summary>The edit cost above which nothing is a spelling of any word.</summary>
    public float SpellingLimit => _limit;

    /// <summary>The edit cost above which nothing is a spelling of a word.</summary>
    public float LimitOf(Token token) => token.Script is Script.Han or Script.Hangul
        ? _limitPerSyllable * token.Form.Length
        : Math.Min(token.IsJoined ? JoinedLimit : _limit, _limitPerLetter * LengthOf(token));

    // Few consonants with any vowels between them are many names: where only one side writes its vowels, the letters must agree better.
    private float LimitOf(Token query, Token listed)
    {
        var limit = Math.Min(_limit, Math.Min(LimitOf(query), LimitOf(listed)));
        return OmitsVowels(query) == OmitsVowels(listed) ? limit
            : Math.Min(limit, _limitPerConsonant * LengthOf(OmitsVowels(query) ? query : listed));
    }

    private static bool OmitsVowels(Token token) => !token.Spellings.IsEmpty && token.Spellings[0].OmitsVowels;

    /// <summary>Whether two words that did not meet may still be one, badly misspelt: at least one of them is no name in use.</summary>
    public bool MayBeOne(Token query, Token listed)
    {
        if (query.IsKnown && listed.IsKnown)
            return false;
        foreach (var l in listed.Spellings)
        {
            foreach (var q in query.Spellings)
            {
                if (edits.Cost(l, q, _contradiction) <= Math.Min(_contradiction, _contradictionPerLetter * Math.Min(l.Length, q.Length)))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether two words may be one whatever their spelling: beside a word made of two, the other must be a word of some length itself.</summary>
    public static bool MayMeet(Token query, Token listed) =>
        !(query.IsJoined || listed.IsJoined) || (query.IsJoined != listed.IsJoined && MayBeTwo(query.IsJoined ? listed : query));

    /// <summary>Whether two neighboring words, written as one, may be another word: a quick no for most, before anybody writes them so.</summary>
    public bool MayBe(JoinedWord joined, Token other)
    {
        if (!MayBeTwo(other))
            return false;
        var limit = Math.Min(joined.A.Token.Script is Script.Han or Script.Hangul ? _limit : JoinedLimit, LimitOf(other));
        foreach (var spelling in other.Spellings)
        {
            if (edits.LeastCost(joined.A.Token.Spellings[0], joined.B.Token.Spellings[0], spelling) <= limit && edits.Cost(spelling, joined.Spelling, limit) <= limit)
                return true;
        }
        return false;
    }

    /// <summary>Whether a word is long enough to be two words written as one.</summary>
    public static bool MayBeTwo(Token token) => !token.IsJoined && LengthOf(token) >= ShortestJoined;

    private static int LengthOf(Token token) => token.Spellings.IsEmpty ? token.Form.Length : token.Spellings[0].Length;

    /// <summary>The edit cost of two words, over all their readings; infinite when they are too far apart.</summary>
    public float Cost(Token query, Token listed)
    {
        if (query.Script == listed.Script && query.Form == listed.Form)
            return 0;
        var best = float.PositiveInfinity;
        foreach (var l in listed.Spellings)
        {
            foreach (var q in query.Spellings)
                best = Math.Min(best, edits.Cost(l, q, Math.Min(_limit, best)));
        }
        return best;
    }

    /// <summary>The same; infinite also where the cost is above what a pair of the two may have.</summary>
    public float CostWithin(Token query, Token listed)
    {
        if (query.Script == listed.Script && query.Form == listed.Form)
            return 0;
        if (!MayMeet(query, listed))
            return float.PositiveInfinity;
        var best = float.PositiveInfinity;
        var limit = LimitOf(query, listed);
        foreach (var l in listed.Spellings)
        {
            foreach (var q in query.Spellings)
            {
                best = Math.Min(best, edits.Cost(l, q, Math.Min(limit, best)));
                if (best == 0)
                    return 0;
            }
        }
        return best;
    }

    /// <summary>The bits of two words at an edit cost; <see cref="None"/> when they are different words.</summary>
    public double OfCost(Token query, Token listed, float cost)
    {
        if (cost > LimitOf(query, listed) || !MayMeet(query, listed))
            return None;
        if (IsOtherSyllable(query, listed, cost))
            return None;
        // Agreement proves as much as the commoner spelling allows.
        var bits = (double)Math.Min(query.Rarity, listed.Rarity);
        if (!query.IsKnown || !listed.IsKnown)
            return bits - cost;
        if (query.Key.IsPerson && attested.AreOneName(query.NameNumber, listed.NameNumber))
            return bits - Math.Min(cost, weights.AttestedSpelling);
        // Two names of their own are no slips of the pen for each other, and least of all where each is one certain name.
        var areTwoNames = query.Key.IsPerson && query.NameNumber > 0 && listed.NameNumber > 0;
        return bits - cost + (cost < weights.DistinctSpelling ? 0 : areTwoNames ? weights.TwoNamesPenalty : weights.BothKnownPenalty);
    }

    // Min and Man, Jung and Jeong: names so short are told apart by one letter.
    private bool IsOtherSyllable(Token query, Token listed, float cost)
    {
        var syllables = query.Syllables > 0 && listed.Syllables > 0 ? Math.Min(query.Syllables, listed.Syllables) : Math.Max(query.Syllables, listed.Syllables);
        return (syllables > 1 || (query.Syllables > 0 && listed.Syllables > 0)) && cost > syllables * weights.LatinSyllableLimit;
    }

    /// <summary>The bits of words that are pairs whatever their spelling: initials, equivalents, concepts; <see cref="None"/> otherwise.</summary>
    public double Special(NameWord query, NameWord listed)
    {
        if (query.Role == PartRole.Initial || listed.Role == PartRole.Initial)
            return SameInitial(query.Token, listed.Token) ? Math.Min(weights.InitialMatched, Math.Min(query.Token.Rarity, listed.Token.Rarity)) : None;
        if (query.Token.Concept is { } concept && concept == listed.Token.Concept)
            return Math.Min(query.Token.Rarity, listed.Token.Rarity);
        foreach (var group in query.Token.Equivalents)
        {
            if (listed.Token.Equivalents.Contains(group))
                return Math.Min(query.Token.Rarity, listed.Token.Rarity) + weights.EquivalentPenalty;
        }
        return None;
    }

    private static bool SameInitial(Token a, Token b)
    {
        foreach (var x in a.Spellings)
        {
            foreach (var y in b.Spellings)
            {
                if (x.Steps[0].Letter == y.Steps[0].Letter)
                    return true;
            }
        }
        return false;
    }
}
