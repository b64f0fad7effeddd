using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary>Learns one column of the edit table: what graphemes of one kind of spelling stand for which of another.</summary>
/// <remarks>
/// <para>1. Single letters are learned by expectation-maximization. 2. Of a word's several readings the likeliest is kept. 3. In the
/// likeliest way to make each pair, neighboring steps that are no mere change of one letter are tried as one step (kh for h, ou for u);
/// those are admitted that explain the pairs best, in bits, over all pairs. 4. All is learned again with them.</para>
/// </remarks>
internal sealed class EditLearning
{
    private const int Rounds = 6;
    private const double LeastSeen = 6;

    // One sound that the starter lists hold too seldom to be found by itself: Djamel, Jamal.
    private static readonly (string, string)[] AlwaysAdmitted = [("dj", "j"), ("j", "dj")];

    private readonly List<(string A, string B, double Weight)> _pairs = [];
    private readonly Dictionary<string, double> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _second = new(StringComparer.Ordinal);

    private EditLearning(GraphemeAlignment alignment, bool isSymmetric)
    {
        Alignment = alignment;
        IsSymmetric = isSymmetric;
    }

    /// <summary>The counts of the last round.</summary>
    public GraphemeAlignment Alignment { get; private set; }

    /// <summary>Whether the two sides are of one kind.</summary>
    public bool IsSymmetric { get; }

    /// <summary>The pairs of graphemes of several letters that were admitted.</summary>
    public IReadOnlyList<(string A, string B)> Clusters { get; private set; } = [];

    /// <summary>How many pairs were learned from.</summary>
    public int PairCount => _pairs.Count;

    /// <summary>The mean log2 chance of a pair in the last round.</summary>
    public double MeanBits { get; private set; }

    /// <summary>How often a grapheme occurs on the first side, or on the second.</summary>
    public double Occurrences(string grapheme, bool onFirst) => (onFirst ? _first : _second).GetValueOrDefault(grapheme);

    /// <summary>Learns from pairs.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="isSymmetric">Whether the sides may be exchanged.</param>
    /// <param name="mostClusters">How many pairs of longer graphemes may be admitted.</param>
    public static EditLearning Learn(IReadOnlyList<SpellingPair> pairs, bool isSymmetric, int mostClusters)
    {
        var learning = new EditLearning(new GraphemeAlignment(), isSymmetric);
        learning.Take(pairs, p => p.First[0]);
        learning.Run(); // step 1
        if (pairs.Any(p => p.First.Count > 1)) // step 2
        {
            learning.Take(pairs, p => p.First.Count == 1 ? p.First[0] : p.First.MaxBy(r => learning.Alignment.Weigh(Marked(r), Marked(p.Second)))!);
            learning.Run();
        }
        var explained = learning.Explain().OrderByDescending(c => c.Bits).ThenBy(c => c.A + "~" + c.B, StringComparer.Ordinal).Take(mostClusters).Select(c => (c.A, c.B));
        learning.Clusters = [.. explained.Union(isSymmetric && mostClusters > 0 ? AlwaysAdmitted : [])]; // step 3
        learning.Alignment = new GraphemeAlignment();
        foreach (var (a, b) in learning.Clusters)
            learning.Alignment.Admit(a, b, 1);
        learning.Run(); // step 4
        learning.CountOccurrences();
        return learning;
    }

    /// <summary>log2 of the chance of a pair by its likeliest reading.</summary>
    public double BitsOf(SpellingPair pair) => pair.First.Max(r => Alignment.Weigh(Marked(r), Marked(pair.Second)));

    /// <summary>A pair of words in whose likeliest reading one grapheme stands for another.</summary>
    public string ExampleOf(string a, string b) => _pairs
        .Where(p => p.A.Contains(a, StringComparison.Ordinal) && p.B.Contains(b, StringComparison.Ordinal) && Alignment.Best(p.A, p.B).Contains((a, b)))
        .OrderByDescending(p => p.Weight).ThenBy(p => p.A, StringComparer.Ordinal).Select(p => $"{p.A} ~ {p.B}".ToLowerInvariant()).FirstOrDefault("");

