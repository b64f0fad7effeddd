using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles;

/// <summary>The beginning of a report that says where, when and by whom: "EAGLE PASS, Texas, Dec. 12, 2025 (Prairie Dispatch) - ".</summary>
/// <param name="Tokens">Where it stands, its closing dash included.</param>
/// <param name="Place">The tokens before the date.</param>
/// <param name="Outlet">The tokens in brackets, without their quotation marks; empty when there are none.</param>
/// <param name="Day">The day; null when it has none.</param>
internal sealed record Dateline(TokenRange Tokens, TokenRange Place, TokenRange Outlet, DateOnly? Day)
{
    private const int Longest = 30;

    /// <summary>Looks for it in the first lines.</summary>
    public static Dateline? Find(ArticleContext article, TimeFinder times)
    {
        foreach (var paragraph in article.Text.Paragraphs.Take(4))
        {
            if (In(article.Text, paragraph, times) is { } found)
                return found;
        }
        return null;
    }

    private static Dateline? In(ArticleTokens text, TokenRange paragraph, TimeFinder times)
    {
        var head = paragraph with { End = Math.Min(paragraph.End, paragraph.Start + Longest) };
        var end = EndOf(text, head, out var outlet);
        if (end < 0)
            return null;
        var day = times.Find(head with { End = end }).Find(t => t.Precision == TimePrecision.Day && !t.IsRelative);
        if (day is null && outlet.Length == 0)
            return null;
        var place = head with { End = Math.Min(day?.Tokens.Start ?? end, outlet.Length > 0 ? outlet.Start : end) };
        while (place.Length > 0 && text[place.End - 1].Kind == TokenKind.Mark)
            place = place with { End = place.End - 1 };
        // A sentence that happens to have a date and a dash has a verb: a dateline has a few words before the date.
        return place.Length > 8 ? null : new Dateline(new TokenRange(paragraph.Start, end), place, outlet, day?.From);
    }

    private static int EndOf(ArticleTokens text, TokenRange head, out TokenRange outlet)
    {
        outlet = default;
        for (var i = head.Start; i < head.End; i++)
        {
            if (text[i].Is('(') && outlet.Length == 0)
            {
                var close = i + 1;
                while (close < head.End && !text[close].Is(')'))
                    close++;
                if (close >= head.End || close - i > 9)
                    return -1;
                outlet = Trim(text, new TokenRange(i + 1, close));
                i = close;
                if (i + 1 < head.End && text[i + 1].Kind == TokenKind.Mark && text[i + 1].Form[0] is '-' or '–' or '—' or '.' or ':')
                    return i + 2;
                continue;
            }
            if (text[i].Kind == TokenKind.Mark && text[i].Form[0] is '–' or '—' && i > head.Start + 1)
                return i + 1;
            if (text[i].Is('-') && i > head.Start + 1 && !text.Touch(i - 1) && !text.Touch(i))
                return i + 1;
        }
        return -1;
    }

    private static TokenRange Trim(ArticleTokens text, TokenRange range)
    {
        while (range.Length > 0 && text[range.Start].Kind == TokenKind.Mark)
            range = range with { Start = range.Start + 1 };
        while (range.Length > 0 && text[range.End - 1].Kind == TokenKind.Mark)
            range = range with { End = range.End - 1 };
        return range;
    }
}
