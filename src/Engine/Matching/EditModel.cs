using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>What a spelling was read from, as far as its costs differ: each pair of kinds that meets has a column of the table.</summary>
internal enum SpellingKind : byte
{
    /// <summary>Latin letters, and every script that writes its vowels and has no column of its own.</summary>
    Voweled,

    /// <summary>Arabic and Hebrew letters: the short vowels are not written.</summary>
    Omitting,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic,
}

/// <summary>One letter of a spelling with all that comparing it needs.</summary>
/// <param name="Letter">1–26 for a–z, 27–36 for 0–9.</param>
/// <param name="Grapheme">The letter as the table knows it: a vowel, h or y at the end of a word has a number of its own.</param>
/// <param name="Previous">The letter before it; 0 at the beginning.</param>
/// <param name="Two">The grapheme of two letters that ends here; 0 for none.</param>
/// <param name="Three">The grapheme of three letters that ends here.</param>
/// <param name="Open">How many of the last letters, this one included, may still become a longer grapheme.</param>
/// <param name="Reach">The length of the longest grapheme that ends here; 1 for the letter alone.</param>
/// <param name="LeftOverVoweled">The price of the letter left over against a spelling of the kind <see cref="SpellingKind.Voweled"/>.</param>
/// <param name="LeftOverOmitting">The same against one that omits its vowels.</param>
/// <param name="LeftOverCyrillic">The same against a Cyrillic one.</param>
internal readonly record struct Step(
    byte Letter, byte Grapheme, byte Previous, byte Two, byte Three, byte Open, byte Reach, float LeftOverVoweled, float LeftOverOmitting, float LeftOverCyrillic)
{
    /// <summary>The grapheme of a length that ends here; 0 for none.</summary>
    public byte Cluster(int length) => length == 2 ? Two : Three;

    /// <summary>The price of the letter left over against a spelling of some kind.</summary>
    public float LeftOver(SpellingKind other) => other switch
    {
        SpellingKind.Voweled => LeftOverVoweled,
        SpellingKind.Omitting => LeftOverOmitting,
        _ => LeftOverCyrillic,
    };
}

/// <summary>A reading prepared for <see cref="EditModel"/>.</summary>
/// <param name="Steps">Its letters.</param>
/// <param name="Kind">What it was read from.</param>
internal sealed record Spelling(Step[] Steps, SpellingKind Kind)
{
    /// <summary>How many letters it has.</summary>
    public int Length => Steps.Length;

    /// <summary>Whether the script left the short vowels out.</summary>
    public bool OmitsVowels => Kind == SpellingKind.Omitting;

    /// <summary>Its letters, one bit each.</summary>
    public ulong Letters { get; } = EditBound.LettersOf(Steps);
}

/// <summary>What it costs, in bits, to read one spelling as another: a weighted edit distance over graphemes.</summary>
/// <remarks>
/// <para>The costs are a table (<c>edits.tsv</c>), learned by <c>accuracy/</c> from pairs of spellings of one name: kh for h, q for
/// k, ou for u are cheap, an arbitrary letter for another is a typing error. Each pair of kinds that meets has costs of its own: a
/// vowel that Arabic did not write is nearly free, one that it wrote and that is missing is not.</para>
/// <para>What a letter left over costs depends on what stands before it (<see cref="LeftContext"/>), and the last letter of a word
/// is a grapheme of its own where it is a vowel, h or y: Karim and Karima are two names, Hamza and Hamzah are one.</para>
/// <para>The runtime is a table lookup in a dynamic program, one row per letter; it allocates nothing. Rows can be kept and
/// continued, so that a sorted vocabulary is searched without computing a shared beginning twice.</para>
/// </remarks>
internal sealed class EditModel
{
    /// <summary>Longer spellings are compared by their first letters only.</summary>
    public const int MaxLength = 32;

    /// <summary>How many lengths of longer graphemes there are: 2 and 3 letters.</summary>
    private const int ClusterLengths = 2;

    private const float Never = 1e6f;

    /// <summary>What sums of the same costs in another order may differ by.</summary>
    private const float RoundingSlack = 0.001f;