    /// <summary>A word with its last letter marked where it counts apart there.</summary>
    public static string Marked(string latin)
    {
        Span<char> marked = stackalloc char[latin.Length];
        EditTable.Mark(latin, marked);
        return new string(marked);
    }

    private void Take(IReadOnlyList<SpellingPair> pairs, Func<SpellingPair, string> reading)
    {
        _pairs.Clear();
        var taken = pairs.Select(p => (A: Marked(reading(p)), B: Marked(p.Second), p.Weight)).ToList();
        _pairs.AddRange(taken);
        if (IsSymmetric)
            _pairs.AddRange(taken.Select(p => (p.B, p.A, p.Weight)));
    }

    private void Run()
    {
        Alignment.Begin();
        for (var round = 0; round < Rounds; round++)
            MeanBits = Alignment.Learn(_pairs);
    }

    // What each pair of longer graphemes would explain: how much likelier it is as one step than as several, over all its occurrences.
    private List<(string A, string B, double Bits)> Explain()
    {
        var seen = new Dictionary<(string, string), double>();
        var steps = new Dictionary<(string, string), double>();
        double total = 0;
        foreach (var (a, b, weight) in _pairs)
        {
            var best = Alignment.Best(a, b);
            foreach (var step in best)
            {
                steps[step] = steps.GetValueOrDefault(step) + weight;
                total += weight;
            }
            foreach (var window in Windows(best).Distinct())
                seen[window] = seen.GetValueOrDefault(window) + weight;
        }
        double BitsOf(string a, string b) => -Math.Log2(steps.GetValueOrDefault((a, b), 0.5) / total);
        double Composed(string a, string b) => Alignment.Best(a, b) is { Count: > 0 } way ? way.Sum(s => BitsOf(s.A, s.B)) : 40;
        return [.. seen.Where(w => w.Value >= LeastSeen)
            .Select(w => (w.Key.Item1, w.Key.Item2, w.Value * (Composed(w.Key.Item1, w.Key.Item2) + Math.Log2(w.Value / total))))
            .Where(w => w.Item3 > 0)];
    }

    // Neighboring steps whose graphemes differ in length; a step that keeps its letter may take part beside letters of its own kind.
    private static IEnumerable<(string A, string B)> Windows(List<(string A, string B)> steps)
    {
        for (var from = 0; from < steps.Count; from++)
        {
            string a = "", b = "";
            int kept = 0, changed = 0;
            for (var to = from; to < steps.Count && to < from + 4; to++)
            {
                a += steps[to].A;
                b += steps[to].B;
                var keeps = Same(steps[to].A, steps[to].B);
                kept += keeps ? 1 : 0;
                changed += keeps ? 0 : 1;
                if (a.Length > 3 || b.Length > 3)
                    break;
                if (to > from && a.Length != b.Length && changed > 0 && kept <= 1 && IsOneSound(a) && IsOneSound(b))
                    yield return (a, b);
            }
        }
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    // Vowels alone, or consonants alone; h, y and w go with either.
    private static bool IsOneSound(string letters) =>
        letters.All(c => "aeiouhywAEIOUHY".Contains(c, StringComparison.Ordinal)) || !letters.Any(c => "aeiouAEIOU".Contains(c, StringComparison.Ordinal));

    private void CountOccurrences()
    {
        foreach (var (a, b, weight) in _pairs)
        {
            Count(_first, a, weight);
            Count(_second, b, weight);
        }
    }

    private static void Count(Dictionary<string, double> counts, string word, double weight)
    {
        for (var length = 1; length <= 3; length++)
        {
            for (var at = 0; at + length <= word.Length; at++)
                counts[word.Substring(at, length)] = counts.GetValueOrDefault(word.Substring(at, length)) + weight;
        }
        for (var at = 0; at < word.Length; at++)
        {
            // How often a letter stands in each context, and how often anything might have stood there.
            var place = "@" + (int)EditTable.ContextOf(word, at);
            counts[place + word[at]] = counts.GetValueOrDefault(place + word[at]) + weight;
            counts[place] = counts.GetValueOrDefault(place) + weight;
        }
    }
}
