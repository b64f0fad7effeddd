using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>One letter of a spelling with all that comparing it needs.</summary>
/// <remarks>The prices of the letter left over come twice: against a spelling of the same kind, and against one of the other kind
/// (one side omits its vowels, the other does not).</remarks>
/// <param name="Letter">1–26 for a–z, 27–36 for 0–9.</param>
/// <param name="Previous">The letter before it; 0 at the beginning.</param>
/// <param name="Two">The grapheme of two letters that ends here; 0 for none.</param>
/// <param name="Three">The grapheme of three letters that ends here.</param>
/// <param name="Four">The grapheme of four letters that ends here.</param>
/// <param name="Open">How many of the last letters, this one included, may still become a longer grapheme.</param>
/// <param name="Reach">The length of the longest grapheme that ends here; 1 for the letter alone.</param>
/// <param name="LeftOver">The price of the letter where the other spelling is of the same kind.</param>
/// <param name="LeftOverMixed">Its price where the other spelling is of the other kind.</param>
internal readonly record struct Step(byte Letter, byte Previous, byte Two, byte Three, byte Four, byte Open, byte Reach, float LeftOver, float LeftOverMixed)
{
    /// <summary>The grapheme of a length that ends here; 0 for none.</summary>
    public byte Cluster(int length) => length switch { 2 => Two, 3 => Three, _ => Four };

    /// <summary>The price of the letter left over, given of which kind the other spelling is and its own.</summary>
    public float LeftOverAgainst(bool otherOmitsVowels, bool omitsVowels) => otherOmitsVowels == omitsVowels ? LeftOver : LeftOverMixed;
}

/// <summary>A reading prepared for <see cref="EditModel"/>.</summary>
/// <param name="Steps">Its letters.</param>
/// <param name="OmitsVowels">Whether the script left the short vowels out.</param>
internal sealed record Spelling(Step[] Steps, bool OmitsVowels)
{
    /// <summary>How many letters it has.</summary>
    public int Length => Steps.Length;

    /// <summary>Its letters, one bit each.</summary>
    public ulong Letters { get; } = EditBound.LettersOf(Steps);
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

    /// <summary>What sums of the same costs in another order may differ by.</summary>
    private const float RoundingSlack = 0.001f;

    // Grapheme numbers: 0 nothing, 1–26 letters, 27–36 digits, then the graphemes of several letters that the table names.
    private const int FirstCluster = 37;
    private readonly FrozenDictionary<string, byte> _clusters;
    private readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _clusterOf;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginningOf;
    private readonly int _count;
    private readonly float _doubledLetter;
    private readonly float _unwrittenDouble;
    private readonly float _firstLetter;
    private readonly float _ordinaryVariant;
    private readonly float _transposition;
    private readonly float[] _voweled;
    private readonly float[] _omittingFirst;
    private readonly float[] _omittingSecond;
    private readonly EditBound _boundVoweled;
    private readonly EditBound _boundOmittingFirst;
    private readonly EditBound _boundOmittingSecond;
    private readonly EditLengths[] _lengths;

    /// <summary>Reads a table of edit costs; what belongs to no grapheme stands among the weights.</summary>
    public EditModel(string path, Weights weights)
    {
        _doubledLetter = (float)weights.EditDoubledLetter;
        _unwrittenDouble = (float)weights.EditUnwrittenDouble;
        _firstLetter = (float)weights.EditFirstLetter;
        _ordinaryVariant = (float)weights.EditOrdinaryVariant;
        _transposition = (float)weights.EditTransposition;
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
        byte[][] lettersOf = [[], .. Enumerable.Range(1, FirstCluster - 1).Select(g => new[] { (byte)g }), .. names.Select(g => g.Select(LetterOf).ToArray())];
        _boundVoweled = new EditBound(_voweled, lettersOf);
        _boundOmittingFirst = new EditBound(_omittingFirst, lettersOf);
        _boundOmittingSecond = new EditBound(_omittingSecond, lettersOf);
        byte[] lengthOf = [.. lettersOf.Select(l => (byte)l.Length)];
        _lengths = [.. ((bool[])[false, true]).SelectMany(_ => (bool[])[false, true], (a, b) => new EditLengths(CostsOf(a, b), lengthOf, LongestGrapheme))];
    }

    /// <summary>What <see cref="Cost"/> is at least, by the letters of both spellings.</summary>
    public float LeastCost(Spelling a, Spelling b) =>
        Math.Max(LeastCost(a.Steps, a.OmitsVowels, b.Letters, b.OmitsVowels), LeastCost(b.Steps, b.OmitsVowels, a.Letters, a.OmitsVowels));

