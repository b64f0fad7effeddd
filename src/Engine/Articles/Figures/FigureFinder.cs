using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Numbers;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Figures;

/// <summary>Finds numbers that count or measure something, with their unit, how exact they are, and when they hold.</summary>
/// <remarks>
/// A number without a noun takes the unit of what happened to people beside it, of the noun its clause is about, or of the figure
/// it is set against. Dates, ages, ordinals and numbers in names are no figures.
/// </remarks>
internal sealed class FigureFinder(ArticleContext article)
{
    private const int Reach = 16;

    private readonly ArticleTokens _text = article.Text;
    private readonly NumberFinder _numbers = new(article.Text, article.LexiconAt);
    private readonly FigurePeriods _periods = new(article);

    /// <summary>The figures of the article, in order.</summary>
    public List<FoundFigure> Find()
    {
        var found = new List<FoundFigure>();
        var busy = Busy();
        foreach (var sentence in article.Sentences)
        {
            var inSentence = new List<FoundFigure>();
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (busy[i])
                    continue;
                if (_numbers.At(i, sentence.End) is { } number && !Overlaps(busy, number.Tokens))
                {
                    if (Figure(number, sentence, inSentence, found) is { } figure)
                        inSentence.Add(figure);
                    i = Math.Max(i, number.Tokens.End - 1);
                }
                else if (Dual(i, sentence) is { } dual)
                {
                    inSentence.Add(dual);
                }
            }
            foreach (var figure in inSentence)
            {
                _periods.Set(figure, sentence, inSentence, found);
                found.Add(figure);
            }
        }
        return found;
    }

    // Tokens of dates and of names are no figures.
    private bool[] Busy()
    {
        var busy = new bool[_text.Count];
        foreach (var range in article.Times.Select(t => t.Tokens).Concat(article.Names.Where(n => n.Tokens.Length > 1 || n.Linked is not null).Select(n => n.Tokens)))
        {
            for (var i = range.Start; i < range.End; i++)
                busy[i] = true;
        }
        return busy;
    }

    private static bool Overlaps(bool[] busy, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (busy[i])
                return true;
        }
        return false;
    }

    private FoundFigure? Figure(NumberExpression number, TokenRange sentence, List<FoundFigure> inSentence, List<FoundFigure> earlier)
    {
        if (IsAge(number) || IsOrdinalOrTime(number))
            return null;
        var figure = new FoundFigure(number, number.Tokens) { Cut = number.Cut };
        if (number.IsFold)
        {
            figure.Unit = "times";
            return figure;
        }
        Compare(figure, sentence);
        var unit = UnitBehind(number.Tokens.End, sentence.End) ?? SymbolAt(number.Tokens);
        if (unit is { } printed)
        {
            if (printed.Kind == "time" && IsAgo(printed.End))
                return null;
            figure.Unit = printed.Unit;
            figure.Citizenship = printed.Citizenship;
            figure.Tokens = new TokenRange(Math.Min(figure.Tokens.Start, printed.Start), Math.Max(figure.Tokens.End, printed.End));
        }
        else if (!Elided(figure, sentence, inSentence, earlier))
        {
            return null;
        }
        CompareBehind(figure, sentence.End);
        figure.Slot = figure.Unit == "persons" ? SlotNear(figure, sentence) : null;
        MarkPart(figure, sentence);
        // "one of them", "one day": a pronoun more often than a count.
        return number.Value == 1 && !_text[number.Tokens.Start].IsNumber && figure.Slot is null ? null : figure;
    }

    private FoundFigure? Dual(int at, TokenRange sentence)
    {
        if (article.LexiconAt(at).Language != ArticleLanguage.Arabic || article.LexiconAt(at).Units.At(_text, at, sentence.End) is not { } noun || noun.Cell(2) != "dual")
            return null;
        var figure = new FoundFigure(new NumberExpression(noun.Tokens, 2, noun.Cut), noun.Tokens) { Cut = noun.Cut, Unit = noun.Tag };
        figure.Slot = figure.Unit == "persons" ? SlotNear(figure, sentence) : null;
        return figure;
    }

    private bool IsAge(NumberExpression number)
    {
        var (start, end) = (number.Tokens.Start, number.Tokens.End);
        var next = _text.Form(end);
        if (_text.Form(end) == "-" && _text.Form(end + 1) is "year" or "летний" or "летняя" or "летнего" or "летней" or "летнему" or "month" or "day")
            return true;
        if (next is "ساله" or "سالهٔ" || _text.Form(start - 1) is "aged" or "يبلغ" or "تبلغ" or "البالغ" or "عمره" or "عمرها" && next is "عاما" or "سنه" or "عام")
            return true;
        if (next is "عاما" or "سنه" or "лет" or "года" && Enumerable.Range(1, 4).Any(b => _text.Form(start - b) is "يبلغ" or "تبلغ" or "البالغ" or "عمره" or "عمرها" or "العمر" or "возрасте" or "возраст"))
            return true;
        return _text.Form(start - 1) == "," && next == "," && number.Value is > 10 and < 110 && _text[start].IsNumber;
    }

    private bool IsOrdinalOrTime(NumberExpression number)
    {
        var end = number.Tokens.End;
        if (_text[number.Tokens.Start].IsNumber && end < _text.Count && _text.Touch(end - 1) && _text[end].Form is "st" or "nd" or "rd" or "th")
            return true;
        if (end + 1 < _text.Count && _text[end].Is(':') && _text[end + 1].IsNumber && _text.Touch(end - 1) && _text.Touch(end))
            return true;
        return number.Tokens.Start >= 2 && _text[number.Tokens.Start - 1].Is(':') && _text[number.Tokens.Start - 2].IsNumber && _text.Touch(number.Tokens.Start - 1);
    }

    private bool IsAgo(int at) => _text.Form(at) is "ago" or "назад" or "قبل" or "مضت" or "پیش" or "بيش" || _text.Form(at) is "later" or "спустя";

    private void Compare(FoundFigure figure, TokenRange sentence)
    {
        for (var back = 4; back >= 1; back--)
        {
            var at = figure.Tokens.Start - back;
            if (at < sentence.Start || article.LexiconAt(at).Comparators.At(_text, at, figure.Tokens.Start) is not { } phrase)
                continue;
            if (phrase.Tokens.End != figure.Tokens.Start || phrase.Cell(2) != "before" || IsGoal(at, sentence))
                continue;
            figure.Comparator = phrase.Tag;
            figure.Tokens = figure.Tokens with { Start = at };
            figure.Cut = phrase.Cut;
            return;
        }
    }

    // "снизилась на 7,8 % — до 9,6 млрд": where a change led, and no limit.
    private bool IsGoal(int at, TokenRange sentence)
    {
        if (_text[at].Form is not ("до" or "to" or "الي" or "حتي" or "به" or "تا"))
            return false;
        for (var i = Math.Max(sentence.Start, at - 10); i < at; i++)
        {
            if (_text[i].Is('%') || _text[i].Form.StartsWith("сниз", StringComparison.Ordinal) || _text[i].Form.StartsWith("вырос", StringComparison.Ordinal) || _text[i].Form.StartsWith("увелич", StringComparison.Ordinal)
                || _text[i].Form.StartsWith("сократ", StringComparison.Ordinal) || _text[i].Form.StartsWith("упал", StringComparison.Ordinal) || _text[i].Form is "ارتفع" or "ارتفعت" or "انخفض" or "انخفضت")
                return true;
        }
        return false;
    }

    private void CompareBehind(FoundFigure figure, int end)
    {
        if (figure.Tokens.End < end && article.LexiconAt(figure.Tokens.End).Comparators.At(_text, figure.Tokens.End, end) is { } phrase && phrase.Cell(2) == "after" && figure.Comparator == "=")
        {
            figure.Comparator = phrase.Tag;
            figure.Tokens = figure.Tokens with { End = phrase.Tokens.End };
        }
        else if (figure.Tokens.End + 2 < end && figure.Comparator == "=" && article.LexiconAt(figure.Tokens.End).Comparators.At(_text, figure.Tokens.End, end) is { Tag: ">=" } least)
        {
            figure.Comparator = least.Tag;
        }
    }

    private readonly record struct FoundUnit(string Unit, string Kind, int Start, int End, string? Citizenship);

    // The noun behind the number; up to two words may describe it.
    private FoundUnit? UnitBehind(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 3); i++)
        {
            var token = _text[i];
            if (token.Is('%'))
                return new FoundUnit("percent", "", i, i + 1, null);
            if (token.Kind == TokenKind.Mark && Currency(token.Form[0]) is { } currency && i == at)
                return new FoundUnit(currency, "", i, i + 1, null);
            if (token.Kind != TokenKind.Word)
                return null;
            if (article.LexiconAt(i).Units.At(_text, i, end) is { } noun && noun.Cell(2) is not ("dual" or "dualtime"))
                return new FoundUnit(noun.Tag, noun.Cell(2), i, WithDescription(noun.Tokens.End, end), People(i));
            if (People(i) is { } country)
                return new FoundUnit("persons", "person", i, i + 1, country);
            var lexicon = article.LexiconAt(i);
            if (lexicon.Stops.At(_text, i, end) is not null && token.Form is not ("other" or "more" or "others" or "new" or "other" or "другой" or "других" or "дигар") || lexicon.Victims.At(_text, i, end) is not null || lexicon.Reporting.At(_text, i, end) is not null)
                return null;
        }
        return null;
    }

    // "سائحاً أجنبياً": an adjective that agrees belongs to the noun.
    private int WithDescription(int at, int end) =>
        at < end && _text[at].Script == Script.Arabic && _text[at].IsWord && _text[at - 1].Form is { Length: > 3 } noun && noun.EndsWith('ا') && _text[at].Form is { Length: > 3 } adjective && adjective.EndsWith("يا", StringComparison.Ordinal) ? at + 1 : at;

    // A word for the people of a country: Jordanians, سنغالي.
    private string? People(int at)
    {
        var token = _text[at];
        if (token.Script == Script.Latin && token.IsUpper && Gazetteer.IsDemonym(token.Form))
            return Tables.Countries.CodeOf(token.Form) ?? Tables.Countries.CodeOf(token.Form.TrimEnd('s')) ?? "other";
        if (token.Script != Script.Arabic || token.Form.Length < 4)
            return null;
        var stem = token.Form.EndsWith("يا", StringComparison.Ordinal) || token.Form.EndsWith("ين", StringComparison.Ordinal) || token.Form.EndsWith("ون", StringComparison.Ordinal) ? token.Form[..^2].TrimEnd('ي')
            : token.Form.EndsWith('ي') ? token.Form[..^1] : null;
        if (stem is not { Length: >= 2 })
            return null;
        return ((string[])[stem, "ال" + stem, stem + "ا", stem + "يا", "ال" + stem + "ه", stem + "ه"]).Select(Tables.Countries.CodeOf).FirstOrDefault(code => code is not null);
    }

    private static string? Currency(char symbol) => symbol switch { '$' => "USD", '€' => "EUR", '£' => "GBP", '₽' => "RUB", '₹' => "INR", '¥' => "JPY", _ => null };

    private FoundUnit? SymbolAt(TokenRange number) =>
        number.Start > 0 && _text[number.Start - 1].Kind == TokenKind.Mark && Currency(_text[number.Start - 1].Form[0]) is { } currency ? new FoundUnit(currency, "", number.Start - 1, number.End, null) : null;

    private bool Elided(FoundFigure figure, TokenRange sentence, List<FoundFigure> inSentence, List<FoundFigure> earlier)
    {
        figure.IsElided = true;
        if (figure.Value is null)
            return false;
        var clause = _periods.Clause(figure.Tokens, sentence);
        if (Nearest(figure.Tokens, clause, 4) is not null && (figure.Value < 10000 || inSentence.Count == 0))
        {
            figure.Unit = "persons";
            return true;
        }
        // The noun its clause is about: "encounters reached 4.5 million", "the total was 106".
        for (var i = figure.Tokens.Start - 1; i >= Math.Max(clause.Start, figure.Tokens.Start - 12); i--)
        {
            if (article.LexiconAt(i).Units.At(_text, i, figure.Tokens.Start) is { } noun && noun.Cell(2) is not ("time" or "dualtime"))
            {
                figure.Unit = noun.Tag;
                return true;
            }
            if (_text[i].Form is "total" or "figure" or "number" or "count" or "المجموع" or "العدد" or "الرقم" or "число"
                && (earlier.FindLast(f => f.Unit is "encounters") ?? earlier.FindLast(f => f.Unit is "persons" or "incidents")) is { } before)
            {
                figure.Unit = before.Unit;
                return true;
            }
        }
        // Set against the figure before it: "against 410 a year earlier".
        if (inSentence.Count > 0 && inSentence[^1].Unit is not ("percent" or "times") && IsComparison(figure.Tokens.Start, inSentence[^1].Tokens.End))
        {
            figure.Unit = inSentence[^1].Unit;
            return true;
        }
        return false;
    }

    private bool IsComparison(int at, int from)
    {
        for (var i = Math.Max(from, at - 6); i < at; i++)
        {
            if (_text[i].Form is "against" or "from" or "to" or "with" or "than" or "and" or "versus" or "مقابل" or "الي" or "من" or "و" or "против" or "до" or "с" or "чем" or "در" or "برابر" or "مقارنه")
                return true;
        }
        return _text[at].Form[0] == 'و';
    }

    private string? SlotNear(FoundFigure figure, TokenRange sentence)
    {
        var slot = (Nearest(figure.Tokens, _periods.Clause(figure.Tokens, sentence), Reach) ?? Nearest(figure.Tokens, sentence, Reach))?.Tag;
        if (slot is "killed" or "injured" or "arrested" && Nearest(figure.Tokens, _periods.Clause(figure.Tokens, sentence), 3) is not null)
            return slot;
        for (var i = figure.Number.Tokens.End; i < figure.Tokens.End; i++)
        {
            if (article.LexiconAt(i).Victims.At(_text, i, figure.Tokens.End) is { Tag: "attackers" })
                return "attackers";
        }
        return slot;
    }

    // The word for what happened that stands nearest, in tokens between.
    private Phrase? Nearest(TokenRange figure, TokenRange range, int reach)
    {
        Phrase? best = null;
        var distance = int.MaxValue;
        for (var i = Math.Max(range.Start, figure.Start - reach); i < Math.Min(range.End, figure.End + reach); i++)
        {
            if (article.LexiconAt(i).Victims.At(_text, i, range.End) is not { } phrase || phrase.Tag == "attackers")
                continue;
            var isBefore = phrase.Tokens.End <= figure.Start;
            var away = isBefore ? figure.Start - phrase.Tokens.End : phrase.Tokens.Start >= figure.End ? phrase.Tokens.Start - figure.End : 0;
            // Arabic says first what happened and then to how many, Persian the other way round.
            var isBehind = phrase.Tokens.Start >= figure.End;
            if (article.LexiconAt(i).Language switch { ArticleLanguage.Arabic => isBehind, ArticleLanguage.Persian => isBefore, _ => false })
                away += reach;
            if (away < distance)
                (best, distance) = (phrase, away);
        }
        return best;
    }

    private void MarkPart(FoundFigure figure, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, figure.Tokens.Start - 4); i < figure.Tokens.Start; i++)
        {
            if (article.LexiconAt(i).Parts.At(_text, i, figure.Tokens.Start) is not { } phrase)
                continue;
            figure.IsPart |= phrase.Tag == "part";
            figure.IsTotal |= phrase.Tag == "total";
        }
    }
}
