using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Finds names by their capital letters: in Latin and Cyrillic text, and Latin names inside Arabic text.</summary>
/// <remarks>
/// A run of capitalized words is one name; small words and hyphens may stand inside it. What comes before it (a title, a head
/// noun, quotation marks, a preposition) and its own last word say what it names. A single capital at the start of a sentence is
/// only a name when something else says so.
/// </remarks>
internal sealed class CasedNames(ArticleContext article)
{
    /// <summary>No name has more tokens, hyphens and small words counted.</summary>
    private const int LongestRun = 16;

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal)
    {
        "of", "and", "for", "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "ben", "al", "el", "ul", "ur", "ud", "e", "y", "bint", "abu",
        "бин", "ибн", "аль", "эль", "ас", "аш", "ад", "де", "фон", "уль", "и",
    };

    private static readonly HashSet<string> Placing = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "from", "to", "outside", "around", "across", "into", "through", "between", "toward", "towards",
        "в", "во", "из", "под", "около", "возле", "близ", "до", "к",
    };

    private readonly ArticleTokens _text = article.Text;

    /// <summary>The names of a sentence, in order.</summary>
    public IEnumerable<FoundName> In(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!IsCapital(i) || IsOfTime(i))
            {
                if (Described(i, sentence) is { } office)
                {
                    yield return office;
                    i = office.Tokens.End - 1;
                }
                continue;
            }
            var run = RunFrom(i, sentence.End);
            // "Следственный комитет": the head of an office's name may be written small.
            if (run.Length == 1 && Described(i, sentence) is { Type: MentionType.Organization } body)
            {
                yield return body;
                i = body.Tokens.End - 1;
                continue;
            }
            foreach (var name in Names(run, sentence))
                yield return name;
            i = run.End - 1;
        }
    }

    // The name of a month or a weekday is no name of a party.
    private bool IsOfTime(int i) => article.LexiconOf(i).Months.At(_text, i, i + 1) is not null || article.LexiconOf(i).Periods.At(_text, i, i + 1) is not null;

    private bool IsCapital(int i) => _text[i].IsWord && _text[i].IsUpper && _text[i].Script is Script.Latin or Script.Cyrillic;

    private TokenRange RunFrom(int start, int end)
    {
        var last = start + 1;
        for (var i = start + 1; i < Math.Min(end, start + LongestRun); i++)
        {
            if (HasPossessive(i - 1))
                break;
            if (IsCapital(i) && _text[i].Script == _text[start].Script)
            {
                last = i + 1;
                continue;
            }
            // The mark of an initial, a hyphen inside a name.
            if (_text[i].Is('.') && _text[i - 1].Form.Length == 1 && i + 1 < end && (IsCapital(i + 1) || _text[i + 1].Is('.')))
                continue;
            if (_text[i].Is('-') && _text.Touch(i - 1) && _text.Touch(i))
                continue;
            if (_text[i].IsWord && _text[i - 1].Is('-') && _text.Touch(i - 1))
            {
                last = i + 1;
                continue;
            }
            if (_text[i].IsWord && Inner.Contains(_text[i].Form) && i + 1 < end && (IsCapital(i + 1) || Inner.Contains(_text[i + 1].Form)) && MayJoin(start, i))
                continue;
            break;
        }
        return new TokenRange(start, last);
    }

    // "and" and "of" join only what an organization's head has begun: "Customs and Border Protection", not "Iraq and Syria".
    private bool MayJoin(int start, int at)
    {
        var form = _text[at].Form;
        if (form is not ("and" or "of" or "for" or "и"))
            return true;
        if (form == "и")
            return false;
        if (form is "of" or "for")
            return article.LexiconOf(start).Heads.At(_text, start, at) is { Tag: not "street" } && !IsStop(start);
        for (var i = at + 1; i < Math.Min(_text.Count, at + 5) && (IsCapital(i) || _text[i].Is('-')); i++)
        {
            if (article.LexiconOf(i).Heads.At(_text, i, _text.Count) is { Tag: "organization" } && Gazetteer.At(_text, at - 1, at) is null)
                return Gazetteer.At(_text, at + 1, at + 2) is null && article.LexiconOf(at + 1).Roles.At(_text, at + 1, at + 2) is null;
        }
        return false;
    }

    private bool HasPossessive(int i) => i + 1 < _text.Count && _text[i + 1].Start - _text[i].End >= 2
        && _text[i].IsWord && article.Text.Text.AsSpan(_text[i].End, 2) is ['\'' or '’', 's' or 'S'];

    private IEnumerable<FoundName> Names(TokenRange run, TokenRange sentence)
    {
        var isStart = run.Start == sentence.Start || (article.QuoteAt(run.Start) is { } opening && opening.Inner.Start == run.Start);
        while (run.Length > 0 && (IsStop(run.Start) && (isStart || run.Length == 1) && !(_text[run.Start].IsAllUpper && run.Length == 1)))
        {
            run = run with { Start = NextWord(run.Start, run.End) };
            isStart = false;
        }
        if (run.Length == 0)
            yield break;
        var titles = 0;
        var start = run.Start;
        while (start < run.End && article.LexiconOf(start).Roles.At(_text, start, run.End) is { } role && role.Tag is "title" or "plural" && !(role.Tokens.End < run.End && Head(run.Start, run.End) is not null && titles == 0 && _text[start].Script == Script.Latin))
        {
            titles++;
            start = role.Tokens.End;
            if (start < run.End && _text[start].Kind == TokenKind.Mark)
                start++;
        }
        // "Interior Minister Kithure Kindiki": the last title before two more words ends the titles.
        if (_text[run.Start].Script == Script.Latin && (Head(run.Start, run.End) is null or "place"))
        {
            for (var i = run.End - 2; i > start; i--)
            {
                if (!IsCapital(i + 1) || article.LexiconOf(i).Roles.At(_text, i, i + 1) is not { Tag: "title" })
                    continue;
                (start, titles) = (i + 1, titles + 1);
                break;
            }
        }
        var named = run with { Start = start };
        if (named.Length == 0)
            yield break;
        foreach (var name in Split(named, titles > 0, isStart && titles == 0))
            yield return name;
    }

    private int NextWord(int at, int end)
    {
        for (at++; at < end && !(IsCapital(at)); at++)
        {
        }
        return at;
    }

    // A country at the end of a Russian run is a name of its own: "Минфином США".
    private IEnumerable<FoundName> Split(TokenRange run, bool isTitled, bool isStart)
    {
        var isQuoted = article.QuoteAt(run.Start) is { IsClosed: true } quote && quote.Inner.Length <= 5 && quote.Inner.Length > run.Length;
        if (!isQuoted && Gazetteer.At(_text, run.Start, run.End) is { } whole && whole.Tokens.End == run.End)
        {
            yield return new FoundName(run, 0, MentionType.Place) { Canonical = whole.Name };
            yield break;
        }
        // "президент России Дмитрий Медведев": so is one at its beginning.
        if (_text[run.Start].Script == Script.Cyrillic && run.Length > 2 && Gazetteer.At(_text, run.Start, run.End) is { IsCountry: true } leading && leading.Tokens.End < run.End - 1)
        {
            yield return new FoundName(leading.Tokens, 0, MentionType.Place) { Canonical = leading.Name };
            run = run with { Start = leading.Tokens.End };
        }
        if (_text[run.Start].Script == Script.Cyrillic && run.Length > 1 && Head(run.Start, run.End) is null)
        {
            for (var i = run.Start + 1; i < run.End; i++)
            {
                if (Gazetteer.At(_text, i, run.End) is not { IsCountry: true } country || country.Tokens.End != run.End)
                    continue;
                if (Classify(run with { End = i }, isTitled, isStart) is { } first)
                    yield return first;
                yield return new FoundName(country.Tokens, 0, MentionType.Place) { Canonical = country.Name };
                yield break;
            }
        }
        if (Classify(run, isTitled, isStart) is { } name)
            yield return name;
    }

    private FoundName? Classify(TokenRange run, bool isTitled, bool isStart)
    {
        var before = _text.Form(run.Start - 1);
        var quoted = (article.QuoteAt(run.Start) is { IsClosed: true } q2 && q2.Inner.Contains(run) && q2.Inner.Length <= 5);
        if (quoted && HeadBefore(run.Start - 1) is { } headed)
            return new FoundName(QuotedRange(run), 0, headed) { HasCue = true };
        if (isTitled)
            return new FoundName(run, 0, MentionType.Person) { HasCue = true };
        if (Head(run.Start, run.End) is { } head)
            return head == "street" ? null : new FoundName(run, 0, TypeOf(head));
        if (quoted && _text[run.Start].Script == Script.Cyrillic)
            return new FoundName(QuotedRange(run), 0, article.Dateline is { } line && line.Outlet.Overlaps(run) ? MentionType.Outlet : MentionType.Organization);
        if (run.Length == 1)
            return Single(run, before, isStart);
        if (_text[run.Start].Script == Script.Latin && _text[run.Start].IsAllUpper && article.Dateline is { } dateline && dateline.Place.Overlaps(run))
            return new FoundName(run, 0, MentionType.Place);
        if (Gazetteer.IsDemonym(_text[run.Start].Form))
            return run.Length > 2 ? Classify(run with { Start = run.Start + 1 }, false, false) : Classify(run with { Start = run.Start + 1 }, false, isStart);
        if (Placing.Contains(before) && Words(run) <= 2 && !LooksLikePerson(run))
            return new FoundName(run, 0, MentionType.Place);
        return new FoundName(run, 0, MentionType.Person);
    }

    private FoundName? Single(TokenRange run, string before, bool isStart)
    {
        var token = _text[run.Start];
        if (token.IsAllUpper && token.Form.Length is >= 2 and <= 6 && !(article.Dateline?.Place.Overlaps(run) ?? false))
            return new FoundName(run, 0, MentionType.Organization);
        if (isStart || Gazetteer.IsDemonym(token.Form) || IsStop(run.Start))
            return null;
        if (token.IsAllUpper && (article.Dateline?.Place.Overlaps(run) ?? false))
            return new FoundName(run, 0, MentionType.Place);
        return Placing.Contains(before) && token.Form.Length > 3 && article.LexiconOf(run.Start).Months.At(_text, run.Start, run.End) is null ? new FoundName(run, 0, MentionType.Place) : null;
    }

    // In Russian a person in a place's position is rare: "к Виктору Вексельбергу".
    private bool LooksLikePerson(TokenRange run) => _text[run.Start].Script == Script.Cyrillic && Words(run) >= 2
        || article.LexiconOf(run.Start).Roles.At(_text, run.Start, run.End) is not null;

    private int Words(TokenRange run)
    {
        var words = 0;
        for (var i = run.Start; i < run.End; i++)
            words += _text[i].IsWord ? 1 : 0;
        return words;
    }

    private TokenRange QuotedRange(TokenRange run) => article.QuoteAt(run.Start) is { IsClosed: true } quote && quote.Inner.Length <= 5 && quote.Inner.Contains(run) ? quote.Inner : run;

    private bool IsStop(int at) => article.LexiconOf(at).Stops.At(_text, at, at + 1) is not null;

    // The head that begins or ends a name, the last one first: "Prairie Dispatch", "Ministry of Health".
    private string? Head(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (_text[i].IsWord && _text[i].IsUpper && article.LexiconOf(i).Heads.At(_text, i, end) is { } head && (i > start || end - start > 1) && (i == start || head.Tokens.End == end))
                return head.Tag;
        }
        return null;
    }

    private MentionType? HeadBefore(int mark)
    {
        for (var i = mark; i >= 0 && i > mark - 3; i--)
        {
            if (_text[i].Kind == TokenKind.Mark)
                continue;
            return article.LexiconOf(i).Heads.At(_text, i, i + 1) is { } head && head.Tag != "street" ? TypeOf(head.Tag) : null;
        }
        return null;
    }

    private static MentionType TypeOf(string head) => head switch
    {
        "outlet" => MentionType.Outlet,
        "facility" or "place" => MentionType.Place,
        _ => MentionType.Organization,
    };

    // Offices in small letters: "областная прокуратура", "волгоградский вокзал", "Venezuelan state of Aragua".
    private FoundName? Described(int at, TokenRange sentence)
    {
        if (!_text[at].IsWord)
            return null;
        var lexicon = article.LexiconOf(at);
        if (lexicon.Language == ArticleLanguage.English && lexicon.Heads.At(_text, at, sentence.End) is { } of && of.Cell(2) == "before" && of.Tokens.End < sentence.End && IsCapital(of.Tokens.End))
        {
            var run = RunFrom(of.Tokens.End, sentence.End);
            return new FoundName(new TokenRange(at, run.End), 0, MentionType.Place) { HeadLength = of.Tokens.Length, HasCue = true };
        }
        if (lexicon.Scopes.At(_text, at, sentence.End) is { Tag: "place" or "border" } border && border.Tokens.Length > 1 && border.Cell(2) is not ("nationwide" or "total"))
            return new FoundName(border.Tokens, border.Cut, MentionType.Place);
        if (lexicon.Language != ArticleLanguage.Russian || at + 1 >= sentence.End || !IsAdjective(_text[at].Form) || lexicon.Stops.At(_text, at, at + 1) is not null)
            return null;
        if (lexicon.Heads.At(_text, at + 1, sentence.End) is not { } head || _text[at + 1].IsUpper)
            return null;
        if (head.Cell(2) == "lower")
        {
            var end = head.Tokens.End;
            if (end < sentence.End && _text[end].IsWord && !_text[end].IsUpper && _text[end].Form.Length > 3 && _text[end].Form[^1] is 'а' or 'я' or 'и' or 'ы' && article.LexiconOf(end).Reporting.At(_text, end, sentence.End) is null && lexicon.Stops.At(_text, end, end + 1) is null)
                end++;
            return new FoundName(new TokenRange(at, end), 0, MentionType.Organization);
        }
        return head.Tag == "facility" && _text[at].Form.Contains("ск", StringComparison.Ordinal) ? new FoundName(new TokenRange(at, head.Tokens.End), 0, MentionType.Place) : null;
    }

    private static bool IsAdjective(string form) => form.Length > 5 && (form.EndsWith("ой", StringComparison.Ordinal) || form.EndsWith("ая", StringComparison.Ordinal) || form.EndsWith("ое", StringComparison.Ordinal)
        || form.EndsWith("ый", StringComparison.Ordinal) || form.EndsWith("ий", StringComparison.Ordinal) || form.EndsWith("ого", StringComparison.Ordinal) || form.EndsWith("ому", StringComparison.Ordinal) || form.EndsWith("ом", StringComparison.Ordinal) || form.EndsWith("ую", StringComparison.Ordinal));
}
