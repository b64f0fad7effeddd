using System.Globalization;
using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Figures;

/// <summary>Says when a figure holds: by the time its clause names, else its sentence, else the event it is of.</summary>
internal sealed class FigurePeriods(ArticleContext article)
{
    private readonly ArticleTokens _text = article.Text;

    /// <summary>The clause of a range: between commas and semicolons outside quotations.</summary>
    public TokenRange Clause(TokenRange range, TokenRange sentence)
    {
        var (start, end) = (range.Start, range.End);
        while (start > sentence.Start && !IsBoundary(start - 1))
            start--;
        while (end < sentence.End && !IsBoundary(end))
            end++;
        return new TokenRange(start, end);
    }

    private bool IsBoundary(int at) => _text[at].Kind == TokenKind.Mark && _text[at].Form[0] is ',' or '،' or ';' or '؛' or '—'
        && !(at > 0 && at + 1 < _text.Count && _text[at - 1].IsNumber && _text[at + 1].IsNumber && _text.Touch(at));

    /// <summary>Sets the period of a figure.</summary>
    public void Set(FoundFigure figure, TokenRange sentence, List<FoundFigure> inSentence, List<FoundFigure> earlier)
    {
        if (figure.IsTotal && figure.Slot is not null && Spread(figure, earlier) is { } spread)
        {
            figure.PeriodValue = spread;
            return;
        }
        var time = Choose(figure, sentence);
        if (time is not null && figure.Unit == "percent" && IsBase(time) && inSentence.Find(f => f != figure && f.Time is not null) is { } compared)
            time = compared.Time;
        if (time is not null)
        {
            figure.Time = time;
            figure.PeriodValue = time.Value;
            return;
        }
        if (figure.Slot is null || figure.Unit != "persons")
            return;
        // What happened to people, without a date: of the event told just before.
        var told = inSentence.LastOrDefault(f => f != figure && f.Slot is not null && f.PeriodValue is not null)
            ?? InParagraph(figure, earlier).FirstOrDefault(f => f.Slot is not null && f.PeriodValue is not null);
        var paragraph = _text.Paragraphs[article.ParagraphOf(figure.Tokens.Start)];
        var dated = told is null ? article.TimesIn(new TokenRange(paragraph.Start, figure.Tokens.Start)).LastOrDefault(t => t.Precision == TimePrecision.Day && !(article.Dateline?.Tokens.Contains(t.Tokens) ?? false)) : null;
        figure.Time = told?.Time ?? dated;
        figure.PeriodValue = told?.PeriodValue ?? dated?.Value;
    }

    // The figures before it in its paragraph, the last first.
    private IEnumerable<FoundFigure> InParagraph(FoundFigure figure, List<FoundFigure> earlier)
    {
        const int Most = 40;
        var paragraph = article.ParagraphOf(figure.Tokens.Start);
        for (var i = earlier.Count - 1; i >= Math.Max(0, earlier.Count - Most) && article.ParagraphOf(earlier[i].Tokens.Start) == paragraph; i--)
            yield return earlier[i];
    }

    private TimeExpression? Choose(FoundFigure figure, TokenRange sentence)
    {
        var times = article.TimesIn(sentence).Where(t => !(article.Dateline?.Tokens.Contains(t.Tokens) ?? false)).ToList();
        var real = times.FindAll(t => !t.IsWeekday);
        var clause = Clause(figure.Tokens, sentence);
        return In(real, clause, figure.Tokens) ?? In(times, clause, figure.Tokens)
            ?? real.FindLast(t => t.Tokens.End <= figure.Tokens.Start) ?? real.Find(t => t.Tokens.Start >= figure.Tokens.End) ?? times.FirstOrDefault();
    }

    private static TimeExpression? In(List<TimeExpression> times, TokenRange clause, TokenRange figure) =>
        times.Find(t => clause.Overlaps(t.Tokens) && t.Tokens.Start >= figure.End) ?? times.FindLast(t => clause.Overlaps(t.Tokens) && t.Tokens.End <= figure.Start);

    // "than the year before": what is compared with, not when.
    private bool IsBase(TimeExpression time) => time.IsRelative
        || _text.Form(time.Tokens.Start - 1) is "than" or "from" or "over" or "with" or "عن" or "مع" or "ب" or "чем" or "с" or "از" or "since" or "منذ";

    private string? Spread(FoundFigure figure, List<FoundFigure> earlier)
    {
        var times = InParagraph(figure, earlier).Where(f => f.Slot is not null && f.Time?.To is not null).Select(f => f.Time!).ToList();
        if (times.Count < 2)
            return null;
        var (from, to) = (times.Min(t => t.From), times.Max(t => t.To!.Value));
        return from == to ? null : from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/" + to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