    /// <summary>The same for two spellings written as one, before anybody writes them.</summary>
    public float LeastCost(Spelling first, Spelling second, Spelling other)
    {
        var omitsVowels = first.OmitsVowels || second.OmitsVowels;
        var least = LeastCost(other.Steps, other.OmitsVowels, first.Letters | second.Letters, omitsVowels);
        if (first.OmitsVowels != second.OmitsVowels || first.Length == 0 || second.Length == 0 || first.Length + second.Length > MaxLength)
            return least;
        // Where the two meet, the letters have other neighbors than before, and so other prices.
        return Math.Max(least, LeastCost(first.Steps.AsSpan(..^1), omitsVowels, other.Letters, other.OmitsVowels)
            + LeastCost(second.Steps.AsSpan(1..), omitsVowels, other.Letters, other.OmitsVowels));
    }

    private float LeastCost(ReadOnlySpan<Step> steps, bool omitsVowels, ulong others, bool othersOmitVowels)
    {
        var isMixed = omitsVowels != othersOmitVowels;
        var bound = BoundOf(omitsVowels, othersOmitVowels);
        var least = -RoundingSlack;
        foreach (ref readonly var step in steps)
            least += bound.Of(step.Letter, isMixed ? step.LeftOverMixed : step.LeftOver, others);
        return least;
    }

    /// <summary>What the letters of one kind of spelling pay at least beside those of another.</summary>
    public EditBound BoundOf(bool omitsVowels, bool othersOmitVowels) =>
        omitsVowels == othersOmitVowels ? _boundVoweled : omitsVowels ? _boundOmittingFirst : _boundOmittingSecond;

    private static byte LetterOf(char c) => (byte)(char.IsAsciiDigit(c) ? 27 + (c - '0') : char.IsAsciiLetterLower(c) ? 1 + (c - 'a') : 0);

    /// <summary>How many graphemes there are.</summary>
    public int GraphemeCount => _count;

    /// <summary>How many letters the longest grapheme has.</summary>
    public const int LongestGrapheme = ClusterLengths + 1;

    /// <summary>The costs of each grapheme of one kind of spelling for each of another: [a, b], 0 standing for nothing.</summary>
    public ReadOnlySpan<float> CostsOf(bool aOmitsVowels, bool bOmitsVowels) =>
        aOmitsVowels == bOmitsVowels ? _voweled : aOmitsVowels ? _omittingFirst : _omittingSecond;

    /// <summary>The fewest letters that a spelling within a limit of another must have.</summary>
    /// <param name="spelling">The other.</param>
    /// <param name="omitsVowels">Whether the one omits its vowels.</param>
    /// <param name="limit">The limit.</param>
    public int ShortestOf(Spelling spelling, bool omitsVowels, float limit)
    {
        Span<float> leftOver = stackalloc float[spelling.Length];
        for (var i = 0; i < spelling.Length; i++)
            leftOver[i] = spelling.Steps[i].LeftOverAgainst(omitsVowels, spelling.OmitsVowels);
        return _lengths[(spelling.OmitsVowels ? 2 : 0) + (omitsVowels ? 1 : 0)].Shortest(spelling.Steps, leftOver, limit);
    }

    /// <summary>What exchanging two neighbors costs.</summary>
    public float Transposition => _transposition;

    /// <summary>What another letter at the beginning costs.</summary>
    public float AtBeginning(float cost) => cost > _ordinaryVariant ? cost + _firstLetter : cost;

    /// <summary>Prepares a reading for comparison.</summary>
    public Spelling Spell(Reading reading)
    {
        var latin = reading.Latin.AsSpan(0, Math.Min(reading.Latin.Length, MaxLength));
        var steps = new Step[latin.Length];
        Span<byte> clusters = stackalloc byte[ClusterLengths];
        byte previous = 0;
        for (var i = 0; i < latin.Length; i++)
        {
            var c = latin[i];
            var letter = LetterOf(c);
            clusters.Clear();
            byte open = 0;
            for (var back = 1; back <= ClusterLengths + 1 && back <= i + 1; back++)
            {
                var ending = latin.Slice(i + 1 - back, back);
                if (back > 1 && _clusterOf.TryGetValue(ending, out var cluster))
                    clusters[back - 2] = cluster;
                if (_beginningOf.Contains(ending))
                    open = (byte)back;
            }
            steps[i] = new Step(letter, previous, clusters[0], clusters[1], clusters[2], open, (byte)(clusters.LastIndexOfAnyExcept((byte)0) + 2),
                Price(letter, previous, _voweled[letter * _count], _doubledLetter),
                reading.OmitsVowels ? Price(letter, previous, _omittingFirst[letter * _count], _doubledLetter) : Price(letter, previous, _omittingFirst[letter], _unwrittenDouble));
            previous = letter;
        }
        return new Spelling(steps, reading.OmitsVowels);
    }

