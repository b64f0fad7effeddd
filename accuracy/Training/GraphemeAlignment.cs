using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary>A joint model of two spellings: which grapheme of one stands for which of the other, and how often.</summary>
/// <remarks>
/// <para>A pair of spellings is made by steps, each of which writes a grapheme on one side, on the other, or on both. The chance of
/// a pair is the sum over all ways to make it; expectation-maximization counts each step by its share of that sum and makes the
/// counts the next chances, until they settle. Deterministic: the same pairs in the same order give the same counts to the bit.</para>
/// <para>A letter left over is a step of its own for each <see cref="LeftContext"/>.</para>
/// </remarks>
internal sealed class GraphemeAlignment
{
    private const int Longest = 3;
    private const double Unseen = 1e-7;

    // Graphemes by number; 0 is nothing, as a–z (and the marked finals) come the letters, then what is learned.
    private readonly List<string> _graphemes = [""];
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<(int, int), double> _seeds = [];
    private double[] _chance = [];
    private double[] _count = [];
    private int _size;

    // Rows 1 to 8 of the left-over space: side × context.
    private const int Places = 8;

    public GraphemeAlignment()
    {
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz0123456789" + EditTable.Finals.ToUpperInvariant())
            NumberOf(letter.ToString(), add: true);
    }

    /// <summary>The graphemes known, nothing first.</summary>
    public IReadOnlyList<string> Graphemes => _graphemes;

    /// <summary>Admits a pair of graphemes of several letters, with the number of times it was seen.</summary>
    public void Admit(string a, string b, double count) => _seeds[(NumberOf(a, add: true), NumberOf(b, add: true))] = count;

    /// <summary>How often a grapheme of the first side stood for one of the second.</summary>
    public double Count(string a, string b) =>
        _numberOf.TryGetValue(a, out var x) && _numberOf.TryGetValue(b, out var y) ? _count[x * _size + y] : 0;

    /// <summary>How often a letter was left over.</summary>
    public double LeftOver(bool ofFirst, LeftContext context, string letter) => _count[Place(ofFirst, (int)context, _numberOf[letter])];

    /// <summary>Begins with chances that prefer the same letter.</summary>
    public void Begin()
    {
        _size = _graphemes.Count;
        var size = _size * _size + Places * _size;
        var before = _chance;
        _chance = new double[size];
        _count = new double[size];
        for (var a = 1; a < 1 + 36 + EditTable.Finals.Length; a++)
        {
            for (var b = 1; b < 1 + 36 + EditTable.Finals.Length; b++)
                _chance[a * _size + b] = char.ToLowerInvariant(_graphemes[a][0]) == char.ToLowerInvariant(_graphemes[b][0]) ? 0.02 : 0.00002;
            for (var place = 0; place < Places; place++)
                _chance[_size * _size + place * _size + a] = 0.0005;
        }
        foreach (var ((a, b), _) in _seeds)
            _chance[a * _size + b] = 0.002;
    }

    /// <summary>One round of expectation and maximization.</summary>
    /// <returns>The mean log2 chance of a pair.</returns>
    public double Learn(IReadOnlyList<(string A, string B, double Weight)> pairs)
    {
        Array.Clear(_count);
        double sum = 0, weights = 0;
        foreach (var (a, b, weight) in pairs)
        {
            sum += weight * Learn(a, b, weight);
            weights += weight;
        }
        var total = _count.Sum();
        for (var i = 0; i < _chance.Length; i++)
            _chance[i] = _chance[i] > 0 ? Math.Max(_count[i] / total, Unseen * 1e-3) : 0;
        return sum / weights;
    }

    /// <summary>log2 of the chance of a pair.</summary>
    public double Weigh(string a, string b) => Forward(a, b, Prepare(a), Prepare(b))[^1] is var chance and > 0 ? Math.Log2(chance) : double.NegativeInfinity;

