using Marsad.Engine.Matching.Index;
using Marsad.Engine.Names;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The distinct words of a watchlist's names, searched for all that a subject's word may be paired with.</summary>
internal sealed class Vocabulary
{
    private readonly ScoringModel _model;
    private readonly bool _ofPeople;
    private readonly bool _ofSubjects;
    private readonly Section<TokenRecord> _records;
    private readonly Section<byte> _texts;
    private readonly Section<KeyRecord> _keys;
    private readonly SpellingTrees _trees;
    private readonly Token?[] _tokens;

    public Vocabulary(ScoringModel model, bool ofPeople, IndexSections sections, bool ofSubjects = false)
    {
        (_model, _ofPeople, _ofSubjects) = (model, ofPeople, ofSubjects);
        _records = sections.Of<TokenRecord>(SectionId.Tokens, ofPeople);
        _texts = sections.Of<byte>(SectionId.TokenTexts, ofPeople);
        _keys = sections.Of<KeyRecord>(SectionId.TokenKeys, ofPeople);
        _trees = new SpellingTrees(sections, ofPeople);
        _tokens = new Token?[Count];
    }

    /// <summary>How many words there are.</summary>
    public int Count => _records.Count - 1;

    /// <summary>A word, prepared when it is first asked for.</summary>
    public Token this[int id] => _tokens[id] ??= Read(id);

    private Token Read(int id)
    {
        var records = _records.Span;
        return TokenTexts.Read(_texts.Span[records[id].Text..records[id + 1].Text], _ofPeople, _model.Forms);
    }

    /// <summary>Finds the words whose edit cost from a subject's word is within <see cref="PairWeights.LimitOf(Token)"/>, or that are the same word.</summary>
    /// <param name="query">The subject's word.</param>
    /// <param name="costs">Takes each word with its least cost.</param>
    public void Search(Token query, Dictionary<int, float> costs)
    {
        if (!query.IsJoined)
        {
            foreach (var key in KeyRecord.Find(_keys.Span, TokenTexts.FormKey(query)))
            {
                if (this[key.Value] is { IsJoined: false } same && same.Form == query.Form && same.Script == query.Script)
                    costs[key.Value] = 0;
            }
        }
        var limit = _model.Pairs.LimitOf(query);
        var found = new List<(int Token, float Cost)>();
        foreach (var spelling in query.Spellings)
        {
            foreach (ref readonly var tree in _trees.Trees)
            {
                // Two words written as one meet one word, not two.
                if (tree.IsJoined == 0)
                    _trees.Search(_model.Edits, tree, spelling, limit, found);
                else if (PairWeights.MayBeTwo(query))
                    _trees.Search(_model.Edits, tree, spelling, Math.Min(limit, _model.Pairs.JoinedLimit), found);
            }
        }
        foreach (var (token, cost) in found)
        {
            if (!costs.TryGetValue(token, out var known) || cost < known)
                costs[token] = cost;
        }
    }

    /// <summary>Finds the terms that a word of a subject's name may be paired with, and what each pair brings.</summary>
    /// <param name="word">The word; not an initial.</param>
    /// <param name="terms">The terms of the names.</param>
    public Credits CreditsOf(NameWord word, ReadOnlySpan<TermRecord> terms)
    {
        var costs = new Dictionary<int, float>();
        Search(word.Token, costs);
        List<(int Term, float Value, float Bits)> plain = [], joined = [];
        foreach (var (token, cost) in costs)
            Pair(word, token, cost, terms, this[token].IsJoined ? joined : plain);
        foreach (var token in Related(word.Token))
            Pair(word, token, costs.GetValueOrDefault(token, float.PositiveInfinity), terms, plain);
        foreach (var letter in word.Token.Spellings.Where(s => s.Length > 0).Select(s => s.Steps[0].Letter).Distinct())
        {
            foreach (var key in KeyRecord.Find(_keys.Span, TokenTexts.InitialKey(letter)))
                Pair(word, this[terms[key.Value].Token], key.Value, float.PositiveInfinity, terms, plain);
        }
        var counts = plain.Concat(joined).Select(f => f.Term).Distinct().ToDictionary(t => t, _ => 0);
        foreach (var term in counts.Keys.ToArray())
            counts[term] = terms[term + 1].FirstPosting - terms[term].FirstPosting;
        return new Credits(word, CreditList.Of(plain, t => counts[t]), CreditList.Of(joined, t => counts[t]));
    }

    private void Pair(NameWord word, int token, float cost, ReadOnlySpan<TermRecord> terms, List<(int Term, float Value, float Bits)> found)
    {
        var records = _records.Span;
        for (var term = records[token].FirstTerm; term < records[token + 1].FirstTerm; term++)
            Pair(word, this[token], term, cost, terms, found);
    }

    private void Pair(NameWord word, Token listed, int term, float cost, ReadOnlySpan<TermRecord> terms, List<(int Term, float Value, float Bits)> found)
    {
        var other = new NameWord(listed, terms[term].Role, "");
        var (asked, met) = _ofSubjects ? (other, word) : (word, other);
        var bits = _model.Names.Bits(asked, met, _ofPeople, _model.Pairs.OfCost(asked.Token, met.Token, cost));
        if (bits != PairWeights.None)
            found.Add((term, (float)bits - terms[term].Alone, (float)bits));
    }

    // The words that are a subject's word by another name, or the same concept in another language.
    private List<int> Related(Token query)
    {
        var related = new List<int>();
        foreach (var group in query.Equivalents)
            Add(TokenTexts.EquivalentKey(group), t => t.Equivalents.Contains(group));
        if (query.Concept is { } concept)
            Add(TokenTexts.ConceptKey(concept), t => t.Concept == concept);
        return related;

        void Add(ulong hash, Func<Token, bool> isRight)
        {
            foreach (var key in KeyRecord.Find(_keys.Span, hash))
            {
                if (isRight(this[key.Value]))
                    related.Add(key.Value);
            }
        }
    }
}
