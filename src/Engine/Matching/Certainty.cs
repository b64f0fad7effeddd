using System.Globalization;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>How a sum of bits becomes a probability, in comparing or in screening.</summary>
/// <remarks>
/// <para><b>Meaning.</b> The prior is added to the bits. Below even odds the sum is log2 of the odds. Above, it counts less: bits are
/// added as if each were news, and are not. Words of a name come together, records copy each other's dates, and now and then a record
/// mixes two parties; sixty bits are not a certainty of one in 2^60.</para>
/// <para><b>Table.</b> <c>certainty.tsv</c> says at some sums above 0 what log2 of the odds is, as often as pairs of records proved to be one
/// party; between two rows and beyond the last it goes in a straight line. <c>accuracy/</c> makes it (calibrate).</para>
/// <para><b>Order.</b> The more bits the greater the probability, however many there are; it never reaches 1. At a sum of 0 it is one
/// half, so a threshold of one half does not depend on the table.</para>
/// </remarks>
internal sealed class Certainty
{
    private readonly (double Bits, double LogOdds)[] _knots;

    /// <param name="priorBits">The bits before any evidence.</param>
    /// <param name="knots">Sums above 0 with log2 of their odds, both rising; the first follows (0, 0).</param>
    public Certainty(double priorBits, IEnumerable<(double Bits, double LogOdds)> knots)
    {
        PriorBits = priorBits;
        _knots = [(0, 0), .. knots];
        for (var i = 1; i < _knots.Length; i++)
        {
            if (_knots[i].Bits <= _knots[i - 1].Bits || _knots[i].LogOdds <= _knots[i - 1].LogOdds)
                throw new ArgumentException($"{_knots[i]} does not rise above {_knots[i - 1]}", nameof(knots));
        }
        if (_knots.Length < 2)
            throw new ArgumentException("no row", nameof(knots));
    }

    /// <summary>Reads the rows of one use, <c>compare</c> or <c>screen</c>.</summary>
    public static Certainty Read(string path, string use, double priorBits) => new(priorBits, TableFile.Rows(path, 3)
        .Where(r => r[0] == use).Select(r => (double.Parse(r[1], CultureInfo.InvariantCulture), double.Parse(r[2], CultureInfo.InvariantCulture))));

    /// <summary>The bits before any evidence.</summary>
    public double PriorBits { get; }

    /// <summary>The probability of evidence of a weight.</summary>
    public double Of(double weightBits) => 1 / (1 + Math.Pow(2, -LogOddsOf(weightBits + PriorBits)));

    /// <summary>The weight at which a probability is reached: what undoes <see cref="Of"/>. At 0 and below it is −∞, at 1 +∞.</summary>
    public double WeightFor(double probability) => probability switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        _ => SumOf(Math.Log2(probability / (1 - probability))) - PriorBits,
    };

    private double LogOddsOf(double sum)
    {
        if (sum <= 0)
            return sum;
        var i = 1;
        while (i < _knots.Length - 1 && sum > _knots[i].Bits)
            i++;
        var (from, to) = (_knots[i - 1], _knots[i]);
        return from.LogOdds + (sum - from.Bits) * (to.LogOdds - from.LogOdds) / (to.Bits - from.Bits);
    }

    private double SumOf(double logOdds)
    {
        if (logOdds <= 0)
            return logOdds;
        var i = 1;
        while (i < _knots.Length - 1 && logOdds > _knots[i].LogOdds)
            i++;
        var (from, to) = (_knots[i - 1], _knots[i]);
        return from.Bits + (logOdds - from.LogOdds) * (to.Bits - from.Bits) / (to.LogOdds - from.LogOdds);
    }
}