    private double Learn(string a, string b, double weight)
    {
        int[] x = Prepare(a), y = Prepare(b);
        var forward = Forward(a, b, x, y);
        var chance = forward[^1];
        if (chance <= 0)
            return -1000;
        var width = b.Length + 1;
        var backward = new double[forward.Length];
        backward[^1] = 1;
        for (var i = a.Length; i >= 0; i--)
        {
            for (var j = b.Length; j >= 0; j--)
            {
                var here = backward[i * width + j];
                if (here == 0 || forward[i * width + j] == 0)
                    continue;
                foreach (var (m, n, step) in Steps(a, b, x, y, i, j))
                {
                    var from = (i - m) * width + j - n;
                    var share = _chance[step] * here;
                    backward[from] += share;
                    _count[step] += weight * forward[from] * share / chance;
                }
            }
        }
        return Math.Log2(chance);
    }

    private double[] Forward(string a, string b, int[] x, int[] y)
    {
        var width = b.Length + 1;
        var forward = new double[(a.Length + 1) * width];
        forward[0] = 1;
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                foreach (var (m, n, step) in Steps(a, b, x, y, i, j))
                    forward[i * width + j] += forward[(i - m) * width + j - n] * _chance[step];
            }
        }
        return forward;
    }

    /// <summary>The likeliest way to make a pair: its steps in order.</summary>
    public List<(string A, string B)> Best(string a, string b)
    {
        int[] x = Prepare(a), y = Prepare(b);
        var width = b.Length + 1;
        var best = new double[(a.Length + 1) * width];
        var by = new (int M, int N)[best.Length];
        best[0] = 1;
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                foreach (var (m, n, step) in Steps(a, b, x, y, i, j))
                {
                    if (best[(i - m) * width + j - n] * _chance[step] is var value && value > best[i * width + j])
                        (best[i * width + j], by[i * width + j]) = (value, (m, n));
                }
            }
        }
        var steps = new List<(string, string)>();
        for (int i = a.Length, j = b.Length; i + j > 0;)
        {
            var (m, n) = by[i * width + j];
            if (m + n == 0)
                return [];
            steps.Add((a.Substring(i - m, m), b.Substring(j - n, n)));
            (i, j) = (i - m, j - n);
        }
        steps.Reverse();
        return steps;
    }

    private IEnumerable<(int M, int N, int Step)> Steps(string a, string b, int[] x, int[] y, int i, int j)
    {
        if (i > 0)
            yield return (1, 0, Place(true, (int)EditTable.ContextOf(a, i - 1), x[(i - 1) * Longest]));
        if (j > 0)
            yield return (0, 1, Place(false, (int)EditTable.ContextOf(b, j - 1), y[(j - 1) * Longest]));
        for (var m = 1; m <= Longest && m <= i; m++)
        {
            if (x[(i - 1) * Longest + m - 1] is not (var first and > 0))
                continue;
            for (var n = 1; n <= Longest && n <= j; n++)
            {
                if (y[(j - 1) * Longest + n - 1] is var second and > 0 && _chance[first * _size + second] > 0)
                    yield return (m, n, first * _size + second);
            }
        }
    }

    private int Place(bool ofFirst, int context, int letter) => _size * _size + ((ofFirst ? 0 : 4) + context) * _size + letter;

    // The numbers of the graphemes of 1, 2 and 3 letters that end at each letter.
    private int[] Prepare(string word)
    {
        var numbers = new int[word.Length * Longest];
        for (var i = 0; i < word.Length; i++)
        {
            for (var length = 1; length <= Longest && length <= i + 1; length++)
                numbers[i * Longest + length - 1] = NumberOf(word.Substring(i + 1 - length, length), add: false);
        }
        return numbers;
    }

    private int NumberOf(string grapheme, bool add)
    {
        if (_numberOf.TryGetValue(grapheme, out var number))
            return number;
        // At the end of a word a longer grapheme is itself.
        if (!add)
            return grapheme.Length > 1 && char.IsAsciiLetterUpper(grapheme[^1]) ? _numberOf.GetValueOrDefault(grapheme.ToLowerInvariant()) : 0;
        _graphemes.Add(grapheme);
        return _numberOf[grapheme] = _graphemes.Count - 1;
    }
}
