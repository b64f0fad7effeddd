using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>What stands before a letter that the other spelling does not have.</summary>
internal enum LeftContext : byte
{
    /// <summary>Nothing: it is the first letter, which people get right.</summary>
    Start,

    /// <summary>The same letter: Hassan, Hasan.</summary>
    Twin,

    /// <summary>Another vowel: the o of Mahmoud where Arabic has one letter.</summary>
    Vowel,

    /// <summary>A consonant: the short vowels that Arabic does not write.</summary>
    Consonant,
}

/// <summary>The costs of graphemes, in bits, as <c>edits.tsv</c> states them; the header of the table says what they mean.</summary>
/// <remarks>
/// Graphemes have numbers: 0 nothing, 1–26 letters, 27–36 digits, then the letters that count apart at the end of a word, then the
/// graphemes of several letters that the table names. A row holds for the final letter too, unless a later row says otherwise.
/// </remarks>
internal sealed class EditTable
{
    /// <summary>The letters that count apart at the end of a word.</summary>
    public const string Finals = "aeiouhy";

    private const string Vowels = "aeiou";
    private const int FirstFinal = 37;
    private const int FirstCluster = 44;
    private const int LongestCluster = 3;
    private const int Columns = 3;
    private const int Contexts = 4;
    private const float Never = 1e6f;

    private readonly FrozenDictionary<string, byte> _clusters;
    private readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _clusterOf;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginningOf;
    // By column: costs[a, b] of the first side's grapheme a for the second side's b, and the same with the sides exchanged.
    private readonly float[][] _costs;
    private readonly float[][] _exchanged;
    private readonly EditBound[] _bounds;
    private readonly EditBound[] _boundsExchanged;
    // By column and side: [context, letter].
    private readonly float[][][] _leftOver;

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">A grapheme is too long, or there are too many.</exception>
    public EditTable(string path)
    {
        var rows = TableFile.Rows(path, 2 + Columns).ToList();
        var names = rows.SelectMany(r => r.Take(2)).Select(Marked).Where(g => g.Length > 1).Distinct(StringComparer.Ordinal).ToList();
        if (names.Any(g => g.Length > LongestCluster) || FirstCluster + names.Count > byte.MaxValue)
            throw new InvalidDataException($"{path}: a grapheme has at most {LongestCluster} letters, and there are at most {byte.MaxValue - FirstCluster} of several letters");
        _clusters = names.Select((g, i) => (g, i)).ToFrozenDictionary(p => p.g, p => (byte)(FirstCluster + p.i), StringComparer.Ordinal);
        _clusterOf = _clusters.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginningOf = names.SelectMany(g => Enumerable.Range(1, g.Length - 1).Select(n => g[..n])).ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Count = FirstCluster + names.Count;
        _costs = [.. Enumerable.Range(0, Columns).Select(_ => NewTable())];
        _leftOver = [.. Enumerable.Range(0, Columns).Select(_ => new[] { NewLeftOver(), NewLeftOver() })];
        foreach (var row in rows)
        {
            for (var column = 0; column < Columns; column++)
            {
                if (row[2 + column].Length > 0)
                    Set(column, row[0], row[1], float.Parse(row[2 + column], CultureInfo.InvariantCulture));
            }
        }
        Array.ForEach(_costs, Close);
        _exchanged = [.. _costs.Select(Exchange)];
        byte[][] lettersOf = [[], .. Enumerable.Range(1, FirstFinal - 1).Select(g => new[] { (byte)g }), .. Finals.Select(c => new[] { LetterOf(c) }), .. names.Select(g => g.Select(LetterOf).ToArray())];
        LengthOf = [.. lettersOf.Select(l => (byte)l.Length)];
        _bounds = [.. _costs.Select(c => new EditBound(c, lettersOf))];
        _boundsExchanged = [.. _exchanged.Select(c => new EditBound(c, lettersOf))];
    }

    /// <summary>How many graphemes there are.</summary>
    public int Count { get; }

    /// <summary>How many letters each grapheme has.</summary>
    public byte[] LengthOf { get; }

    /// <summary>The costs of each grapheme of one kind of spelling for each of another: [a, b].</summary>
    public float[] Of(SpellingKind a, SpellingKind b) => IsFirst(a, b) ? _costs[ColumnOf(a, b)] : _exchanged[ColumnOf(a, b)];

    /// <summary>What reading a spelling of one kind as one of another costs at least.</summary>
    public EditBound BoundOf(SpellingKind a, SpellingKind b) => IsFirst(a, b) ? _bounds[ColumnOf(a, b)] : _boundsExchanged[ColumnOf(a, b)];

    /// <summary>The price of a letter of one kind of spelling that a spelling of another kind does not have.</summary>
    public float LeftOver(SpellingKind its, SpellingKind other, LeftContext context, byte grapheme) =>
        _leftOver[ColumnOf(its, other)][IsFirst(its, other) ? 0 : 1][(int)context * FirstCluster + grapheme];

    /// <summary>The number of a grapheme of several letters; 0 for none. At the end of a word it is itself unless the table says otherwise.</summary>
    public byte ClusterOf(ReadOnlySpan<char> marked)
    {
        if (_clusterOf.TryGetValue(marked, out var cluster))
            return cluster;
        if (!char.IsAsciiLetterUpper(marked[^1]))
            return 0;
        Span<char> plain = stackalloc char[marked.Length];
        marked.CopyTo(plain);
        plain[^1] = char.ToLowerInvariant(plain[^1]);
        return _clusterOf.TryGetValue(plain, out cluster) ? cluster : (byte)0;
    }

