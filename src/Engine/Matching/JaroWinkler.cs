namespace Marsad.Engine.Matching;

/// <summary>How alike two strings are by the letters they share in about the same place, more so where they begin alike.</summary>
/// <remarks>
/// <para><b>Scale.</b> 0 (no common letter) to 1 (the same string); symmetric but for rare strings whose letters can be paired in
/// more than one way.</para>
/// <para><b>Bad input.</b> An empty string is like nothing: 0.</para>
/// <para><b>Example.</b> MARTHA and MARHTA: Jaro 0.944, with the bonus of the three common first letters 0.961.</para>
/// <para><b>Source.</b> Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
/// Linkage", ASA 1990, without its rule that only pairs above 0.7 get the bonus: OFAC's search does not have it.</para>
/// </remarks>
internal static class JaroWinkler
{
    /// <summary>What each common first letter closes of the distance to 1.</summary>
    private const double PrefixScale = 0.1;

    private const int StackLength = 512;

    /// <summary>The similarity with the bonus for a common beginning.</summary>
    /// <param name="longestPrefix">How many first letters count at most: 4 in the literature.</param>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int longestPrefix = 4)
    {
        var jaro = Jaro(a, b);
        return jaro + PrefixScale * Prefix(a, b, longestPrefix) * (1 - jaro);
    }

    /// <summary>What <see cref="Similarity"/> is at most, by the lengths and the beginnings alone.</summary>
    public static double Bound(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int longestPrefix = 4)
    {
        if (a.IsEmpty || b.IsEmpty)
            return 0;
        var jaro = (2 + (double)Math.Min(a.Length, b.Length) / Math.Max(a.Length, b.Length)) / 3;
        return jaro + PrefixScale * Prefix(a, b, longestPrefix) * (1 - jaro);
    }

    /// <summary>The similarity without the bonus.</summary>
    public static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return 0;
        if (a.SequenceEqual(b))
            return 1;
        // 1. Each letter of a takes the first free equal letter of b that is no farther than the window.
        var window = Math.Max(Math.Max(a.Length, b.Length) / 2 - 1, 0);
        var taken = b.Length <= StackLength ? stackalloc bool[b.Length] : new bool[b.Length];
        taken.Clear();
        var common = a.Length <= StackLength ? stackalloc char[a.Length] : new char[a.Length];
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var letter = a[i];
            var end = Math.Min(b.Length, i + window + 1);
            for (var j = Math.Max(0, i - window); j < end; j++)
            {
                if (b[j] == letter && !taken[j])
                {
                    taken[j] = true;
                    common[matches++] = letter;
                    break;
                }
            }
        }
        if (matches == 0)
            return 0;
        // 2. The taken letters, in the order of each string, differ where letters changed places.
        int misplaced = 0, at = 0;
        for (var j = 0; j < b.Length; j++)
        {
            if (taken[j] && common[at++] != b[j])
                misplaced++;
        }
        double m = matches;
        return (m / a.Length + m / b.Length + (m - misplaced / 2.0) / m) / 3;
    }

    private static int Prefix(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int longest) => Math.Min(a.CommonPrefixLength(b), longest);
}
