using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The rows of <see cref="EditModel.Search"/>, each computed at once in a vector of bytes, and never above the true costs.</summary>
/// <remarks>
/// <para>A column of the dynamic program is a lane. Costs are rounded down to 250 steps of the limit, so a sum of them is at most what
/// <see cref="EditModel.Cost"/> says, and whoever finds a word looks at the true cost once. What the letters of the query cost against
/// each grapheme is laid out once as vectors.</para>
/// <para>1. A letter, or a longer grapheme, of the listed word for a letter, or a longer grapheme, of the query. 2. One of the listed
/// word left over. 3. Two neighbors exchanged. 4. Letters of the query left over: the least over all beginnings of the run, by
/// doubling. A grapheme of the query that is left over is taken letter by letter, each at its share.</para>
/// </remarks>
internal ref struct VectorRows
{
    /// <summary>How many letters a query may have.</summary>
    public const int MostColumns = 32;

    private const int Steps = 250;
    private const byte Never = byte.MaxValue;

    private readonly Span<Vector256<byte>> _rows;
    private readonly Span<byte> _firsts;
    private readonly Span<Vector256<byte>> _profile;
    private readonly ReadOnlySpan<float> _costs;
    private readonly EditModel _edits;
    private readonly Vector256<byte> _letters;
    private readonly Vector256<byte> _previous;
    private readonly bool _listedOmits;
    private readonly bool _queryOmits;
    private readonly float _scale;
    private readonly int _graphemes;
    private readonly int _length;
    private readonly byte _transposition;
    private readonly byte _limit;
    private readonly int _clusterLengths;
    private int _doublings;
    private LeftOvers _leftOvers;

    [InlineArray(5)]
    private struct LeftOvers
    {
        private Vector256<byte> _first;
    }

    /// <summary>Whether this processor has such vectors.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>How many vectors the profile of a query needs.</summary>
    public static int ProfileLength(EditModel edits) => edits.GraphemeCount * EditModel.LongestGrapheme;

    /// <summary>Lays out what a query costs.</summary>
    /// <param name="edits">The costs.</param>
    /// <param name="listedOmits">Whether the listed words omit their vowels.</param>
    /// <param name="query">The query, of 1 to <see cref="MostColumns"/> letters.</param>
    /// <param name="limit">Costs above it do not matter.</param>
    /// <param name="rows">Room for the rows, one more than the longest word has letters.</param>
    /// <param name="firsts">Room for their first column, as many.</param>
    /// <param name="profile">Room for <see cref="ProfileLength"/> vectors.</param>
    public VectorRows(EditModel edits, bool listedOmits, Spelling query, float limit, Span<Vector256<byte>> rows, Span<byte> firsts, Span<Vector256<byte>> profile)
    {
        (_edits, _listedOmits, _queryOmits) = (edits, listedOmits, query.OmitsVowels);
        _rows = rows;
        _firsts = firsts;
        _profile = profile;
        _costs = edits.CostsOf(listedOmits, query.OmitsVowels);
        _graphemes = edits.GraphemeCount;
        _length = query.Length;
        _scale = Steps / limit;
        _limit = Steps;
        _transposition = Quantize(edits.Transposition);
        Span<byte> letters = stackalloc byte[MostColumns], previous = stackalloc byte[MostColumns];
        letters.Clear();
        previous.Clear();
        for (var j = 0; j < query.Length; j++)
        {
            (letters[j], previous[j]) = (query.Steps[j].Letter, query.Steps[j].Previous);
            _clusterLengths |= query.Steps[j].Reach > 1 ? ClusterBits(query.Steps[j]) : 0;
        }
        (_letters, _previous) = (Vector256.Create<byte>(letters), Vector256.Create<byte>(previous));
        LayOut(query);
        LayOutLeftOvers(query);
    }

    private static int ClusterBits(in Step step)
    {
        var bits = 0;
        for (var length = 2; length <= EditModel.LongestGrapheme; length++)
            bits |= step.Cluster(length) != 0 ? 1 << length : 0;
        return bits;
    }

    private readonly byte Quantize(float cost) => (byte)Math.Min((int)(cost * _scale), Never);

    // The cost of each grapheme of a listed word for the query's grapheme of a length that ends in a column.
    private readonly void LayOut(Spelling query)
    {
        Span<byte> lanes = stackalloc byte[MostColumns];
        for (var length = 1; length <= EditModel.LongestGrapheme; length++)
        {
            if (length > 1 && (_clusterLengths & (1 << length)) == 0)
                continue;
            for (var grapheme = 0; grapheme < _graphemes; grapheme++)
            {
                lanes.Fill(Never);
                var costs = _costs.Slice(grapheme * _graphemes, _graphemes);
                for (var j = 0; j < query.Length; j++)
                {
                    var other = length == 1 ? query.Steps[j].Letter : query.Steps[j].Cluster(length);
                    if (other != 0 || length == 1)
                        lanes[j] = Quantize(costs[other]);
                }
                _profile[(length - 1) * _graphemes + grapheme] = Vector256.Create<byte>(lanes);
            }
        }
    }

    private void LayOutLeftOvers(Spelling query)
    {
        Span<float> prices = stackalloc float[query.Length];
        for (var j = 0; j < query.Length; j++)
            prices[j] = query.Steps[j].LeftOverAgainst(_listedOmits, _queryOmits);
        for (var j = 0; j < query.Length; j++)
        {
            for (var length = 2; length <= EditModel.LongestGrapheme; length++)
            {
                if (query.Steps[j].Reach < length || query.Steps[j].Cluster(length) is not (var cluster and not 0))
                    continue;
                for (var k = j - length + 1; k <= j; k++)
                    prices[k] = Math.Min(prices[k], _costs[cluster] / length);
            }
        }
        Span<byte> run = stackalloc byte[MostColumns], first = stackalloc byte[MostColumns];
        first.Fill(Never);
        for (var doubling = 0; doubling < 5; doubling++)
        {
            run.Fill(Never);
            var least = Never;
            for (int width = 1 << doubling, j = width - 1; j < query.Length; j++)
            {
                float sum = 0;
                for (var k = j - width + 1; k <= j; k++)
                    sum += prices[k];
                run[j] = Quantize(sum);
                least = Math.Min(least, run[j]);
            }
            _leftOvers[doubling] = Vector256.Create<byte>(run);
            if (least <= _limit)
                _doublings = doubling + 1;
        }
        float all = 0;
        for (var j = 0; j < query.Length; j++)
            first[j] = Quantize(all += prices[j]);
        _rows[0] = Vector256.Create<byte>(first);
        _firsts[0] = 0;
    }

    /// <summary>Fills the row of the i-th letter of a listed word from the rows above.</summary>
    /// <returns>Whether it has a cell within the limit.</returns>
    public readonly bool NextRow(int i, in Step a)
    {
        Vector256<byte> above = _rows[i - 1];
        var first = _firsts[i - 1];
        var leftOver = Quantize(a.LeftOverAgainst(_queryOmits, _listedOmits));
        // 1. and 2.
        var substitution = _profile[a.Letter];
        if (i == 1)
            substitution = substitution.WithElement(0, Quantize(_edits.AtBeginning(_costs[a.Letter * _graphemes + _letters[0]])));
        var row = Avx2.Min(
            Avx2.AddSaturate(After(above, first), substitution),
            Avx2.AddSaturate(above, Vector256.Create(leftOver)));
        if (_clusterLengths != 0)
            row = Avx2.Min(row, FromClusters(above, first, a.Letter));
        var start = AddSaturate(first, leftOver);
        for (var length = 2; length <= a.Reach; length++)
        {
            if (a.Cluster(length) is not (var cluster and not 0))
                continue;
            Vector256<byte> from = _rows[i - length];
            var (fromFirst, price) = (_firsts[i - length], Quantize(_costs[cluster * _graphemes]));
            row = Avx2.Min(row, Avx2.Min(
                Avx2.AddSaturate(After(from, fromFirst), _profile[cluster]),
                Avx2.AddSaturate(from, Vector256.Create(price))));
            if (_clusterLengths != 0)
                row = Avx2.Min(row, FromClusters(from, fromFirst, cluster));
            start = Math.Min(start, AddSaturate(fromFirst, price));
        }
        // 3.
        if (i > 1 && a.Letter != a.Previous)
        {
            var exchanged = Avx2.And(Avx2.CompareEqual(_letters, Vector256.Create(a.Previous)), Avx2.CompareEqual(_previous, Vector256.Create(a.Letter)));
            if (!Avx.TestZ(exchanged, exchanged))
            {
                var value = Avx2.AddSaturate(After(_rows[i - 2], _firsts[i - 2], 2), Vector256.Create(_transposition));
                row = Avx2.Min(row, Avx2.BlendVariable(Vector256<byte>.AllBitsSet, value, exchanged));
            }
        }
        // 4.
        for (var doubling = 0; doubling < _doublings; doubling++)
            row = Avx2.Min(row, Avx2.AddSaturate(After(row, start, 1 << doubling), _leftOvers[doubling]));
        _rows[i] = row;
        _firsts[i] = start;
        return start <= _limit || Avx2.MoveMask(Avx2.CompareEqual(Avx2.Min(row, Vector256.Create(_limit)), row)) != 0;
    }

    /// <summary>Whether the listed word of so many letters may be within the limit.</summary>
    public readonly bool MayEnd(int i) => _rows[i].GetElement(_length - 1) <= _limit;

    private readonly Vector256<byte> FromClusters(Vector256<byte> from, byte first, int grapheme)
    {
        var best = Vector256<byte>.AllBitsSet;
        for (var length = 2; length <= EditModel.LongestGrapheme; length++)
        {
            if ((_clusterLengths & (1 << length)) != 0)
                best = Avx2.Min(best, Avx2.AddSaturate(After(from, first, length), _profile[(length - 1) * _graphemes + grapheme]));
        }
        return best;
    }

    private static byte AddSaturate(byte a, byte b) => (byte)Math.Min(a + b, Never);

    // The row moved one column on, its first column coming in.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> After(Vector256<byte> row, byte first) =>
        Avx2.Or(Avx2.AlignRight(row, Avx2.Permute2x128(row, row, 0x08), 15), Vector256.CreateScalar(first));

    // The row moved some columns on: 1, 2, 3, 4, 8 or 16.
    private static Vector256<byte> After(Vector256<byte> row, byte first, int columns)
    {
        var low = Avx2.Permute2x128(row, row, 0x08);
        return columns switch
        {
            1 => Avx2.Or(Avx2.AlignRight(row, low, 15), Vector256.CreateScalar(first)),
            2 => Avx2.Or(Avx2.AlignRight(row, low, 14), Vector256.CreateScalar((ushort)(0xFF | (first << 8))).AsByte()),
            3 => Avx2.Or(Avx2.AlignRight(row, low, 13), Vector256.CreateScalar(0xFFFFu | ((uint)first << 16)).AsByte()),
            4 => Avx2.Or(Avx2.AlignRight(row, low, 12), Vector256.CreateScalar(0xFF_FFFFu | ((uint)first << 24)).AsByte()),
            8 => Avx2.Or(Avx2.AlignRight(row, low, 8), Vector256.CreateScalar(0xFF_FFFF_FFFF_FFFFul | ((ulong)first << 56)).AsByte()),
            _ => Avx2.Or(low, Vector256.Create(0xFFFF_FFFF_FFFF_FFFFul, 0xFF_FFFF_FFFF_FFFFul | ((ulong)first << 56), 0, 0).AsByte()),
        };
    }
}