    /// <summary>Whether a longer grapheme begins with these letters.</summary>
    public bool IsBeginning(ReadOnlySpan<char> marked) => _beginningOf.Contains(marked);

    /// <summary>Writes a word with its last letter in upper case where that counts apart at the end.</summary>
    public static void Mark(ReadOnlySpan<char> latin, Span<char> marked)
    {
        latin.CopyTo(marked);
        if (latin.Length > 1 && Finals.Contains(latin[^1]))
            marked[^1] = char.ToUpperInvariant(latin[^1]);
    }

    /// <summary>The letter's number, wherever it stands; 0 for what is neither letter nor digit.</summary>
    public static byte LetterOf(char marked) => (byte)(
        char.IsAsciiDigit(marked) ? 27 + (marked - '0') : char.IsAsciiLetter(marked) ? 1 + (char.ToLowerInvariant(marked) - 'a') : 0);

    /// <summary>The number of the grapheme that a letter is by itself.</summary>
    public static byte GraphemeOf(char marked) =>
        char.IsAsciiLetterUpper(marked) ? (byte)(FirstFinal + Finals.IndexOf(char.ToLowerInvariant(marked))) : LetterOf(marked);

    /// <summary>What stands before a letter of a word.</summary>
    public static LeftContext ContextOf(ReadOnlySpan<char> marked, int at) =>
        at == 0 ? LeftContext.Start
        : char.ToLowerInvariant(marked[at]) == marked[at - 1] ? LeftContext.Twin
        : Vowels.Contains(marked[at - 1]) ? LeftContext.Vowel : LeftContext.Consonant;

    private static bool IsFirst(SpellingKind its, SpellingKind other) =>
        its == other || its == SpellingKind.Omitting || (its == SpellingKind.Cyrillic && other == SpellingKind.Voweled);

    // Which kinds have which column; of the two sides the first is the one whose script is named.
    private static int ColumnOf(SpellingKind a, SpellingKind b) =>
        a == b ? 0 : a == SpellingKind.Omitting || b == SpellingKind.Omitting ? 1 : 2;

    private void Set(int column, string x, string y, float bits)
    {
        if (x == "-" || y == "-")
        {
            var (contexts, name) = WithContext(x == "-" ? y : x);
            foreach (var grapheme in Graphemes(name))
                SetLeftOver(column, x == "-" ? 1 : 0, contexts, grapheme, bits);
            return;
        }
        foreach (var a in Graphemes(x))
        {
            foreach (var b in Graphemes(y))
            {
                _costs[column][a * Count + b] = bits;
                if (column == 0)
                    _costs[column][b * Count + a] = bits;
            }
        }
    }

    private void SetLeftOver(int column, int side, LeftContext[] contexts, int grapheme, float bits)
    {
        for (var s = column == 0 ? 0 : side; s <= (column == 0 ? 1 : side); s++)
        {
            if (grapheme >= FirstCluster)
                _costs[column][s == 0 ? grapheme * Count : grapheme] = bits;
            foreach (var context in grapheme < FirstCluster ? contexts : [])
                _leftOver[column][s][(int)context * FirstCluster + grapheme] = bits;
        }
    }

    // (V)o is an o after a vowel, (^)h an h at the beginning, (=)m an m after an m.
    private static (LeftContext[] Contexts, string Name) WithContext(string cell) => cell switch
    {
        ['(', var context, ')', .. var name] => (context switch
        {
            '^' => [LeftContext.Start],
            '=' => [LeftContext.Twin],
            'V' => [LeftContext.Vowel],
            'C' => [LeftContext.Consonant],
            _ => throw new InvalidDataException($"no such context: {cell}"),
        }, name),
        _ => ([LeftContext.Start, LeftContext.Twin, LeftContext.Vowel, LeftContext.Consonant], cell),
    };

    private IEnumerable<int> Graphemes(string name) => name switch
    {
        "V" => "aeiouAEIOU".Select(c => (int)GraphemeOf(c)),
        "C" => "bcdfghjklmnpqrstvwxyzHY".Select(c => (int)GraphemeOf(c)),
        "D" => Enumerable.Range(27, 10),
        { Length: 1 } when Finals.Contains(name[0]) => [GraphemeOf(name[0]), GraphemeOf(char.ToUpperInvariant(name[0]))],
        _ => Marked(name) is var marked && marked.Length == 1 ? [GraphemeOf(marked[0])] : [_clusters[marked]],
    };

    // In the table a letter at the end is followed by $.
    private static string Marked(string cell) =>
        cell is ['(', _, ')', .. var name] ? Marked(name)
        : cell is [.., var last, '$'] ? cell[..^2] + char.ToUpperInvariant(last) : cell;

    private float[] NewTable()
    {
        var table = new float[Count * Count];
        Array.Fill(table, Never);
        return table;
    }

    private static float[] NewLeftOver()
    {
        var table = new float[Contexts * FirstCluster];
        Array.Fill(table, Never);
        return table;
    }

    // The same grapheme costs nothing, at the end of a word or not.
    private void Close(float[] costs)
    {
        for (var g = 1; g < Count; g++)
            costs[g * Count + g] = 0;
        foreach (var letter in Finals)
        {
            int plain = GraphemeOf(letter), final = GraphemeOf(char.ToUpperInvariant(letter));
            costs[plain * Count + final] = costs[final * Count + plain] = 0;
        }
    }

    private float[] Exchange(float[] costs)
    {
        var exchanged = new float[costs.Length];
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b < Count; b++)
                exchanged[b * Count + a] = costs[a * Count + b];
        }
        return exchanged;
    }
}