    // The price of a letter the other spelling does not have; little beside its twin, more at the beginning.
    private float Price(byte letter, byte previous, float price, float doubled) =>
        previous == 0 ? price + _firstLetter : letter == previous ? Math.Min(price, doubled) : price;

    /// <summary>The letters a spelling was made from.</summary>
    public static string LettersOf(Spelling spelling) => string.Create(spelling.Length, spelling.Steps, (text, steps) =>
    {
        for (var i = 0; i < steps.Length; i++)
            text[i] = (char)(steps[i].Letter > 26 ? '0' + steps[i].Letter - 27 : 'a' + steps[i].Letter - 1);
    });

    /// <summary>The cheapest way to read one spelling as the other, in bits: 0 for the same letters, infinite above a limit.</summary>
    /// <param name="a">One spelling.</param>
    /// <param name="b">The other. The cost does not depend on the order of the two.</param>
    /// <param name="limit">Costs above it do not matter to the caller.</param>
    public float Cost(Spelling a, Spelling b, float limit)
    {
        if (a.Length == 0 || b.Length == 0)
            return float.PositiveInfinity;
        if (LeastCost(a, b) > limit)
            return float.PositiveInfinity;
        Span<float> rows = stackalloc float[(a.Length + 1) * (b.Length + 1)];
        Span<Search.Row> known = stackalloc Search.Row[MaxLength + 1];
        var search = new Search(this, a.OmitsVowels, b, limit, rows, known);
        search.FirstRow();
        for (var i = 1; i <= a.Length; i++)
        {
            search.NextRow(i, a.Steps[i - 1]);
            if (search.IsHopeless(i, a.Steps[i - 1].Open))
                return float.PositiveInfinity;
        }
        var total = search.Total(a.Length);
        return total <= limit ? total : float.PositiveInfinity;
    }

