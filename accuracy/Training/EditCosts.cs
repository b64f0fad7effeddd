using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary>Makes costs of the counts of one column.</summary>
/// <remarks>
/// <para><b>Two spellings of one kind.</b> The cost of x for y is log2 of √(n(x)·n(y)) / c(x, y): how much rarer x meets y than x and
/// y meet themselves. It is the difference of the log-likelihood ratios log2 P(x, y | same)/P(x, y | unrelated), in which the shares
/// of the single graphemes cancel.</para>
/// <para><b>A native letter and a Latin one.</b> The native word is given, so the cost of y for x is log2 of how much rarer y is than
/// the likeliest reading of x. A vowel that the script does not write is measured against the commonest of them.</para>
/// <para><b>Offset and scale.</b> The rarity of a name counts all its usual spellings together, so what spelling it in one of its
/// ways costs is in the rarity already: each cost is less by an offset, and nothing common costs anything. And who spells u for o
/// does so throughout the name: the differences of a word are not independent, so each counts by less than its bits. The offset
/// (one for Latin, one for native scripts) and the scale are set by hand, not learned.</para>
/// </remarks>
internal sealed class EditCosts(EditLearning learning)
{
    private const double LeastSeen = 4;
    private const double Scale = 0.75;
    private const double LatinOffset = 2.6, NativeOffset = 2.5;
    private const string Vowels = "aeiou";

    // A script whose readings lack a vowel more often than this does not write them.
    private const double OmittedVowel = 0.02;

    /// <summary>The cost of a grapheme for another; null where they were hardly ever seen together.</summary>
    public double? Of(string a, string b)
    {
        var seen = learning.Alignment.Count(a, b);
        if (seen < LeastSeen)
            return null;
        if (learning.IsSymmetric)
            return Scaled(Math.Log2(Math.Sqrt(Kept(a) * Kept(b)) / seen));
        var share = seen / learning.Occurrences(a, onFirst: true);
        return Scaled(Math.Log2(Likeliest(a) / share));
    }

    /// <summary>The cost of a letter that the other side does not have.</summary>
    public double? LeftOver(bool ofFirst, LeftContext context, string letter)
    {
        var seen = learning.Alignment.LeftOver(ofFirst, context, letter);
        // Doubled or not is no difference to the rarity of a name, so it costs the same whatever the letter.
        if (seen < LeastSeen || context == LeftContext.Twin)
            return null;
        if (learning.IsSymmetric)
        {
            var kept = Math.Max(Place(true, context, letter) - seen, seen);
            return Scaled(Math.Log2(Math.Sqrt(kept * Math.Max(learning.Occurrences("@" + (int)context, true), kept)) / seen));
        }
        if (ofFirst)
            return Scaled(Math.Log2(Math.Max(Place(true, context, letter) - seen, seen) / seen));
        var rate = seen / Slots(context);
        return Scaled(Math.Log2((CommonestVowel() is var vowel and > OmittedVowel ? vowel : 1) / rate));
    }

    private double Scaled(double bits) => Math.Max(bits - (learning.IsSymmetric ? LatinOffset : NativeOffset), 0) * Scale;

    // How often a grapheme stands, in effect, for itself.
    private double Kept(string grapheme) => grapheme.Length == 1
        ? learning.Alignment.Count(grapheme, grapheme)
        : learning.Occurrences(grapheme, onFirst: true) * grapheme.Aggregate(1.0, (p, c) => p * Share(c.ToString()));

    private double Share(string letter) => Math.Min(1, learning.Alignment.Count(letter, letter) / Math.Max(1, learning.Occurrences(letter, true)));

    private double Likeliest(string a) => a.Length > 1
        ? a.Aggregate(1.0, (p, c) => p * Likeliest(c.ToString()))
        : Math.Max(learning.Alignment.Graphemes.Skip(1).Max(b => learning.Alignment.Count(a, b)) / Math.Max(1, learning.Occurrences(a, true)), 0.05);

    private double Place(bool onFirst, LeftContext context, string letter) => learning.Occurrences("@" + (int)context + letter, onFirst);

    private double Slots(LeftContext context) => Math.Max(1, learning.Occurrences("@" + (int)context, false));

    private double CommonestVowel() => Vowels.Max(v => learning.Alignment.LeftOver(false, LeftContext.Consonant, v.ToString())) / Slots(LeftContext.Consonant);
}
