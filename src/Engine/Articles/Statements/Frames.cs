using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>What the frames of all languages share: where clauses begin and end, which quotations are speech, which medium is spoken to.</summary>
internal sealed class Frames(ArticleContext article)
{
    private static readonly HashSet<string> Turns = new(StringComparer.Ordinal)
    {
        "لكن", "لكنه", "لكنها", "ولكن", "فيما", "بينما", "غير", "but", "while", "although", "however", "но", "однако", "тогда", "اما", "ولي",
    };

    public ArticleContext Article => article;

    public ArticleTokens Text { get; } = article.Text;

    public SpeakerFinder Speakers { get; } = new(article);

    /// <summary>The reporting phrases of a sentence that stand outside quotations, in order.</summary>
    public List<Phrase> Cues(TokenRange sentence) =>
        [.. article.LexiconAt(sentence.Start).Reporting.In(Text, sentence).Where(cue => article.QuoteAt(cue.Tokens.Start) is not { } quote || IsScare(quote))];

    /// <summary>The quotations of a sentence that can be speech.</summary>
    public List<Quotation> Speech(TokenRange sentence) => [.. article.QuotesIn(sentence).Where(q => !IsScare(q))];

    /// <summary>Whether a quotation is a name or a scare quote: three words or fewer without anything that ends like a sentence.</summary>
    public bool IsScare(Quotation quote)
    {
        // «…», — : what a dash follows was said, however short.
        if (quote.IsClosed && quote.Outer.End + 1 < Text.Count && IsComma(quote.Outer.End) && Text[quote.Outer.End + 1].Kind == TokenKind.Mark && Text[quote.Outer.End + 1].Form[0] is '—' or '–' or '-')
            return false;
        var words = 0;
        for (var i = quote.Inner.Start; i < quote.Inner.End && words <= 3; i++)
            words += Text[i].IsWord ? 1 : 0;
        return words <= 3 && !(quote.Inner.Length > 0 && Text[quote.Inner.End - 1].Kind == TokenKind.Mark) || article.NameFrom(quote.Inner.Start)?.Tokens == quote.Inner;
    }

    /// <summary>Without marks at its ends, the marks of quotations included.</summary>
    public TokenRange Trim(TokenRange range) => Speakers.Trim(range);

    /// <summary>The tokens of a sentence without the mark that ends it.</summary>
    public TokenRange Body(TokenRange sentence)
    {
        var end = sentence.End;
        while (end > sentence.Start && Text[end - 1].Kind == TokenKind.Mark && Text[end - 1].Form[0] is '.' or '!' or '?' or '؟' or '…')
            end--;
        var start = article.Dateline is { } line && line.Tokens.End > sentence.Start && line.Tokens.End <= sentence.End ? line.Tokens.End : sentence.Start;
        return new TokenRange(start, Math.Max(start, end));
    }

    public bool IsComma(int at) => at >= 0 && at < Text.Count && (Text[at].Is(',') || Text[at].Is('،'));

    /// <summary>The first comma of a range outside quotations; the range's end when there is none.</summary>
    public int NextComma(int at, int end)
    {
        for (; at < end; at++)
        {
            if ((IsComma(at) || Text[at].Is(';') || Text[at].Is('؛')) && article.QuoteAt(at) is null)
                return at;
        }
        return end;
    }

    /// <summary>The last comma before a place outside quotations; −1 when there is none.</summary>
    public int LastComma(int at, int start)
    {
        for (at--; at >= start; at--)
        {
            if (IsComma(at) && article.QuoteAt(at) is null)
                return at;
        }
        return -1;
    }

    /// <summary>Where the last main clause before a place begins: behind "but", "while", or a semicolon.</summary>
    public int ClauseStart(int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (article.QuoteAt(i) is not null)
                continue;
            if (Text[i].Is(';') || Text[i].Is('؛'))
                return i + 1;
            if (Text[i].IsWord && Turns.Contains(Text[i].Form) && IsComma(i - 1))
                return i + 1;
        }
        return start;
    }

    /// <summary>The medium named in a range.</summary>
    public FoundName? Outlet(TokenRange range) => article.NamesIn(range).FirstOrDefault(n => n.Type == MentionType.Outlet && range.Contains(n.Tokens));

    /// <summary>The name that ends where another token begins, marks passed over.</summary>
    public FoundName? NameEndingAt(int at)
    {
        while (at > 0 && Text[at - 1].Kind == TokenKind.Mark && Text[at - 1].Form[0] is '»' or '"' or '”' or ')')
            at--;
        return article.NamesIn(new TokenRange(Math.Max(0, at - 16), at)).FirstOrDefault(n => n.Tokens.End == at);
    }
}
