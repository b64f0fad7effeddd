namespace Marsad.Engine.Matching.Candidates;

/// <summary>Spellings as a tree of letters, laid out in the order in which it is searched: each node before those below it.</summary>
internal sealed class SpellingTree
{
    private readonly Step[] _steps;
    private readonly byte[] _depths;
    private readonly int[] _after;
    private readonly int[] _firstWord;
    private readonly int[] _words;

    private SpellingTree(bool omitVowels, List<Step> steps, List<byte> depths, List<int> after, List<int> firstWord, List<int> words)
    {
        OmitVowels = omitVowels;
        _steps = [.. steps];
        _depths = [.. depths];
        _after = [.. after];
        _firstWord = [.. firstWord, words.Count];
        _words = [.. words];
    }

    /// <summary>Whether its spellings omit their vowels.</summary>
    public bool OmitVowels { get; }

    /// <summary>How many nodes it has.</summary>
    public int Count => _steps.Length;

    /// <summary>The last letter of the beginning a node stands for.</summary>
    public ref readonly Step Step(int node) => ref _steps[node];

    /// <summary>How many letters the beginning has.</summary>
    public int Depth(int node) => _depths[node];

    /// <summary>The node that follows when everything below a node is left out.</summary>
    public int After(int node) => _after[node];

    /// <summary>The words that end at a node.</summary>
    public ReadOnlySpan<int> WordsAt(int node) => _words.AsSpan(_firstWord[node], _firstWord[node + 1] - _firstWord[node]);

    /// <summary>Builds the tree of some words' spellings.</summary>
    public static SpellingTree Of(Token[] tokens, bool isJoined, bool omitsVowels)
    {
        var all = tokens.Where(t => t.IsJoined == isJoined)
            .SelectMany(t => t.Spellings.Where(s => s.OmitsVowels == omitsVowels && s.Length > 0).Select(s => (Letters: EditModel.LettersOf(s), s.Steps, t.Id))).ToArray();
        Array.Sort(all, (a, b) => string.CompareOrdinal(a.Letters, b.Letters) is var order and not 0 ? order : a.Id - b.Id);
        List<Step> steps = [];
        List<byte> depths = [];
        List<int> after = [], firstWord = [], words = [];
        var path = new Stack<int>();
        var previous = "";
        foreach (var (letters, its, id) in all)
        {
            var shared = previous.AsSpan().CommonPrefixLength(letters);
            while (path.Count > shared)
                after[path.Pop()] = steps.Count;
            for (var i = shared; i < its.Length; i++)
            {
                path.Push(steps.Count);
                steps.Add(its[i]);
                depths.Add((byte)(i + 1));
                after.Add(0);
                firstWord.Add(words.Count);
            }
            words.Add(id);
            previous = letters;
        }
        while (path.Count > 0)
            after[path.Pop()] = steps.Count;
        return new SpellingTree(omitsVowels, steps, depths, after, firstWord, words);
    }
}
