using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>A reading prepared for <see cref="EditModel"/>.</summary>
/// <remarks>The prices of a letter left over come twice: against a spelling of the same kind, and against one of the other kind
/// (one side omits its vowels, the other does not).</remarks>
internal sealed class Spelling
{
    /// <summary>1–26 for a–z, 27–36 for 0–9.</summary>
    public required byte[] Letters { get; init; }

    /// <summary>For each letter the graphemes of 2, 3 and 4 letters ending at it; 0 for none.</summary>
    public required byte[] Clusters { get; init; }

    /// <summary>For each letter the length of the longest grapheme that ends at it; 1 for the letter alone.</summary>
    public required byte[] Reach { get; init; }

    /// <summary>For each beginning (0 to all letters) how many of its last letters may still become a longer grapheme.</summary>
    public required byte[] Open { get; init; }

    /// <summary>Whether the script left the short vowels out.</summary>
    public required bool OmitsVowels { get; init; }

    /// <summary>The price of each letter where the other spelling is of the same kind.</summary>
    public required float[] LeftOver { get; init; }

    /// <summary>The price of each letter where the other spelling is of the other kind.</summary>
    public required float[] LeftOverMixed { get; init; }
}

/// <summary>What it costs, in bits, to read one spelling as another: a weighted edit distance over graphemes.</summary>
/// <remarks>
/// <para>The costs are a table (<c>edits.tsv</c>): kh for h, q for k, ou for u are cheap, an arbitrary letter for another is a
/// typing error. A reading that omits its short vowels has costs of its own, where a vowel on the other side is nearly free.</para>
/// <para>The runtime is a table lookup in a dynamic program, one row per letter; it allocates nothing. Rows can be kept and
/// continued, so that a sorted vocabulary is searched without computing a shared beginning twice.</para>
/// </remarks>
internal sealed class EditModel
{
    /// <summary>Longer spellings are compared by their first letters only.</summary>
    public const int MaxLength = 32;

    /// <summary>How many lengths of longer graphemes there are: 2, 3 and 4 letters.</summary>
    private const int ClusterLengths = 3;

    private const float Never = 1e6f;
    private const float DoubledLetter = 0.5f;
    private const float FirstLetter = 1.5f;
    private const float OrdinaryVariant = 2.6f;
    private const float Transposition = 4.6f;

    // Grapheme numbers: 0 nothing, 1–26 letters, 27–36 digits, then the graphemes of several letters that the table names.
    private const int FirstCluster = 37;
    private readonly FrozenDictionary<string, byte> _clusters;
    private readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _clusterOf;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginningOf;
    private readonly int _count;
    private readonly float[] _voweled;
    private readonly float[] _omittingFirst;
    private readonly float[] _omittingSecond;

