using Marsad.Engine.Articles.Figures;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Checks;

/// <summary>Says which official series each figure is of: what is counted, by which component, on which border.</summary>
/// <remarks>A figure that is set against another ("against 410 a year earlier", "73 such encounters") is of the same series.</remarks>
internal sealed class FigureScopes(ArticleContext article, FigurePeriods periods)
{
    private readonly ArticleTokens _text = article.Text;

    /// <summary>Sets the scopes of figures in order; an article that speaks of no border has none.</summary>
    public void Set(IReadOnlyList<FoundFigure> figures)
    {
        if (!IsAboutBorders())
            return;
        var last = FigureScope.None;
        FoundFigure? before = null;
        foreach (var figure in figures)
        {
            if (figure.Unit is not ("encounters" or "persons" or "times") || figure.Slot is not null)
                continue;
            var scope = ScopeOf(figure, last);
            if (scope.Series.Length == 0)
                continue;
            figure.Scope = scope;
            last = scope;
            // "The figure nationwide was …": of the period spoken of.
            if (figure.Time is null && before is { Time: { } time } && article.ParagraphOf(before.Tokens.Start) == article.ParagraphOf(figure.Tokens.Start))
                (figure.Time, figure.PeriodValue) = (time, time.Value);
            before = figure;
        }
    }

    private bool IsAboutBorders()
    {
        var (agency, border) = (false, false);
        foreach (var paragraph in _text.Paragraphs)
        {
            foreach (var phrase in article.LexiconAt(paragraph.Start).Scopes.In(_text, paragraph))
            {
                agency |= phrase.Tag is "agency" || phrase.Cell(2) is "watchlist";
                border |= phrase.Tag is "border" or "component" || (phrase.Tag == "series" && phrase.Cell(2) == "encounters");
            }
        }
        return agency && border;
    }

    private FigureScope ScopeOf(FoundFigure figure, FigureScope last)
    {
        var sentence = article.SentenceOf(figure.Tokens.Start);
        var clause = periods.Clause(figure.Tokens, sentence);
        var lexicon = article.LexiconAt(figure.Tokens.Start);
        var here = lexicon.Scopes.In(_text, clause).ToList();
        var around = lexicon.Scopes.In(_text, sentence).ToList();
        var series = Series(figure, here, around, last);
        if (series.Length == 0)
            return FigureScope.None;
        var inherits = series == last.Series && (figure.IsElided || IsAmong(figure, sentence) || IsSuch(figure) || !around.Exists(p => p.Tag is "border" or "component"));
        var component = Value("component", here, around) ?? (inherits ? last.Component : "");
        var border = Value("border", here, around) ?? (IsThere(clause) ? BorderBefore(sentence) ?? last.Border : inherits ? last.Border : "");
        return new FigureScope(series, series == "watchlist" ? component : "", border);
    }

    // "Agents there": on the border that was spoken of.
    private bool IsThere(TokenRange clause) => Enumerable.Range(clause.Start, clause.Length).Any(i => _text[i].Form is "there" or "هناك" or "там" or "آنجا" or "انجا");

    private string? BorderBefore(TokenRange sentence)
    {
        var before = article.SentenceOf(sentence.Start - 1);
        return before.Length == 0 ? null : article.LexiconAt(before.Start).Scopes.In(_text, before).LastOrDefault(p => p.Tag == "border") is { Row: not null } border ? border.Cell(2) : null;
    }

    private string Series(FoundFigure figure, List<Phrase> here, List<Phrase> around, FigureScope last)
    {
        if (around.Exists(p => p.Tag == "series" && p.Cell(2) == "watchlist"))
            return "watchlist";
        // "hits", "حالة تطابق", "such encounters" are what was counted before.
        if (IsSuch(figure) || (figure.IsElided && last.Series.Length > 0 && !here.Exists(p => p.Tag == "series")))
            return last.Series;
        if (around.Exists(p => p.Tag == "series"))
            return "encounters";
        if (figure.Unit == "encounters")
            return last.Series.Length > 0 ? last.Series : "encounters";
        return IsAmong(figure, article.SentenceOf(figure.Tokens.Start)) || figure.Unit == "times" ? last.Series : "";
    }

    private bool IsSuch(FoundFigure figure)
    {
        for (var i = figure.Tokens.Start; i < figure.Tokens.End; i++)
        {
            if (_text[i].Form is "such" or "hits" or "matches" or "match" or "حاله" or "حالات" or "تطابق" || _text[i].Form.StartsWith("совпадени", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private bool IsAmong(FoundFigure figure, TokenRange sentence) =>
        figure.IsPart || article.LexiconAt(sentence.Start).Parts.In(_text, sentence).Any(p => p.Tag == "part");

    private static string? Value(string dimension, List<Phrase> here, List<Phrase> around)
    {
        var inClause = here.FindLast(p => p.Tag == dimension);
        if (inClause.Row is not null)
            return inClause.Cell(2);
        var values = around.Where(p => p.Tag == dimension).Select(p => p.Cell(2)).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }
}