    private readonly EditTable _table;
    private readonly int _count;
    private readonly float _firstLetter;
    private readonly float _ordinaryVariant;
    private readonly float _transposition;
    private readonly EditLengths[] _lengths;

    /// <summary>Reads a table of edit costs; what belongs to no grapheme stands among the weights.</summary>
    public EditModel(string path, Weights weights)
    {
        _firstLetter = (float)weights.EditFirstLetter;
        _ordinaryVariant = (float)weights.EditOrdinaryVariant;
        _transposition = (float)weights.EditTransposition;
        _table = new EditTable(path);
        _count = _table.Count;
        _lengths = [.. Kinds.SelectMany(_ => Kinds, (a, b) => new EditLengths(_table.Of(a, b), _table.LengthOf, LongestGrapheme))];
    }

    /// <summary>What the letters of one kind of spelling pay at least beside those of another.</summary>
    public EditBound BoundOf(SpellingKind its, SpellingKind others) => _table.BoundOf(its, others);

    private static SpellingKind[] Kinds => [SpellingKind.Voweled, SpellingKind.Omitting, SpellingKind.Cyrillic];

    /// <summary>How many graphemes there are.</summary>
    public int GraphemeCount => _count;

    /// <summary>How many letters the longest grapheme has.</summary>
    public const int LongestGrapheme = ClusterLengths + 1;

    /// <summary>The costs of each grapheme of one kind of spelling for each of another: [a, b], 0 standing for nothing.</summary>
    public ReadOnlySpan<float> CostsOf(SpellingKind a, SpellingKind b) => _table.Of(a, b);

    /// <summary>What exchanging two neighbors costs.</summary>
    public float Transposition => _transposition;

    /// <summary>What another letter at the beginning costs.</summary>
    public float AtBeginning(float cost) => cost > _ordinaryVariant ? cost + _firstLetter : cost;

    /// <summary>The fewest letters that a spelling within a limit of another must have.</summary>
    /// <param name="spelling">The other.</param>
    /// <param name="kind">The kind of the one.</param>
    /// <param name="limit">The limit.</param>
    public int ShortestOf(Spelling spelling, SpellingKind kind, float limit)
    {
        Span<float> leftOver = stackalloc float[spelling.Length];
        for (var i = 0; i < spelling.Length; i++)
            leftOver[i] = spelling.Steps[i].LeftOver(kind);
        return _lengths[((int)spelling.Kind * Kinds.Length) + (int)kind].Shortest(spelling.Steps, leftOver, limit);
    }

    /// <summary>What <see cref="Cost"/> is at least, by the letters of both spellings.</summary>
    public float LeastCost(Spelling a, Spelling b) =>
        Math.Max(LeastCost(a.Steps, a.Kind, b.Letters, b.Kind), LeastCost(b.Steps, b.Kind, a.Letters, a.Kind));

    /// <summary>The same for two spellings of one script written as one, before anybody writes them.</summary>
    public float LeastCost(Spelling first, Spelling second, Spelling other)
    {
        var kind = second.OmitsVowels ? second.Kind : first.Kind;
        var least = LeastCost(other.Steps, other.Kind, first.Letters | second.Letters, kind);
        if (first.Kind != second.Kind || first.Length == 0 || second.Length == 0 || first.Length + second.Length > MaxLength)
            return least;
        // Where the two meet, the letters have other neighbors than before, and so other prices.
        return Math.Max(least, LeastCost(first.Steps.AsSpan(..^1), kind, other.Letters, other.Kind)
            + LeastCost(second.Steps.AsSpan(1..), kind, other.Letters, other.Kind));
    }

    private float LeastCost(ReadOnlySpan<Step> steps, SpellingKind kind, ulong others, SpellingKind kindOfOthers)
    {
        var bound = BoundOf(kind, kindOfOthers);
        var least = -RoundingSlack;
        foreach (ref readonly var step in steps)
            least += bound.Of(step.Letter, step.LeftOver(kindOfOthers), others);
        return least;
    }

