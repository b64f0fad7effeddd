using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The distinct words of a watchlist's names, searched for all that a subject's word may be.</summary>
/// <remarks>
/// The spellings are sorted, and the rows of the edit distance are kept from one to the next: a beginning shared by a hundred words
/// is computed once, and a beginning that is too far from the subject's word is skipped with all words that share it.
/// </remarks>
internal sealed class Vocabulary
{
    private readonly EditModel _edits;
    private readonly Sorted[] _plain;
    private readonly Sorted[] _joined;
    private readonly Dictionary<(string Form, Script Script), int> _byForm = [];
    private readonly Dictionary<int, List<int>> _byEquivalent = [];
    private readonly Dictionary<string, List<int>> _byConcept = new(StringComparer.Ordinal);

    /// <summary>Numbers the words and sorts their spellings.</summary>
    public Vocabulary(IReadOnlyCollection<Token> tokens, EditModel edits)
    {
        _edits = edits;
        Tokens = [.. tokens];
        for (var id = 0; id < Tokens.Length; id++)
        {
            var token = Tokens[id];
            token.Id = id;
            if (!token.IsJoined)
                _byForm[(token.Form, token.Script)] = id;
            foreach (var group in token.Equivalents)
                AddTo(_byEquivalent, group, id);
            if (token.Concept is { } concept)
                AddTo(_byConcept, concept, id);
        }
        _plain = [Sorted.From(Tokens, isJoined: false, omitsVowels: false), Sorted.From(Tokens, isJoined: false, omitsVowels: true)];
        _joined = [Sorted.From(Tokens, isJoined: true, omitsVowels: false), Sorted.From(Tokens, isJoined: true, omitsVowels: true)];
    }

    /// <summary>The words; a word's place is its <see cref="Token.Id"/>.</summary>
    public Token[] Tokens { get; }

    /// <summary>Finds all words whose edit cost from a subject's word may be within the limit of <see cref="PairWeights.Limit"/>.</summary>
    /// <param name="query">The subject's word.</param>
    /// <param name="costs">For each word its least cost; must hold infinity everywhere and is only lowered.</param>
    /// <param name="found">Takes the ids of the words found, each once.</param>
    public void Search(Token query, float[] costs, List<int> found)
    {
        if (!query.IsJoined && _byForm.TryGetValue((query.Form, query.Script), out var same))
            Lower(costs, found, same, 0);
        foreach (var spelling in query.Spellings)
        {
            foreach (var words in _plain)
                Search(words, spelling, costs, found);
        }
    }

    /// <summary>The same among the words that are two neighboring words of a name written as one.</summary>
    public void SearchJoined(Token query, float[] costs, List<int> found)
    {
        foreach (var spelling in query.Spellings)
        {
            foreach (var words in _joined)
                Search(words, spelling, costs, found);
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

    private void Search(Sorted words, Spelling query, float[] costs, List<int> found)
    {
        if (words.Spellings.Length == 0 || query.Letters.Length == 0)
            return;
        Span<float> rows = stackalloc float[(EditModel.MaxLength + 1) * (query.Letters.Length + 1)];
        Span<float> best = stackalloc float[EditModel.MaxLength + 1];
        var search = new EditModel.Search(_edits, words.OmitVowels, query, rows, best);
        search.FirstRow();
        // Rows up to this length hold for the present word; where a beginning is hopeless, its length.
        int valid = 0, hopeless = int.MaxValue;
        for (var i = 0; i < words.Spellings.Length; i++)
        {
            var spelling = words.Spellings[i];
            int shared = words.Shared[i];
            if (shared >= hopeless)
                continue;
            hopeless = int.MaxValue;
            valid = Math.Min(valid, shared);
            while (valid < spelling.Letters.Length)
            {
                valid++;
                search.NextRow(valid, spelling);
                if (!search.IsHopeless(valid, spelling, PairWeights.Limit))
                    continue;
                hopeless = valid;
                break;
            }
            if (hopeless != int.MaxValue)
                continue;
            var cost = search.Total(spelling.Letters.Length);
            if (cost <= PairWeights.Limit)
                Lower(costs, found, words.Ids[i], cost);
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

    /// <summary>Spellings in the order of their letters.</summary>
    /// <param name="Spellings">The spellings.</param>
    /// <param name="Ids">The word each belongs to.</param>
    /// <param name="Shared">How many letters each shares with the one before it.</param>
    /// <param name="OmitVowels">Whether these are spellings that omit their vowels.</param>
    private sealed record Sorted(Spelling[] Spellings, int[] Ids, byte[] Shared, bool OmitVowels)
    {
        public static Sorted From(Token[] tokens, bool isJoined, bool omitsVowels)
        {
            var all = tokens.Where(t => t.IsJoined == isJoined).SelectMany(t => t.Spellings.Where(s => s.OmitsVowels == omitsVowels).Select(s => (Spelling: s, t.Id))).ToArray();
            Array.Sort(all, (a, b) => a.Spelling.Letters.AsSpan().SequenceCompareTo(b.Spelling.Letters) is var order and not 0 ? order : a.Id - b.Id);
            var shared = new byte[all.Length];
            for (var i = 1; i < all.Length; i++)
                shared[i] = (byte)all[i].Spelling.Letters.AsSpan().CommonPrefixLength(all[i - 1].Spelling.Letters);
            return new Sorted([.. all.Select(x => x.Spelling)], [.. all.Select(x => x.Id)], shared, omitsVowels);
        }
    }
}