    /// <summary>The rows of the dynamic program between one spelling b, the columns, and any number of spellings a, the rows.</summary>
    /// <remarks>Only cells that a cell within the limit leads to are computed: no cost is negative, so no other cell can come back within it.</remarks>
    internal readonly ref struct Search
    {
        private readonly Span<float> _rows;
        private readonly Span<Row> _known;
        private readonly ReadOnlySpan<Step> _b;
        private readonly float[] _table;
        private readonly float _limit;
        private readonly int _count;
        private readonly int _width;
        private readonly float _firstLetter;
        private readonly float _ordinaryVariant;
        private readonly float _transposition;
        private readonly bool _isMixed;

        /// <param name="model">The costs.</param>
        /// <param name="rowsOmitVowels">Whether the spellings a omit their vowels.</param>
        /// <param name="b">The spelling of the columns.</param>
        /// <param name="limit">Costs above it do not matter to the caller.</param>
        /// <param name="rows">Room for the rows.</param>
        /// <param name="known">Room for what is known of each row.</param>
        public Search(EditModel model, bool rowsOmitVowels, Spelling b, float limit, Span<float> rows, Span<Row> known)
        {
            _isMixed = rowsOmitVowels != b.OmitsVowels;
            _table = !_isMixed ? model._voweled : rowsOmitVowels ? model._omittingFirst : model._omittingSecond;
            _count = model._count;
            _firstLetter = model._firstLetter;
            _ordinaryVariant = model._ordinaryVariant;
            _transposition = model._transposition;
            _width = b.Length + 1;
            _limit = limit;
            _rows = rows;
            _known = known;
            _b = b.Steps;
        }

        /// <summary>What is known of a row.</summary>
        /// <param name="First">The first column within the limit; the width of a row when there is none.</param>
        /// <param name="Last">The last column within the limit; −1 when there is none.</param>
        public readonly record struct Row(int First, int Last);

        /// <summary>The cost once all letters of a, so many, have their row.</summary>
        public float Total(int length) => _rows[length * _width + _width - 1];

        /// <summary>True when no longer spelling that begins like this can stay within the limit.</summary>
        /// <param name="i">The last row.</param>
        /// <param name="open">How many of the last letters may still become a longer grapheme: it starts from a row further up.</param>
        public bool IsHopeless(int i, int open)
        {
            for (var k = i - open; k <= i; k++)
            {
                if (_known[k].Last >= 0)
                    return false;
            }
            return true;
        }

        /// <summary>Fills the row of the empty beginning.</summary>
        public void FirstRow()
        {
            _rows[0] = 0;
            var last = 0;
            for (var j = 1; j < _width; j++)
            {
                var value = _rows[j - 1] + Right(j - 1);
                for (var length = 2; length <= _b[j - 1].Reach; length++)
                {
                    if (_b[j - 1].Cluster(length) is var cluster and not 0)
                        value = Least(value, _rows[j - length] + _table[cluster]);
                }
                _rows[j] = value;
                if (value <= _limit)
                    last = j;
            }
            _known[0] = new Row(0, last);
        }

        /// <summary>Fills row <paramref name="i"/>, for the i-th letter of a, from the rows above.</summary>
        public void NextRow(int i, in Step a)
        {
            var above = _rows.Slice((i - 1) * _width, _width);
            var row = _rows.Slice(i * _width, _width);
            row.Fill(Never);
            int from = _known[i - 1].First, to = _known[i - 1].Last;
            for (var back = 2; back <= Math.Max(a.Reach, Math.Min(i, 2)); back++)
                (from, to) = (Math.Min(from, _known[i - back].First), Math.Max(to, _known[i - back].Last));
            if (to < 0)
            {
                _known[i] = new Row(_width, -1);
                return;
            }
            var costs = _table.AsSpan(a.Letter * _count, _count);
            var b = _b;
            var leftOver = _isMixed ? a.LeftOverMixed : a.LeftOver;
            var left = from == 0 ? above[0] + leftOver : Never;
            if (from == 0)
                row[0] = left;
            var corner = above[Math.Max(from - 1, 0)];
            for (var j = Math.Max(from - 1, 0); j < b.Length; j++)
            {
                ref readonly var step = ref b[j];
                if (j > to + 1 && left > _limit)
                {
                    // Only a longer grapheme of b reaches further than two exchanged neighbors.
                    if (j > to + ClusterLengths)
                        break;
                    if (step.Reach == 1)
                    {
                        (corner, left) = (above[j + 1], Never);
                        continue;
                    }
                }
                // 1. A letter for a letter; the first letter is the one people get right.
                var substitution = costs[step.Letter];
                if (i == 1 && j == 0 && substitution > _ordinaryVariant)
                    substitution += _firstLetter;
                var value = corner + substitution;
                // 2. A letter of a, or of b, left over.
                corner = above[j + 1];
                value = Least(value, Least(corner + leftOver, left + (_isMixed ? step.LeftOverMixed : step.LeftOver)));
                // 3. Two neighbors exchanged.
                if (a.Previous == step.Letter && a.Letter == step.Previous && a.Letter != step.Letter && i > 1)
                    value = Least(value, _rows[(i - 2) * _width + j - 1] + _transposition);
                // 4. A longer grapheme of b for this letter, or left over.
                if (step.Reach > 1)
                    value = WithClusterOfB(value, above, row, costs, j + 1);
                row[j + 1] = left = value;
            }
            // 5. A longer grapheme of a for a letter or grapheme of b, or left over.
            for (var length = 2; length <= a.Reach; length++)
            {
                if (a.Cluster(length) is var cluster and not 0)
                    WithClusterOfA(_rows.Slice((i - length) * _width, _width), row, cluster);
            }
            _known[i] = WithinLimit(row);
        }

        private Row WithinLimit(ReadOnlySpan<float> row)
        {
            int first = 0, last = row.Length - 1;
            while (first < row.Length && row[first] > _limit)
                first++;
            while (last >= first && row[last] > _limit)
                last--;
            return first == row.Length ? new Row(row.Length, -1) : new Row(first, last);
        }

        private float WithClusterOfB(float value, ReadOnlySpan<float> above, ReadOnlySpan<float> row, ReadOnlySpan<float> costs, int j)
        {
            for (var length = 2; length <= _b[j - 1].Reach; length++)
            {
                if (_b[j - 1].Cluster(length) is var cluster and not 0)
                    value = Least(value, Least(above[j - length] + costs[cluster], row[j - length] + _table[cluster]));
            }
            return value;
        }

        private void WithClusterOfA(ReadOnlySpan<float> from, Span<float> row, int grapheme)
        {
            var costs = _table.AsSpan(grapheme * _count, _count);
            row[0] = Least(row[0], from[0] + costs[0]);
            for (var j = 1; j < row.Length; j++)
            {
                ref readonly var step = ref _b[j - 1];
                var value = Least(row[j], Least(from[j] + costs[0], from[j - 1] + costs[step.Letter]));
                // What stands to the left may have become cheaper.
                value = Least(value, row[j - 1] + (_isMixed ? step.LeftOverMixed : step.LeftOver));
                for (var length = 2; length <= step.Reach; length++)
                {
                    if (step.Cluster(length) is var cluster and not 0)
                        value = Least(value, Least(from[j - length] + costs[cluster], row[j - length] + _table[cluster]));
                }
                row[j] = value;
            }
        }

        private float Right(int j) => _isMixed ? _b[j].LeftOverMixed : _b[j].LeftOver;

        // Math.Min asks about NaN first, which no cost is.
        private static float Least(float x, float y) => x < y ? x : y;
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
