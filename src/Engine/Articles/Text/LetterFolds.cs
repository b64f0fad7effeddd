using System.Globalization;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>One folded letter for each UTF-16 code unit: what words of a text and names of a list are compared by.</summary>
/// <remarks>
/// The folds are those of <see cref="Letters.Fold"/>: case, accents, the variants of an Arabic letter, digits of all scripts to 0–9.
/// What only stretches, points or steers (tatweel, short vowels, direction marks, soft hyphens, the joiner) is dropped. A table
/// instead of a call for each letter: a text is folded at the speed of memory, and no offset ever moves.
/// </remarks>
internal static class LetterFolds
{
    /// <summary>Not part of a word: a space, a mark, a symbol.</summary>
    public const char Break = '\0';

    /// <summary>Inside a word and of no weight.</summary>
    public const char Dropped = '\uFFFF';

    private static readonly char[] Table = Build();

    /// <summary>The folded letter or digit, <see cref="Break"/> or <see cref="Dropped"/>.</summary>
    public static char Of(char c) => Table[c];

    /// <summary>A word in the form in which it is compared; apostrophes inside are of no weight.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> letters = word.Length <= 128 ? stackalloc char[128] : new char[word.Length];
        var count = 0;
        foreach (var c in word)
        {
            var folded = Table[c];
            if (folded is not (Break or Dropped))
                letters[count++] = folded;
        }
        return new string(letters[..count]);
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < char.MaxValue; i++)
        {
            var c = (char)i;
            table[i] = char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : c < 0x80 ? Break : Beyond(c);
        }
        return table;
    }

    private static char Beyond(char c)
    {
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return Dropped;
            case UnicodeCategory.Format:
                return c is '\u200C' ? Break : Dropped; // the non-joiner stands between the parts of a Persian word
            case UnicodeCategory.DecimalDigitNumber:
                return CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0 ? (char)('0' + digit) : Break;
            case UnicodeCategory.SpacingCombiningMark:
                return c;
        }
        if (c == 'ـ')
            return Dropped;
        if (!char.IsLetter(c) || char.IsSurrogate(c))
            return Break;
        if (c is 'ʼ' or 'ʻ' or 'ʿ' or 'ʾ' or 'ء')
            return Dropped;
        var folded = Letters.Fold(c.ToString());
        return folded.Length > 0 ? folded[0] : Dropped;
    }
}
