using System.Globalization;
using System.Text;

namespace Marsad.Engine.Transliteration;

/// <summary>Brings the letters of a word to one form in their own script.</summary>
/// <remarks>
/// <para>The tables come from the Unicode Character Database; neither ICU nor <c>string.Normalize</c> is asked, so that the
/// result is the same on every machine. Both methods are pure, linear, total on any UTF-16 string, and change nothing when
/// applied a second time.</para>
/// </remarks>
internal static class Letters
{
    private static readonly CharacterMap Compatibility = CharacterMap.Read("data/transliteration/compatibility.tsv");
    private static readonly CharacterMap Folding = CharacterMap.Read("data/transliteration/folding.tsv");

    /// <summary>One encoding for one letter: lower case, composed, no wide, narrow or positional forms, ligatures or invisible characters.</summary>
    /// <remarks>Diacritics and written Arabic vowels stay: readers of a script need them. Any other combining mark goes.</remarks>
    public static string Normalize(string word)
    {
        if (IsPlainAscii(word))
            return word;
        var letters = new Composer(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c < 0x80)
                letters.Add(c);
            else if (!char.IsSurrogate(c))
                letters.Add(Compatibility[c], c);
            else if (char.IsHighSurrogate(c) && i + 1 < word.Length && char.IsLowSurrogate(word[i + 1]))
                AddPair(ref letters, new Rune(c, word[++i]));
        }
        return letters.ToString();
    }

    /// <summary>A word as it is compared for equality in its own script.</summary>
    /// <remarks>
    /// On top of <see cref="Normalize"/>: Latin, Greek and Cyrillic without diacritics (é e, ß ss, ё е, but й and ї stay), the
    /// variants of an Arabic letter unified (أ إ آ are ا, ى and ی are ي, ک is ك, ة is ه, a lone hamza is nothing), no harakat and
    /// no Hebrew points, Hebrew and Greek final forms as the plain letter, all digits 0–9, no apostrophes. Hyphens, spaces and
    /// other punctuation stay. فاطمة and فاطمه are one, and so are Łódź and lodz.
    /// </remarks>
    public static string Fold(string word)
    {
        var normal = Normalize(word);
        if (Ascii.IsValid(normal) && !normal.Contains('\'') && !normal.Contains('`'))
            return normal;
        var letters = new Composer(normal.Length);
        foreach (var c in normal)
        {
            if (!IsApostrophe(c) && !IsVowelSign(c))
                letters.Add(Folding[c], c);
        }
        return letters.ToString();
    }

    /// <summary>A letter of a normalized word without its diacritic; the letter itself when it has none.</summary>
    public static string? Plain(char letter) => Folding[letter];

    /// <summary>A written vowel or reading sign of Arabic or a point of Hebrew.</summary>
    public static bool IsVowelSign(char c) => c is (>= '\u064B' and <= '\u0652') or '\u0670' or (>= '\u0591' and <= '\u05C7' and not ('\u05BE' or '\u05C0' or '\u05C3' or '\u05C6'));

    public static bool IsApostrophe(char c) => c is '\'' or '`' or '´' or '’' or '‘' or '′' or '‵' or (>= 'ʹ' and <= 'ˁ') or 'ˈ' or '׳';

    private static void AddPair(ref Composer letters, Rune rune)
    {
        if (Compatibility[rune] is { } plain)
        {
            letters.Add(plain, '\0');
            return;
        }
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.PrivateUse)
            return;
        letters.AddPair(Rune.ToLowerInvariant(rune));
    }

    private static bool IsPlainAscii(string word)
    {
        foreach (var c in word)
        {
            if (c is < ' ' or > '~' or (>= 'A' and <= 'Z'))
                return false;
        }
        return true;
    }
}
