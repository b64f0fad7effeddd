using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>Cuts paragraphs into sentences.</summary>
/// <remarks>
/// A sentence ends at . ! ? ؟ … and at the end of the line, but not inside a quotation, behind an initial or a short
/// abbreviation that a number follows (Dec. 12), inside a number, or before a small letter.
/// </remarks>
internal static class Sentences
{
    /// <summary>What runs on longer is no sentence and is cut, so that no step works on more than this at once; tokens.</summary>
    private const int LongestSentence = 400;

    /// <summary>The sentences of a text in order, each with its closing mark.</summary>
    public static List<TokenRange> Cut(ArticleTokens text, IReadOnlyList<Quotation> quotes)
    {
        var cut = new List<TokenRange>();
        var quote = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            var start = paragraph.Start;
            void Add(int end)
            {
                cut.Add(new TokenRange(start, end));
                start = end;
            }
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (i - start >= LongestSentence)
                    Add(i);
                while (quote < quotes.Count && quotes[quote].Outer.End <= i)
                    quote++;
                if (quote < quotes.Count && quotes[quote] is { IsClosed: true, IsOpened: true, Inner.Length: < LongestSentence / 2 } within && within.Outer.Contains(i))
                {
                    // A quotation that ends like a sentence ends the one it stands in, unless a reporting clause follows.
                    i = within.Outer.End - 1;
                    if (EndsLikeSentence(text, within) && StartsAnew(text, i + 1, paragraph.End))
                        Add(i + 1);
                    continue;
                }
                if (IsEnd(text, i, paragraph.End))
                    Add(i + 1);
            }
            if (start < paragraph.End)
                cut.Add(new TokenRange(start, paragraph.End));
        }
        return cut;
    }

    private static bool EndsLikeSentence(ArticleTokens text, Quotation quote) =>
        quote.Inner.Length > 3 && text[quote.Inner.End - 1].Kind == TokenKind.Mark && text[quote.Inner.End - 1].Form[0] is '.' or '!' or '?' or '؟' or '…';

    private static bool StartsAnew(ArticleTokens text, int at, int end)
    {
        if (at >= end)
            return true;
        var token = text[at];
        return token.IsWord && (token.IsUpper || !HasCase(token.Script));
    }

    private static bool HasCase(Script script) => script is Script.Latin or Script.Cyrillic or Script.Greek or Script.Armenian;

    private static bool IsEnd(ArticleTokens text, int at, int end)
    {
        var token = text[at];
        if (token.Kind != TokenKind.Mark || token.Form[0] is not ('.' or '!' or '?' or '؟' or '…' or '۔'))
            return false;
        if (at + 1 >= end)
            return true;
        var next = text[at + 1];
        if (next.Kind == TokenKind.Mark && next.Form[0] is '.' or '!' or '?' or ',' or '،' or ')' or ';')
            return false;
        if (token.Form[0] != '.' || at == 0)
            return true;
        var before = text[at - 1];
        if (next.IsNumber && (before.IsNumber && text.Touch(at) || (before.IsWord && before.IsUpper && before.Form.Length <= 5)))
            return false;
        // An initial, "U.S.", "т. е.", "د."
        if (before.IsWord && before.Form.Length == 1)
            return false;
        if (before.IsWord && before.IsUpper && before.Form is "mr" or "mrs" or "ms" or "dr" or "prof" or "gen" or "col" or "lt" or "sgt" or "sen" or "gov" or "rep" or "st" or "rev" or "capt" or "maj")
            return false;
        if (before.IsWord && before.Form is "им" or "ул" or "стр" or "тыс" or "млн" or "млрд" or "руб" && next.IsWord && !next.IsUpper)
            return false;
        return !(next.IsWord && HasCase(next.Script) && !next.IsUpper);
    }
}
