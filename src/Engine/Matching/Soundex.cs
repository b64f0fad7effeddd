namespace Marsad.Engine.Matching;

/// <summary>American Soundex: a word's first letter and the classes of its next three consonants (Robert and Rupert: R163).</summary>
/// <remarks>
/// <para><b>Rule.</b> Vowels and Y separate, H and W do not: the same class on both sides of H or W counts once. A class that
/// repeats the one before it counts once, the first letter's included.</para>
/// <para><b>Bad input.</b> All but A to Z is passed over; a word without such a letter has four zeros, and no code.</para>
/// <para><b>Source.</b> US National Archives, "Soundex: The Soundex Indexing System".</para>
/// </remarks>
internal static class Soundex
{
    /// <summary>The length of every code.</summary>
    public const int Length = 4;

    // A to Z; 0 has no class.
    private const string Classes = "01230120022455012623010202";
    private const string Transparent = "HW";

    /// <summary>Writes the code of a word in capitals.</summary>
    /// <param name="word">The word.</param>
    /// <param name="code">Where the code goes: four characters.</param>
    public static void Write(ReadOnlySpan<char> word, Span<char> code)
    {
        code[..Length].Fill('0');
        var length = 0;
        var last = '0';
        foreach (var letter in word)
        {
            if (letter is < 'A' or > 'Z')
                continue;
            var kind = Classes[letter - 'A'];
            if (length == 0)
                code[length++] = letter;
            else if (Transparent.Contains(letter, StringComparison.Ordinal))
                continue;
            else if (kind != '0' && kind != last)
                code[length++] = kind;
            if (length == Length)
                return;
            last = kind;
        }
    }
}
