namespace Marsad.Engine.Matching;

/// <summary>How many letters a spelling must have that is within a limit of another, whatever its letters are.</summary>
/// <remarks>What a search is spared: Garcia written together with a given name is no word of five letters.</remarks>
internal sealed class EditLengths
{
    private readonly float[] _least;
    private readonly int _most;

    /// <summary>Looks up the least cost of each grapheme of one side for any grapheme of each length of the other.</summary>
    /// <param name="costs">The costs: [grapheme of one side, grapheme of the other].</param>
    /// <param name="lengthOf">How many letters each grapheme has.</param>
    /// <param name="most">How many letters the longest has.</param>
    public EditLengths(ReadOnlySpan<float> costs, ReadOnlySpan<byte> lengthOf, int most)
    {
        _most = most;
        _least = new float[lengthOf.Length * (most + 1)];
        Array.Fill(_least, float.PositiveInfinity);
        for (var a = 0; a < lengthOf.Length; a++)
        {
            for (var b = 0; b < lengthOf.Length; b++)
            {
                ref var least = ref _least[a * (most + 1) + lengthOf[b]];
                least = Math.Min(least, costs[a * lengthOf.Length + b]);
            }
        }
    }

    /// <summary>The fewest letters of a spelling whose edit cost from another may be within a limit.</summary>
    /// <param name="steps">The other.</param>
    /// <param name="leftOver">The price of each of its letters left over.</param>
    /// <param name="limit">The limit.</param>
    public int Shortest(ReadOnlySpan<Step> steps, ReadOnlySpan<float> leftOver, float limit)
    {
        // cost[i, k]: the first i letters read as k letters.
        var width = steps.Length + 1;
        Span<float> cost = stackalloc float[width * width];
        cost.Fill(float.PositiveInfinity);
        cost[0] = 0;
        for (var i = 1; i < width; i++)
        {
            var row = cost.Slice(i * width, width);
            for (var k = 0; k < width; k++)
                row[k] = cost[(i - 1) * width + k] + leftOver[i - 1];
            Read(cost, row, i - 1, steps[i - 1].Grapheme);
            for (var length = 2; length <= steps[i - 1].Reach; length++)
            {
                if (steps[i - 1].Cluster(length) is var cluster and not 0)
                    Read(cost, row, i - length, cluster);
            }
        }
        var last = cost[^width..];
        for (var k = 0; k < width; k++)
        {
            if (last[k] <= limit)
                return k;
        }
        return width - 1;
    }

    private void Read(ReadOnlySpan<float> cost, Span<float> row, int from, int grapheme)
    {
        var before = cost.Slice(from * row.Length, row.Length);
        for (var length = 0; length <= _most; length++)
        {
            var price = _least[grapheme * (_most + 1) + length];
            for (var k = length; k < row.Length; k++)
                row[k] = Math.Min(row[k], before[k - length] + price);
        }
    }
}
