using CsCheck;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class AssignmentTests
{
    private static readonly Gen<double> Value = Gen.Frequency((6, Gen.Double[-20, 30]), (2, Gen.Int[-3, 9].Select(i => (double)i)), (1, Gen.Const(-1e9)));

    [Fact]
    public void The_pairing_is_worth_what_the_best_of_all_pairings_is_worth() =>
        (from rows in Gen.Int[1, 6] from columns in Gen.Int[1, 6] from values in Value.Array[rows * columns] select (rows, columns, values)).Sample(
            (rows, columns, values) =>
            {
                var columnOf = new int[rows];
                Assignment.Solve(values, rows, columns, columnOf);
                var taken = columnOf.Where(c => c >= 0).ToList();
                Assert.Equal(taken.Count, taken.Distinct().Count());
                Assert.All(columnOf, c => Assert.InRange(c, -1, columns - 1));
                Assert.Equal(Best(values, columns, 0, rows, 0), columnOf.Select((c, row) => c < 0 ? 0 : values[row * columns + c]).Sum(), 6);
            },
            iter: 2000, threads: 1);

    [Fact]
    public void A_pair_that_must_not_be_made_is_not_made()
    {
        var columnOf = new int[2];
        Assignment.Solve([-1e9, -1e9, -1e9, 3], 2, 2, columnOf);
        Assert.Equal([-1, 1], columnOf);
    }

    // Every way to give each row a column or none.
    private static double Best(double[] values, int columns, int row, int rows, int taken)
    {
        if (row == rows)
            return 0;
        var best = Best(values, columns, row + 1, rows, taken);
        for (var c = 0; c < columns; c++)
        {
            if ((taken & (1 << c)) == 0)
                best = Math.Max(best, values[row * columns + c] + Best(values, columns, row + 1, rows, taken | (1 << c)));
        }
        return best;
    }
}
