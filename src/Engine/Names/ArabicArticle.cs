namespace Marsad.Engine.Names;

/// <summary>Separates what Arabic script writes as one word: the article (البغدادي), and compounds without a space (عبدالرحمن).</summary>
internal static class ArabicArticle
{
    private const string Article = "ال";

    /// <summary>Adds the pieces of a word in Arabic script that holds an article or a compound; false when the word is whole.</summary>
    public static bool Add(List<Word> words, string text, Gap before)
    {
        if (text[0] is < '\u0621' or > '\u06D3')
            return false;
        var form = Word.FormOf(text);
        // Harakat make text and form differ in length; a vocalized word is cut in its form.
        if (form.Length != text.Length)
            text = form;
        if ((NameWords.Of(form) & (WordKinds.NotArticle | WordKinds.Allah | WordKinds.Title)) != 0)
            return false;
        if (Cut(form) is not var (head, hasArticle))
            return false;
        words.Add(WordSplitter.NewWord(text[..head], before));
        if (hasArticle)
        {
            words.Add(WordSplitter.NewWord(text[head..(head + 2)], Gap.Glued));
            head += 2;
        }
        words.Add(WordSplitter.NewWord(text[head..], Gap.Glued));
        return true;
    }

    /// <summary>Where to cut: after the head, and whether an article follows the head; null when the word is whole.</summary>
    private static (int Head, bool HasArticle)? Cut(string form)
    {
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
