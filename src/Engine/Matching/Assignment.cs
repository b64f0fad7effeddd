namespace Marsad.Engine.Matching;

/// <summary>Pairs rows with columns one to one so that the sum of their values is greatest (the Hungarian method).</summary>
internal static class Assignment
{
    /// <summary>Finds the best pairing.</summary>
    /// <param name="values">Row by row; a pair that must not be made has a value no sum would choose, and leaving both apart counts 0.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="columnOf">Receives for each row its column, or −1.</param>
    public static void Solve(ReadOnlySpan<double> values, int rows, int columns, Span<int> columnOf)
    {
        // Each row may also take a column of its own that is worth 0: staying alone. Minimizes −value with potentials.
        var width = columns + rows;
        Span<double> u = stackalloc double[rows + 1], v = stackalloc double[width + 1], shortest = stackalloc double[width + 1];
        Span<int> rowOf = stackalloc int[width + 1], way = stackalloc int[width + 1];
        Span<bool> used = stackalloc bool[width + 1];
        u.Clear();
        v.Clear();
        rowOf.Clear();
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            shortest.Fill(double.MaxValue);
            used.Clear();
            do
            {
                used[column] = true;
                int current = rowOf[column], next = 0;
                var delta = double.MaxValue;
                for (var j = 1; j <= width; j++)
                {
                    if (used[j])
                        continue;
                    var cost = j <= columns ? -values[(current - 1) * columns + j - 1] : 0;
                    var reduced = cost - u[current] - v[j];
                    if (reduced < shortest[j])
                        (shortest[j], way[j]) = (reduced, column);
                    if (shortest[j] < delta)
                        (delta, next) = (shortest[j], j);
                }
                for (var j = 0; j <= width; j++)
                {
                    if (used[j])
                    {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                        shortest[j] -= delta;
                }
                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = way[column])
                rowOf[column] = rowOf[way[column]];
        }
        columnOf[..rows].Fill(-1);
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] > 0)
                columnOf[rowOf[j] - 1] = j - 1;
        }
    }
}
