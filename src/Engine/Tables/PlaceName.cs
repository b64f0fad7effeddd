using System.Collections.Frozen;
using System.Text;

namespace Marsad.Engine.Tables;

/// <summary>The form in which names of countries and places are compared.</summary>
/// <remarks>
/// Lower case; Latin accents, Arabic vowel signs and letter variants folded; an apostrophe or a full stop is nothing
/// ("U.S.A." is "usa"), any other punctuation is a space; the word "the" is left out. Folding twice changes nothing.
/// </remarks>
internal static class PlaceName
{
    private static readonly FrozenDictionary<char, string> Folded = Letters(
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđḍḏ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħḥḩḫ"),
        ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķḳḵ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"),
        ("s", "śŝşšșṣ"), ("t", "ţťŧțṭṯ"), ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓẕ"),
        ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"), ("d", "ð"), ("e", "ə"),
        ("е", "ё"), ("и", "ѝ"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"), ("σ", "ς"),
        ("ا", "أإآٱ"), ("ي", "ىیئ"), ("ك", "ک"), ("ه", "ةۀە"), ("و", "ؤ"));

    /// <summary>Folds a printed name; empty when nothing of it can be compared.</summary>
    public static string Fold(string printed)
    {
        var folded = new StringBuilder(printed.Length);
        foreach (var written in printed)
        {
            var c = written == 'İ' ? 'i' : char.ToLowerInvariant(written);
            if (Folded.TryGetValue(c, out var letters))
                folded.Append(letters);
            else if (char.IsLetterOrDigit(c) && c is not ('ʻ' or 'ʼ' or 'ʿ' or 'ʾ' or 'ـ'))
                folded.Append(c);
            else if (!IsSilent(c))
                folded.Append(' ');
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word != "the"));
    }

    private static bool IsSilent(char c) =>
        c is '.' or '\'' or '’' or '‘' or '`' or '´' or 'ʻ' or 'ʼ' or 'ʿ' or 'ʾ' or 'ـ' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u00ad'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<char, string> Letters(params (string To, string From)[] rows) =>
        rows.SelectMany(row => row.From.Select(c => KeyValuePair.Create(c, row.To))).ToFrozenDictionary();
}