    /// <summary>Reads a table of edit costs.</summary>
    public EditModel(string path)
    {
        var rows = TableFile.Rows(path, 5).ToList();
        var names = rows.SelectMany(r => r.Take(2)).Where(g => g.Length > 1).Distinct(StringComparer.Ordinal).ToList();
        if (names.Any(g => g.Length > ClusterLengths + 1) || FirstCluster + names.Count > byte.MaxValue)
            throw new InvalidDataException($"{path}: a grapheme has at most {ClusterLengths + 1} letters, and there are at most {byte.MaxValue - FirstCluster} of several letters");
        _clusters = names.Select((g, i) => (g, i)).ToFrozenDictionary(p => p.g, p => (byte)(FirstCluster + p.i), StringComparer.Ordinal);
        _clusterOf = _clusters.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginningOf = names.SelectMany(g => Enumerable.Range(1, g.Length - 1).Select(n => g[..n])).ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _count = FirstCluster + names.Count;
        _voweled = Fill(rows, 2);
        _omittingFirst = Fill(rows, 3);
        _omittingSecond = new float[_count * _count];
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b < _count; b++)
                _omittingSecond[b * _count + a] = _omittingFirst[a * _count + b];
        }
    }

    /// <summary>Prepares a reading for comparison.</summary>
    public Spelling Spell(Reading reading)
    {
        var length = Math.Min(reading.Latin.Length, MaxLength);
        var letters = new byte[length];
        var clusters = new byte[length * ClusterLengths];
        var reach = new byte[length];
        var open = new byte[length + 1];
        for (var i = 0; i < length; i++)
        {
            var c = reading.Latin[i];
            letters[i] = (byte)(char.IsAsciiDigit(c) ? 27 + (c - '0') : char.IsAsciiLetterLower(c) ? 1 + (c - 'a') : 0);
            reach[i] = 1;
            for (var extra = 0; extra < ClusterLengths && i - extra - 1 >= 0; extra++)
            {
                if (!_clusterOf.TryGetValue(reading.Latin.AsSpan(i - extra - 1, extra + 2), out var cluster))
                    continue;
                clusters[i * ClusterLengths + extra] = cluster;
                reach[i] = (byte)(extra + 2);
            }
            for (var back = 1; back <= ClusterLengths && back <= i + 1; back++)
            {
                if (_beginningOf.Contains(reading.Latin.AsSpan(i + 1 - back, back)))
                    open[i + 1] = (byte)back;
            }
        }
        return new Spelling
        {
            Letters = letters,
            Clusters = clusters,
            Reach = reach,
            Open = open,
            OmitsVowels = reading.OmitsVowels,
            LeftOver = Price(letters, _voweled, _count),
            LeftOverMixed = reading.OmitsVowels ? Price(letters, _omittingFirst, _count) : Price(letters, _omittingFirst, 1),
        };
    }

    // The price of each letter the other spelling does not have; little beside its twin, more at the beginning.
    private static float[] Price(byte[] letters, float[] table, int stride)
    {
        var prices = new float[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var price = table[letters[i] * stride];
            prices[i] = i == 0 ? price + FirstLetter : letters[i] == letters[i - 1] ? Math.Min(price, DoubledLetter) : price;
        }
        return prices;
    }

    /// <summary>The letters a spelling was made from.</summary>
    public static string LettersOf(Spelling spelling) => string.Create(spelling.Letters.Length, spelling.Letters, (text, letters) =>
    {
        for (var i = 0; i < letters.Length; i++)
            text[i] = (char)(letters[i] > 26 ? '0' + letters[i] - 27 : 'a' + letters[i] - 1);
    });

    /// <summary>The cheapest way to read one spelling as the other, in bits: 0 for the same letters, infinite above a limit.</summary>
    /// <param name="a">One spelling.</param>
    /// <param name="b">The other. The cost does not depend on the order of the two.</param>
    /// <param name="limit">Costs above it do not matter to the caller.</param>
    public float Cost(Spelling a, Spelling b, float limit)
    {
        if (a.Letters.Length == 0 || b.Letters.Length == 0)
            return float.PositiveInfinity;
        var width = b.Letters.Length + 1;
        Span<float> rows = stackalloc float[(a.Letters.Length + 1) * width];
        Span<float> best = stackalloc float[MaxLength + 1];
        var search = new Search(this, a.OmitsVowels, b, rows, best);
        search.FirstRow();
        for (var i = 1; i <= a.Letters.Length; i++)
        {
            search.NextRow(i, a);
            if (search.IsHopeless(i, a, limit))
                return float.PositiveInfinity;
        }
        var total = search.Total(a.Letters.Length);
        return total <= limit ? total : float.PositiveInfinity;
    }

    /// <summary>The rows of the dynamic program between one spelling b, the columns, and any number of spellings a, the rows.</summary>
    internal readonly ref struct Search
    {
        private readonly Span<float> _rows;
        private readonly Span<float> _best;
        private readonly Spelling _b;
        private readonly float[] _table;
        private readonly float[] _right;
        private readonly int _count;
        private readonly int _width;
        private readonly bool _isMixed;

        /// <param name="model">The costs.</param>
        /// <param name="rowsOmitVowels">Whether the spellings a omit their vowels.</param>
        /// <param name="b">The spelling of the columns.</param>
        /// <param name="rows">Room for the rows.</param>
        /// <param name="best">Room for the least value of each row.</param>
        public Search(EditModel model, bool rowsOmitVowels, Spelling b, Span<float> rows, Span<float> best)
        {
            _isMixed = rowsOmitVowels != b.OmitsVowels;
            _table = !_isMixed ? model._voweled : rowsOmitVowels ? model._omittingFirst : model._omittingSecond;
            _right = _isMixed ? b.LeftOverMixed : b.LeftOver;
            _count = model._count;
            _width = b.Letters.Length + 1;
            _rows = rows;
            _best = best;
            _b = b;
        }

        /// <summary>The cost once all letters of a, so many, have their row.</summary>
        public float Total(int length) => _rows[length * _width + _width - 1];

        /// <summary>True when no longer spelling that begins like this can stay within the limit.</summary>
        public bool IsHopeless(int i, Spelling a, float limit)
        {
            // Only rows from which a longer grapheme may still reach beyond this one matter.
            for (var k = i - a.Open[i]; k <= i; k++)
            {
                if (_best[k] <= limit)
                    return false;
            }
            return true;
        }

        /// <summary>Fills the row of the empty beginning.</summary>
        public void FirstRow()
        {
            _rows[0] = _best[0] = 0;
            for (var j = 1; j < _width; j++)
            {
                var value = _rows[j - 1] + _right[j - 1];
                for (var length = 2; length <= _b.Reach[j - 1]; length++)
                    value = Math.Min(value, _rows[j - length] + _table[Cluster(_b, j, length)]);
                _rows[j] = value;
            }
        }

        /// <summary>Fills row <paramref name="i"/>, the first i letters of <paramref name="a"/>, from the rows above.</summary>
        public void NextRow(int i, Spelling a)
        {
            var above = _rows.Slice((i - 1) * _width, _width);
            var row = _rows.Slice(i * _width, _width);
            int letter = a.Letters[i - 1], previous = i > 1 ? a.Letters[i - 2] : 0;
            var costs = _table.AsSpan(letter * _count, _count);
            var leftOver = (_isMixed ? a.LeftOverMixed : a.LeftOver)[i - 1];
            ReadOnlySpan<byte> letters = _b.Letters, reach = _b.Reach;
            ReadOnlySpan<float> right = _right;
            var left = row[0] = above[0] + leftOver;
            var least = left;
            for (var j = 1; j < row.Length; j++)
            {
                int other = letters[j - 1];
                // 1. A letter for a letter; the first letter is the one people get right.
                var substitution = costs[other];
                if (i == 1 && j == 1 && substitution > OrdinaryVariant)
                    substitution += FirstLetter;
                // 2. A letter of a, or of b, left over.
                var value = Math.Min(above[j - 1] + substitution, Math.Min(above[j] + leftOver, left + right[j - 1]));
                // 3. Two neighbors exchanged.
                if (previous == other && i > 1 && j > 1 && letter == letters[j - 2] && letter != other)
                    value = Math.Min(value, _rows[(i - 2) * _width + j - 2] + Transposition);
                // 4. A longer grapheme of b for this letter, or left over.
                for (var length = 2; length <= reach[j - 1]; length++)
                {
                    if (Cluster(_b, j, length) is var cluster and not 0)
                        value = Math.Min(value, Math.Min(above[j - length] + costs[cluster], row[j - length] + _table[cluster]));
                }
                row[j] = left = value;
                least = Math.Min(least, value);
            }
            // 5. A longer grapheme of a for a letter or grapheme of b, or left over.
            for (var length = 2; length <= a.Reach[i - 1]; length++)
            {
                if (Cluster(a, i, length) is var cluster and not 0)
                    least = Math.Min(least, WithCluster(_rows.Slice((i - length) * _width, _width), row, cluster));
            }
            _best[i] = least;
        }

        private float WithCluster(ReadOnlySpan<float> from, Span<float> row, int grapheme)
        {
            var costs = _table.AsSpan(grapheme * _count, _count);
            var least = Never;
            for (var j = 0; j < row.Length; j++)
            {
                var value = Math.Min(row[j], from[j] + costs[0]);
                if (j > 0)
                {
                    value = Math.Min(value, from[j - 1] + costs[_b.Letters[j - 1]]);
                    for (var length = 2; length <= _b.Reach[j - 1]; length++)
                    {
                        if (Cluster(_b, j, length) is var cluster and not 0)
                            value = Math.Min(value, from[j - length] + costs[cluster]);
                    }
                    // What stands to the left may have become cheaper.
                    value = Math.Min(value, row[j - 1] + _right[j - 1]);
                }
                row[j] = value;
                least = Math.Min(least, value);
            }
            return least;
        }

        private static byte Cluster(Spelling spelling, int end, int length) => spelling.Clusters[(end - 1) * ClusterLengths + length - 2];
    }

    private float[] Fill(List<string[]> rows, int column)
    {
        var table = new float[_count * _count];
        Array.Fill(table, Never);
        foreach (var row in rows)
        {
            var bits = float.Parse(row[column].Length > 0 ? row[column] : row[2], CultureInfo.InvariantCulture);
            foreach (var a in Graphemes(row[0]))
            {
                foreach (var b in Graphemes(row[1]))
                {
                    table[a * _count + b] = bits;
                    // A grapheme left over is priced for each side; all other rows hold both ways.
                    if (column == 2 || (a != 0 && b != 0))
                        table[b * _count + a] = bits;
                }
            }
        }
        for (var g = 1; g < _count; g++)
            table[g * _count + g] = 0;
        return table;
    }

    private IEnumerable<int> Graphemes(string name) => name switch
    {
        "-" => [0],
        "V" => "aeiou".Select(c => c - 'a' + 1),
        "C" => "bcdfghjklmnpqrstvwxyz".Select(c => c - 'a' + 1),
        "D" => Enumerable.Range(27, 10),
        { Length: 1 } => [name[0] - 'a' + 1],
        _ => [_clusters[name]],
    };
}