    /// <summary>Prepares a reading for comparison.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="script">The script of the word that reads so.</param>
    public Spelling Spell(Reading reading, Script script = Script.Latin)
    {
        var kind = reading.OmitsVowels ? SpellingKind.Omitting : script == Script.Cyrillic ? SpellingKind.Cyrillic : SpellingKind.Voweled;
        Span<char> letters = stackalloc char[Math.Min(reading.Latin.Length, MaxLength)];
        EditTable.Mark(reading.Latin.AsSpan(0, letters.Length), letters);
        var steps = new Step[letters.Length];
        byte previous = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            byte letter = EditTable.LetterOf(letters[i]), grapheme = EditTable.GraphemeOf(letters[i]), two = 0, three = 0, open = 0;
            for (var back = 1; back <= ClusterLengths + 1 && back <= i + 1; back++)
            {
                var ending = letters.Slice(i + 1 - back, back);
                if (back == 2)
                    two = _table.ClusterOf(ending);
                else if (back == 3)
                    three = _table.ClusterOf(ending);
                if (_table.IsBeginning(ending))
                    open = (byte)back;
            }
            var context = EditTable.ContextOf(letters, i);
            steps[i] = new Step(letter, grapheme, previous, two, three, open, (byte)(three != 0 ? 3 : two != 0 ? 2 : 1),
                _table.LeftOver(kind, SpellingKind.Voweled, context, grapheme),
                _table.LeftOver(kind, SpellingKind.Omitting, context, grapheme),
                _table.LeftOver(kind, SpellingKind.Cyrillic, context, grapheme));
            previous = letter;
        }
        return new Spelling(steps, kind);
    }

    /// <summary>The letters a spelling was made from.</summary>
    public static string LettersOf(Spelling spelling) => string.Create(spelling.Length, spelling.Steps, (text, steps) =>
    {
        for (var i = 0; i < steps.Length; i++)
            text[i] = (char)(steps[i].Letter > 26 ? '0' + steps[i].Letter - 27 : 'a' + steps[i].Letter - 1);
    });

    /// <summary>Its letters with the last one marked where it counts apart: spellings that begin alike have the same steps there.</summary>
    public static string GraphemesOf(Spelling spelling) => string.Create(spelling.Length, spelling.Steps, (text, steps) =>
    {
        for (var i = 0; i < steps.Length; i++)
            text[i] = (char)steps[i].Grapheme;
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
        var search = new Search(this, a.Kind, b, limit, rows, known);
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
        private readonly SpellingKind _kindOfA;
        private readonly SpellingKind _kindOfB;

        /// <param name="model">The costs.</param>
        /// <param name="kindOfA">The kind of the spellings a.</param>
        /// <param name="b">The spelling of the columns.</param>
        /// <param name="limit">Costs above it do not matter to the caller.</param>
        /// <param name="rows">Room for the rows.</param>
        /// <param name="known">Room for what is known of each row.</param>
        public Search(EditModel model, SpellingKind kindOfA, Spelling b, float limit, Span<float> rows, Span<Row> known)
        {
            _kindOfA = kindOfA;
            _kindOfB = b.Kind;
            _table = model._table.Of(kindOfA, b.Kind);
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
            var costs = _table.AsSpan(a.Grapheme * _count, _count);
            var b = _b;
            var leftOver = a.LeftOver(_kindOfB);
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
                var substitution = costs[step.Grapheme];
                if (i == 1 && j == 0 && substitution > _ordinaryVariant)
                    substitution += _firstLetter;
                var value = corner + substitution;
                // 2. A letter of a, or of b, left over.
                corner = above[j + 1];
                value = Least(value, Least(corner + leftOver, left + step.LeftOver(_kindOfA)));
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
                var value = Least(row[j], Least(from[j] + costs[0], from[j - 1] + costs[step.Grapheme]));
                // What stands to the left may have become cheaper.
                value = Least(value, row[j - 1] + step.LeftOver(_kindOfA));
                for (var length = 2; length <= step.Reach; length++)
                {
                    if (step.Cluster(length) is var cluster and not 0)
                        value = Least(value, Least(from[j - length] + costs[cluster], row[j - length] + _table[cluster]));
                }
                row[j] = value;
            }
        }

        private float Right(int j) => _b[j].LeftOver(_kindOfA);

        // Math.Min asks about NaN first, which no cost is.
        private static float Least(float x, float y) => x < y ? x : y;
    }
}
