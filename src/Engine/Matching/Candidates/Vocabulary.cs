using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The distinct words of a watchlist's names, searched for all that a subject's word may be.</summary>
/// <remarks>
/// The spellings form a tree of letters: a beginning shared by a hundred words is compared once, and a beginning that is too far
/// from the subject's word is skipped with all words that share it.
/// </remarks>
internal sealed class Vocabulary
{
    private readonly EditModel _edits;
    private readonly PairWeights _pairs;
    private readonly SpellingTree[] _plain;
    private readonly SpellingTree[] _joined;
    private readonly Dictionary<(string Form, Script Script), List<int>> _byForm = [];
    private readonly Dictionary<int, List<int>> _byEquivalent = [];
    private readonly Dictionary<string, List<int>> _byConcept = new(StringComparer.Ordinal);

    /// <summary>Numbers the words and sorts their spellings.</summary>
    public Vocabulary(IReadOnlyCollection<Token> tokens, EditModel edits, PairWeights pairs)
    {
        _edits = edits;
        _pairs = pairs;
        Tokens = [.. tokens];
        for (var id = 0; id < Tokens.Length; id++)
        {
            var token = Tokens[id];
            token.Id = id;
            if (!token.IsJoined)
                AddTo(_byForm, (token.Form, token.Script), id);
            foreach (var group in token.Equivalents)
                AddTo(_byEquivalent, group, id);
            if (token.Concept is { } concept)
                AddTo(_byConcept, concept, id);
        }
        _plain = [SpellingTree.Of(Tokens, isJoined: false, omitsVowels: false), SpellingTree.Of(Tokens, isJoined: false, omitsVowels: true)];
        _joined = [SpellingTree.Of(Tokens, isJoined: true, omitsVowels: false), SpellingTree.Of(Tokens, isJoined: true, omitsVowels: true)];
    }

    /// <summary>The words; a word's place is its <see cref="Token.Id"/>.</summary>
    public Token[] Tokens { get; }

    /// <summary>Finds all words whose edit cost from a subject's word may be within <see cref="PairWeights.LimitOf"/>.</summary>
    /// <param name="query">The subject's word.</param>
    /// <param name="costs">For each word its least cost; must hold infinity everywhere and is only lowered.</param>
    /// <param name="found">Takes the ids of the words found, each once.</param>
    public void Search(Token query, float[] costs, List<int> found)
    {
        foreach (var same in query.IsJoined ? [] : _byForm.GetValueOrDefault((query.Form, query.Script)) ?? [])
            Lower(costs, found, same, 0);
        var limit = _pairs.LimitOf(query);
        foreach (var spelling in query.Spellings)
        {
            foreach (var words in _plain)
                Search(words, spelling, limit, costs, found);
        }
    }

    /// <summary>The same among the words that are two neighboring words of a name written as one.</summary>
    public void SearchJoined(Token query, float[] costs, List<int> found)
    {
        var limit = Math.Min(_pairs.LimitOf(query), _pairs.JoinedLimit);
        foreach (var spelling in query.Spellings)
        {
            foreach (var words in _joined)
                Search(words, spelling, limit, costs, found);
        }
    }

    /// <summary>The words that are a subject's word by another name, or the same concept in another language.</summary>
    public IEnumerable<int> Related(Token query)
    {
        foreach (var group in query.Equivalents)
        {
            foreach (var id in _byEquivalent.GetValueOrDefault(group) ?? [])
                yield return id;
        }
        if (query.Concept is { } concept)
        {
            foreach (var id in _byConcept.GetValueOrDefault(concept) ?? [])
                yield return id;
        }
    }

    private void Search(SpellingTree words, Spelling query, float limit, float[] costs, List<int> found)
    {
        if (words.Count == 0 || query.Length == 0)
            return;
        Span<float> rows = stackalloc float[(EditModel.MaxLength + 1) * (query.Length + 1)];
        Span<EditModel.Search.Row> known = stackalloc EditModel.Search.Row[EditModel.MaxLength + 1];
        var search = new EditModel.Search(_edits, words.OmitVowels, query, limit, rows, known);
        search.FirstRow();
        for (var node = 0; node < words.Count;)
        {
            int depth = words.Depth(node);
            ref readonly var step = ref words.Step(node);
            search.NextRow(depth, step);
            if (search.IsHopeless(depth, step.Open))
            {
                node = words.After(node);
                continue;
            }
            if (words.WordsAt(node) is { Length: > 0 } ids && search.Total(depth) is var cost && cost <= limit)
            {
                foreach (var id in ids)
                    Lower(costs, found, id, cost);
            }
            node++;
        }
    }

    private static void Lower(float[] costs, List<int> found, int id, float cost)
    {
        if (float.IsPositiveInfinity(costs[id]))
            found.Add(id);
        costs[id] = Math.Min(costs[id], cost);
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<int>> map, TKey key, int id) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        list.Add(id);
    }
}
