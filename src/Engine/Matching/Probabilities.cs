namespace Marsad.Engine.Matching;

/// <summary>How a sum of bits, the prior included, becomes a probability.</summary>
/// <remarks>
/// <para><b>Meaning.</b> Below even odds a bit is a bit: the odds are 2 to the power of the sum. Above, bits count less the more there
/// are, because they were added as if each were news and are not: words of a name come together, records copy each other's dates,
/// and now and then a record mixes two parties. Sixty bits are not a certainty of one in 2^60.</para>
/// <para><b>Rule.</b> A sum x above 0 gives log2 odds of s·log2(1 + x/s), where s is the row <c>certaintyScale</c> of the weights.
/// The rule keeps order: of two sums the greater has the greater probability, however great
/// both are, and none reaches 1. At 0, which is probability one half, nothing changes.</para>
/// <para><b>Example.</b> With s = 1.5: x = 3 gives 0.83 (as odds of 2^3 it would be 0.89), x = 10 gives 0.95, x = 60 gives 0.996.</para>
/// </remarks>
internal static class Probabilities
{
    /// <summary>The probability of a sum of bits.</summary>
    /// <param name="bits">All bits, the prior among them.</param>
    /// <param name="scale">The row <c>certaintyScale</c>, above 0.</param>
    public static double Of(double bits, double scale) =>
        1 / (1 + Math.Pow(2, bits > 0 ? -scale * Math.Log2(1 + bits / scale) : -bits));

    /// <summary>The sum of bits at which a probability is reached: what undoes <see cref="Of"/>. At 0 and below it is −∞, at 1 +∞.</summary>
    /// <param name="probability">The probability.</param>
    /// <param name="scale">The row <c>certaintyScale</c>, above 0.</param>
    public static double BitsFor(double probability, double scale)
    {
        if (probability <= 0)
            return double.NegativeInfinity;
        if (probability >= 1)
            return double.PositiveInfinity;
        var odds = Math.Log2(probability / (1 - probability));
        return odds > 0 ? scale * (Math.Pow(2, odds / scale) - 1) : odds;
    }
}
