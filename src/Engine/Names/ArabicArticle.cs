namespace Marsad.Engine.Names;

/// <summary>Separates what Arabic script writes as one word: the article (البغدادي), and compounds without a space (عبدالرحمن).</summary>
internal static class ArabicArticle
{
    private const string Article = "ال";
    private const string And = "و";

    /// <summary>No real word is longer; what is longer is not cut.</summary>
    private const int LongestWord = 48;

    /// <summary>Adds the pieces of a word in Arabic script that holds an article or a compound; false when the word is whole.</summary>
    /// <param name="words">Takes the pieces.</param>
    /// <param name="word">The word.</param>
    /// <param name="before">What stood before it.</param>
    /// <param name="organization">Whether it stands in the name of an organization, where "and" is written onto a word: والمسلمين.</param>
    public static bool Add(List<Word> words, KnownWord word, Gap before, bool organization)
    {
        var text = word.Text;
        if (text[0] is not ((>= '\u0621' and <= '\u06D3') or (>= '\uFB50' and <= '\uFEFC')) || text.Length > LongestWord || text.AsSpan().ContainsAnyInRange('0', 'z'))
            return false;
        var form = word.Form;
        if ((word.Kinds & (WordKinds.NotArticle | WordKinds.Allah | WordKinds.Title)) != 0)
            return false;
        if (Cut(form, organization) is not var (head, hasArticle))
            return false;
        var end = InText(text, form, head);
        AddPiece(words, text[..end], before, organization);
        if (hasArticle)
        {
            var rest = InText(text, form, head + Article.Length);
            AddPiece(words, text[end..rest], Gap.Glued, organization);
            end = rest;
        }
        AddPiece(words, text[end..], Gap.Glued, organization);
        return true;
    }

    /// <summary>A piece can hold another compound: العبدالله.</summary>
    private static void AddPiece(List<Word> words, string text, Gap before, bool organization)
    {
        var known = KnownWord.Of(text.AsSpan().Trim('\''));
        if (!Add(words, known, before, organization))
            words.Add(WordSplitter.NewWord(known, before));
    }

    /// <summary>The place in the text of a place in its form; they differ where the word is written with its vowels.</summary>
    private static int InText(string text, string form, int index)
    {
        if (text.Length == form.Length)
            return index;
        var end = index;
        while (end < text.Length - 1 && Word.FormOf(text[..(end + 1)]).Length <= index)
            end++;
        return end;
    }

    /// <summary>Where to cut: after the head, and whether an article follows the head; null when the word is whole.</summary>
    private static (int Head, bool HasArticle)? Cut(string form, bool organization)
    {
        if (organization && form.Length >= 6 && form.StartsWith(And + Article, StringComparison.Ordinal))
            return (1, true);
        if (form.StartsWith(Article, StringComparison.Ordinal))
            return form.Length >= 4 ? (2, false) : null;
        if (form.EndsWith("الله", StringComparison.Ordinal) && form.Length >= 6)
            return (form.Length - 4, false);
        if (form.EndsWith("الدين", StringComparison.Ordinal) && form.Length >= 7)
            return (form.Length - 5, true);
        if (form.StartsWith("عبدال", StringComparison.Ordinal) && form.Length >= 7)
            return (3, true);
        if (form.StartsWith("ابوال", StringComparison.Ordinal) && form.Length >= 7)
            return (3, true);
        if (form.StartsWith("ذوال", StringComparison.Ordinal) && form.Length >= 7)
            return (2, true);
        return null;
    }
}
