using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The rows of <see cref="EditModel.Search"/>, each computed at once in a vector of bytes, and never above the true costs.</summary>
/// <remarks>
/// <para>A column of the dynamic program is a lane. Costs are rounded down to 250 steps of the limit, so a sum of them is at most what
/// <see cref="EditModel.Cost"/> says, and whoever finds a word looks at the true cost once. What the letters of the query cost against
/// each grapheme is laid out once as vectors.</para>
/// <para>0. Most letters end here. 1. A letter, or a longer grapheme, of the listed word for a letter, or a longer grapheme, of the query. 2. One of the listed
/// word left over. 3. Two neighbors exchanged. 4. Letters of the query left over: the least over all beginnings of the run, by
/// doubling. A grapheme of the query that is left over is taken letter by letter, each at its share.</para>
/// </remarks>
internal ref struct VectorRows
{
    /// <summary>How many letters a query may have.</summary>
    public const int MostColumns = 32;

    private const int Steps = 250;
    private const byte Never = byte.MaxValue;
    private const int MostLevels = 3;

    private readonly Span<Vector256<byte>> _rows;
    private readonly Span<byte> _firsts;
    private readonly Span<Vector256<byte>> _profile;
    private readonly Span<bool> _isLaidOut;
    private readonly ReadOnlySpan<Step> _query;
    private readonly ReadOnlySpan<float> _costs;
    private readonly EditModel _edits;
    private readonly Vector256<byte> _letters;
    private readonly Vector256<byte> _previous;
    private readonly SpellingKind _listedKind;
    private readonly SpellingKind _queryKind;
    private readonly float _scale;
    private readonly int _graphemes;
    private readonly int _length;
    private readonly byte _firstGrapheme;
    private readonly byte _transposition;
    private readonly byte _limit;
    private readonly int _clusterLengths;
    private readonly ulong _present;
    private readonly Span<byte> _leasts;
    private readonly Span<byte> _least;
    private readonly Span<bool> _isLeastKnown;
    private int _doublings;
    private LeftOvers _leftOvers;
    private Shares _cheap;
    private ShareBytes _shares;

    [InlineArray(5)]
    private struct LeftOvers
    {
        private Vector256<byte> _first;
    }

    // By column and level: the letters in whose presence the query's letter may pay less, and what it pays where there is none.
    [InlineArray(MostColumns * MostLevels)]
    private struct Shares
    {
        private ulong _first;
    }

    [InlineArray(MostColumns * MostLevels)]
    private struct ShareBytes
    {
        private byte _first;
    }

    /// <summary>Whether this processor has such vectors.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>How many vectors the profile of a query needs.</summary>
    public static int ProfileLength(EditModel edits) => edits.GraphemeCount * EditModel.LongestGrapheme;

    /// <summary>Lays out what a query costs.</summary>
    /// <param name="edits">The costs.</param>
    /// <param name="listedKind">The kind of the listed words.</param>
    /// <param name="query">The query, of 1 to <see cref="MostColumns"/> letters.</param>
    /// <param name="limit">Costs above it do not matter.</param>
    /// <param name="rows">Room for the rows, one more than the longest word has letters.</param>
    /// <param name="firsts">Room for their first column and their least cell, twice as many.</param>
    /// <param name="profile">Room for <see cref="ProfileLength"/> vectors.</param>
    /// <param name="isLaidOut">As many and two for each grapheme, all false.</param>
    public VectorRows(EditModel edits, SpellingKind listedKind, Spelling query, float limit, Span<Vector256<byte>> rows, Span<byte> firsts, Span<Vector256<byte>> profile, Span<bool> isLaidOut)
    {
        (_edits, _listedKind, _queryKind) = (edits, listedKind, query.Kind);
        _rows = rows;
        _firsts = firsts[..rows.Length];
        _leasts = firsts[rows.Length..];
        _least = MemoryMarshal.AsBytes(isLaidOut[ProfileLength(edits)..(ProfileLength(edits) + edits.GraphemeCount)]);
        _isLeastKnown = isLaidOut[^edits.GraphemeCount..];
        _profile = profile;
        _isLaidOut = isLaidOut;
        _costs = edits.CostsOf(listedKind, query.Kind);
        _graphemes = edits.GraphemeCount;
        _length = query.Length;
        _firstGrapheme = query.Steps[0].Grapheme;
        _scale = Steps / limit;
        _limit = Steps;
        _transposition = Quantize(edits.Transposition);
        Span<byte> letters = stackalloc byte[MostColumns], previous = stackalloc byte[MostColumns];
        letters.Clear();
        previous.Clear();
        for (var j = 0; j < query.Length; j++)
        {
            (letters[j], previous[j]) = (query.Steps[j].Letter, query.Steps[j].Previous);
            _present |= 1UL << query.Steps[j].Letter;
            _clusterLengths |= query.Steps[j].Reach > 1 ? ClusterBits(query.Steps[j]) : 0;
        }
        (_letters, _previous) = (Vector256.Create<byte>(letters), Vector256.Create<byte>(previous));
        _query = query.Steps;
        LayOutLeftOvers(query);
        LayOutShares(query);
    }

    private void LayOutShares(Spelling query)
    {
        var bound = _edits.BoundOf(_queryKind, _listedKind);
        for (var j = 0; j < query.Length; j++)
        {
            for (var level = 0; level < MostLevels; level++)
            {
                _cheap[j * MostLevels + level] = bound.Cheap(level, query.Steps[j].Letter);
                _shares[j * MostLevels + level] = Quantize(EditBound.LevelOf(level, query.Steps[j].LeftOver(_listedKind)));
            }
        }
    }

    private static int ClusterBits(in Step step)
    {
        var bits = 0;
        for (var length = 2; length <= EditModel.LongestGrapheme; length++)
            bits |= step.Cluster(length) != 0 ? 1 << length : 0;
        return bits;
    }

    private readonly byte Quantize(float cost) => (byte)Math.Min((int)(cost * _scale), Never);

    // The cost of a grapheme of a listed word for the query's grapheme of a length that ends in each column; most are never asked for.
    private readonly Vector256<byte> Profile(int length, int grapheme)
    {
        var place = (length - 1) * _graphemes + grapheme;
        return _isLaidOut[place] ? _profile[place] : LayOut(length, grapheme, place);
    }

    private readonly Vector256<byte> LayOut(int length, int grapheme, int place)
    {
        Span<byte> lanes = stackalloc byte[MostColumns];
        lanes.Fill(Never);
        var costs = _costs.Slice(grapheme * _graphemes, _graphemes);
        for (var j = 0; j < _query.Length; j++)
        {
            var other = length == 1 ? _query[j].Grapheme : _query[j].Cluster(length);
            if (other != 0 || length == 1)
                lanes[j] = Quantize(costs[other]);
        }
        _isLaidOut[place] = true;
        return _profile[place] = Vector256.Create<byte>(lanes);
    }

    private void LayOutLeftOvers(Spelling query)
    {
        Span<float> prices = stackalloc float[query.Length];
        for (var j = 0; j < query.Length; j++)
            prices[j] = query.Steps[j].LeftOver(_listedKind);
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
        (_firsts[0], _leasts[0]) = (0, 0);
    }

    /// <summary>Fills the row of the i-th letter of a listed word from the rows above.</summary>
    /// <returns>Whether it has a cell within the limit.</returns>
    public readonly bool NextRow(int i, in Step a)
    {
        // 0. Most letters cost too much whatever they are read as.
        var leftOver = Quantize(a.LeftOver(_queryKind));
        if (a.Reach == 1 && _leasts[i - 1] + Math.Min(LeastOf(a.Grapheme), leftOver) > _limit && (i == 1 || _leasts[i - 2] + _transposition > _limit))
        {
            (_rows[i], _firsts[i], _leasts[i]) = (Vector256<byte>.AllBitsSet, Never, Never);
            return false;
        }
        Vector256<byte> above = _rows[i - 1];
        var first = _firsts[i - 1];
        // 1. and 2.
        var substitution = Profile(1, a.Grapheme);
        if (i == 1)
            substitution = substitution.WithElement(0, Quantize(_edits.AtBeginning(_costs[a.Grapheme * _graphemes + _firstGrapheme])));
        var row = Avx2.Min(
            Avx2.AddSaturate(After(above, first), substitution),
            Avx2.AddSaturate(above, Vector256.Create(leftOver)));
        if (_clusterLengths != 0)
            row = Avx2.Min(row, FromClusters(above, first, a.Grapheme));
        var start = AddSaturate(first, leftOver);
        for (var length = 2; length <= a.Reach; length++)
        {
            if (a.Cluster(length) is not (var cluster and not 0))
                continue;
            Vector256<byte> from = _rows[i - length];
            var (fromFirst, price) = (_firsts[i - length], Quantize(_costs[cluster * _graphemes]));
            row = Avx2.Min(row, Avx2.Min(
                Avx2.AddSaturate(After(from, fromFirst), Profile(1, cluster)),
                Avx2.AddSaturate(from, Vector256.Create(price))));
            if (_clusterLengths != 0)
                row = Avx2.Min(row, FromClusters(from, fromFirst, cluster));
            start = Math.Min(start, AddSaturate(fromFirst, price));
        }
        // 3.
        if (i > 1 && a.Letter != a.Previous && ((_present >> a.Letter) & (_present >> a.Previous) & 1) != 0)
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
        if (start > _limit && Avx2.MoveMask(Avx2.CompareEqual(Avx2.Min(row, Vector256.Create(_limit)), row)) == 0)
        {
            _leasts[i] = Never;
            return false;
        }
        _leasts[i] = Math.Min(start, LeastIn(row));
        return true;
    }

    private static byte LeastIn(Vector256<byte> row)
    {
        var half = Sse2.Min(row.GetLower(), row.GetUpper());
        var pairs = Sse2.Min(half, Sse2.ShiftRightLogical(half.AsUInt16(), 8).AsByte());
        return (byte)Sse41.MinHorizontal(pairs.AsUInt16() & Vector128.Create((ushort)0xFF)).ToScalar();
    }

    // The least that a letter of a listed word costs, whatever letter or longer grapheme of the query it is read as.
    private readonly byte LeastOf(byte grapheme)
    {
        if (_isLeastKnown[grapheme])
            return _least[grapheme];
        var least = LeastIn(Profile(1, grapheme));
        for (var length = 2; length <= EditModel.LongestGrapheme; length++)
        {
            if ((_clusterLengths & (1 << length)) != 0)
                least = Math.Min(least, LeastIn(Profile(length, grapheme)));
        }
        _isLeastKnown[grapheme] = true;
        return _least[grapheme] = least;
    }

    /// <summary>Whether the listed word of so many letters may be within the limit.</summary>
    public readonly bool MayEnd(int i) => _rows[i].GetElement(_length - 1) <= _limit;

    /// <summary>Whether a word below a node may be within the limit, by what the letters of the query that are left pay at least.</summary>
    /// <param name="i">The row of the node.</param>
    /// <param name="open">How many of the last letters may still become a longer grapheme.</param>
    /// <param name="letters">The letters after the node.</param>
    /// <param name="path">The letters down to the node, by their rows.</param>
    public readonly bool MayGoOn(int i, int open, ulong letters, ReadOnlySpan<byte> path)
    {
        // Two neighbors exchanged, too, go on from a row further up.
        open = Math.Max(open, 1);
        for (var k = i - open + 1; k <= i; k++)
            letters |= 1UL << path[k];
        int left = 0, least = Least(i, open, _length);
        for (var j = _length - 1; j >= 0 && least > _limit; j--)
        {
            for (var level = 0; level < MostLevels; level++)
            {
                if ((_cheap[j * MostLevels + level] & letters) != 0)
                    continue;
                left += _shares[j * MostLevels + level];
                break;
            }
            if (left > _limit)
                return false;
            least = Least(i, open, j) + left;
        }
        return least <= _limit;
    }

    // The least cost in a column, in the rows a longer grapheme may start from.
    private readonly int Least(int i, int open, int column)
    {
        int least = Never + 1;
        for (var k = i - open; k <= i; k++)
            least = Math.Min(least, column == 0 ? _firsts[k] : _rows[k].GetElement(column - 1));
        return least;
    }

    private readonly Vector256<byte> FromClusters(Vector256<byte> from, byte first, int grapheme)
    {
        var best = Vector256<byte>.AllBitsSet;
        for (var length = 2; length <= EditModel.LongestGrapheme; length++)
        {
            if ((_clusterLengths & (1 << length)) != 0)
                best = Avx2.Min(best, Avx2.AddSaturate(After(from, first, length), Profile(length, grapheme)));
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
