using System.Globalization;
using System.Text;

namespace Marsad.Engine.Names;

/// <summary>What a character does in a name.</summary>
internal enum NameCharacter
{
    /// <summary>Letter, mark or digit: part of a word.</summary>
    Word,
    /// <summary>Invisible or meaningless inside a word: left out without ending it.</summary>
    Dropped,
    /// <summary>Ends a word.</summary>
    Separator,
    Hyphen,
    Apostrophe,
    Dot,
    Comma,
    Opening,
    Closing,
    And,
}

/// <summary>Sorts characters by what they do in a name: many code points, few jobs.</summary>
internal static class NameCharacters
{
    public static NameCharacter Of(char c) => c < 128 ? OfAscii(c) : OfOther(c);

    /// <summary>A character beyond the first plane: rare Han characters are words, emoji and the like separate.</summary>
    public static NameCharacter Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter => NameCharacter.Word,
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol => NameCharacter.Dropped,
        _ => NameCharacter.Separator,
    };

    private static NameCharacter OfAscii(char c) => c switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') => NameCharacter.Word,
        '\'' or '`' => NameCharacter.Apostrophe,
        '-' => NameCharacter.Hyphen,
        '.' => NameCharacter.Dot,
        ',' => NameCharacter.Comma,
        '(' or '[' or '{' => NameCharacter.Opening,
        ')' or ']' or '}' => NameCharacter.Closing,
        '&' or '+' => NameCharacter.And,
        '\t' or '\n' or '\r' => NameCharacter.Separator,
        < ' ' or '\x7f' => NameCharacter.Dropped,
        _ => NameCharacter.Separator,
    };

    private static NameCharacter OfOther(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u00B4' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02BE' or '\u02BF'
            or '\u02C8' or '\u02CB' or '\u02CA' or '\uFF07' or '\u05F3' => NameCharacter.Apostrophe,
        '\u0640' or '\u02B9' or '\u02BA' or '\u05F4' => NameCharacter.Dropped, // tatweel, soft and hard sign, gershayim
        '\u060C' or '\uFF0C' or '\u3001' or '\uFE50' => NameCharacter.Comma,
        '\uFF0E' or '\u2024' => NameCharacter.Dot,
        '\uFF06' or '\uFF0B' => NameCharacter.And,
        '\u2212' => NameCharacter.Hyphen,
        >= '\uFE00' and <= '\uFE0F' => NameCharacter.Dropped, // variation selectors
        _ => OfCategory(char.GetUnicodeCategory(c)),
    };

    private static NameCharacter OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber => NameCharacter.Word,
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => NameCharacter.Dropped,
        UnicodeCategory.DashPunctuation => NameCharacter.Hyphen,
        UnicodeCategory.OpenPunctuation => NameCharacter.Opening,
        UnicodeCategory.ClosePunctuation => NameCharacter.Closing,
        _ => NameCharacter.Separator,
    };
}
