namespace Marsad.Bench;

/// <summary>Plain Jaro-Winkler similarity of two strings, 0 to 1: what most screening programs compute, and our baseline of speed.</summary>
/// <remarks>Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model", 1990: prefix scale 0.1, up to four letters.</remarks>
internal static class JaroWinkler
{
    public static double Similarity(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length == b.Length ? 1 : 0;
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> matchedA = a.Length <= 256 ? stackalloc bool[a.Length] : new bool[a.Length];
        Span<bool> matchedB = b.Length <= 256 ? stackalloc bool[b.Length] : new bool[b.Length];
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (matchedB[j] || a[i] != b[j])
                    continue;
                matchedA[i] = matchedB[j] = true;
                matches++;
                break;
            }
        }
        if (matches == 0)
            return 0;
        var transposed = Transposed(a, b, matchedA, matchedB);
        var jaro = (((double)matches / a.Length) + ((double)matches / b.Length) + ((matches - (transposed / 2.0)) / matches)) / 3;
        return jaro + (0.1 * Prefix(a, b) * (1 - jaro));
    }

    private static int Transposed(string a, string b, Span<bool> matchedA, Span<bool> matchedB)
    {
        var (count, j) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!matchedA[i])
                continue;
            while (!matchedB[j])
                j++;
            if (a[i] != b[j++])
                count++;
        }
        return count;
    }

    private static int Prefix(string a, string b)
    {
        var length = 0;
        while (length < Math.Min(4, Math.Min(a.Length, b.Length)) && a[length] == b[length])
            length++;
        return length;
    }
}
