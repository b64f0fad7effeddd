using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>A quotation: the tokens between two marks.</summary>
/// <param name="Inner">The tokens between the marks.</param>
/// <param name="IsClosed">Whether a closing mark was found; an unclosed quotation runs to the end of its paragraph.</param>
/// <param name="IsOpened">Whether an opening mark was found; a lone closing mark opens at the start of its sentence.</param>
internal sealed record Quotation(TokenRange Inner, bool IsClosed, bool IsOpened)
{
    /// <summary>The quotation with its marks.</summary>
    public TokenRange Outer => new(Inner.Start - (IsOpened ? 1 : 0), Inner.End + (IsClosed ? 1 : 0));
}

/// <summary>Pairs the quotation marks of a paragraph; an odd mark never takes the rest of the text with it.</summary>
internal static class Quotes
{
    /// <summary>The outermost quotations of a text, in order.</summary>
    public static List<Quotation> Find(ArticleTokens text)
    {
        var found = new List<Quotation>();
        foreach (var paragraph in text.Paragraphs)
            FindIn(text, paragraph, found);
        return found;
    }

    private static void FindIn(ArticleTokens text, TokenRange paragraph, List<Quotation> found)
    {
        var open = new Stack<(int Token, char Mark)>();
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (text[i].Kind != TokenKind.Mark)
                continue;
            var mark = text[i].Form[0];
            if (Closes(mark, open))
            {
                var (token, _) = open.Pop();
                if (open.Count == 0)
                    found.Add(new Quotation(new TokenRange(token + 1, i), true, true));
            }
            else if (mark is '“' or '«' or '„' or '"' or '‹')
            {
                open.Push((i, mark));
            }
            else if (mark is '”' or '»' && open.Count == 0)
            {
                found.Add(new Quotation(new TokenRange(StartOfSentence(text, paragraph.Start, i), i), true, false));
            }
        }
        if (open.Count > 0 && open.Last() is var first)
            found.Add(new Quotation(new TokenRange(first.Token + 1, paragraph.End), false, true));
    }

    private static bool Closes(char mark, Stack<(int, char Mark)> open) => open.Count > 0 && (open.Peek().Mark, mark) is
        ('“', '”') or ('«', '»') or ('„', '“') or ('„', '”') or ('"', '"') or ('‹', '›') or ('“', '"') or ('"', '”');

    private static int StartOfSentence(ArticleTokens text, int start, int at)
    {
        for (var i = at - 1; i > start; i--)
        {
            if (text[i].Is('.') || text[i].Is('!') || text[i].Is('?'))
                return i + 1;
        }
        return start;
    }

    /// <summary>Whether an apostrophe-like mark opens a word that no language writes so: the trace of a split contraction.</summary>
    public static bool IsStrayApostrophe(ArticleTokens text, int at) =>
        text[at].Kind == TokenKind.Mark && text[at].Form[0] is '\'' or '’' or '‘' && at + 1 < text.Count && text[at + 1].Script == Script.Arabic && text.Touch(at);
}
