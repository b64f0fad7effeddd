using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Names;

/// <summary>Splits Chinese, Korean and Japanese names that are written without a space: surname first, then the given name.</summary>
internal static class EastAsianNames
{
    private static readonly FrozenSet<string> Surnames = TableFile.Rows("data/names/surnames.tsv", 2)
        .SelectMany(r => r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Splits a name that is one word of two to four characters; marks a known surname that is a word of its own.</summary>
    public static void Split(List<Word> words)
    {
        if (words.Count == 0 || !IsIdeographic(words[0].Text))
            return;
        var text = words[0].Text;
        if (words.Count > 1)
        {
            // A form with a field for each name often has the family name last.
            var family = Surnames.Contains(text) ? words[0] : Surnames.Contains(words[^1].Text) ? words[^1] : null;
            if (family is { Stated: PartRole.Unknown })
                family.Stated = PartRole.Family;
            return;
        }
        if (text.Length is < 2 or > 4)
            return;
        var surname = text.Length > 2 && (Surnames.Contains(text[..2]) || text.Length == 4) ? 2 : 1;
        var isKnown = Surnames.Contains(text[..surname]);
        if (!isKnown && IsHangul(text[0]))
            return;
        words.Clear();
        words.Add(WordSplitter.NewWord(KnownWord.Of(text.AsSpan(0, surname)), Gap.Space));
        words.Add(WordSplitter.NewWord(KnownWord.Of(text.AsSpan(surname)), Gap.Glued));
        if (isKnown)
        {
            words[0].Stated = PartRole.Family;
            words[1].Stated = PartRole.Given;
        }
    }

    private static bool IsIdeographic(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= '\u4E00' and <= '\u9FFF') and not '\u3005' && !IsHangul(c))
                return false;
        }
        return true;
    }

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
