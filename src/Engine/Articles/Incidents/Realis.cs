using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Incidents;

/// <summary>Tells what has happened from what may, was planned, foiled, practised, feared or denied: the latter is never an incident.</summary>
internal sealed class Realis(ArticleContext article)
{
    private const int Before = 8, After = 9;

    private readonly ArticleTokens _text = article.Text;

    /// <summary>Whether an event in a clause is told as a fact.</summary>
    /// <param name="happening">The phrase that names the event.</param>
    /// <param name="clause">Its clause.</param>
    public bool IsFact(TokenRange happening, TokenRange clause)
    {
        var lexicon = article.LexiconAt(happening.Start);
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (lexicon.Realis.At(_text, i, clause.End) is not { } mark)
                continue;
            if (mark.Cell(2) == "imperfect" && !IsImperfect(mark.Tokens.End))
                continue;
            // The month of May is no modal.
            if (_text[i].Form == "may" && _text[i].IsUpper)
                continue;
            if (mark.Tokens.Overlaps(happening) && mark.Tag is not ("generic" or "planned"))
                continue;
            var isBefore = mark.Tokens.Start <= happening.Start && happening.Start - mark.Tokens.End <= Reach(mark.Tag);
            var isAfter = mark.Tokens.Start >= happening.End && mark.Tokens.Start - happening.End <= After
                && mark.Tag is "modal" or "future" or "foiled" or "conditional" or "exercise";
            if (isBefore || isAfter)
                return false;
        }
        return !IsNegated(happening, clause, lexicon);
    }

    private static int Reach(string kind) => kind is "negated" ? 4 : kind is "threat" or "prevented" or "generic" or "foiled" or "exercise" ? 3 : Before;

    private bool IsNegated(TokenRange happening, TokenRange clause, Lexicon lexicon)
    {
        for (var i = Math.Max(clause.Start, happening.Start - 3); i < happening.Start; i++)
        {
            if (lexicon.Negations.At(_text, i, happening.End) is { Tag: "no" } no && no.Tokens.End <= happening.Start && !(_text[i].Form is "ما" && lexicon.Language == ArticleLanguage.Arabic))
                return true;
        }
        return false;
    }

    private bool IsImperfect(int at) => at < _text.Count && _text[at].Form is { Length: > 3 } form && form[0] is 'ي' or 'ت' && form is not "تم" and not "تمت";
}
