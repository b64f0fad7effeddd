using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Finds names in Arabic and Persian, which have no capital letters: by the words around them.</summary>
/// <remarks>
/// 1. The head of an organization, building or place takes the words of its phrase. 2. A title takes the name behind it. 3. A name
/// stands before a comma and a title ("X، زعيم …"). 4. The subject of a reporting verb that is two words of neither kind is a name.
/// A word of another table (a verb, a function word, a noun of a role) ends a name.
/// </remarks>
internal sealed class ArabicScriptNames(ArticleContext article)
{
    private const int LongestName = 4;

    private readonly ArticleTokens _text = article.Text;

    /// <summary>The names of a sentence; they may overlap, the caller keeps the better ones.</summary>
    public IEnumerable<FoundName> In(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!IsArabic(i))
                continue;
            var lexicon = article.LexiconAt(i);
            if (lexicon.Scopes.At(_text, i, sentence.End) is { Tag: "place" or "border" } border && border.Tokens.Length > 1)
            {
                yield return new FoundName(border.Tokens, border.Cut, MentionType.Place);
                i = border.Tokens.End - 1;
                continue;
            }
            if (lexicon.Heads.At(_text, i, sentence.End) is { } head)
            {
                if (Headed(head, sentence) is { } name)
                {
                    yield return name;
                    i = name.Tokens.End - 1;
                    continue;
                }
                if (head.Tag is "street" or "other")
                {
                    i = Math.Max(i, head.Tokens.End);
                    continue;
                }
            }
            if (lexicon.Roles.At(_text, i, sentence.End) is { } role && role.Tag == "title")
            {
                foreach (var name in Titled(role, sentence))
                    yield return name;
            }
            else if (lexicon.Reporting.At(_text, i, sentence.End) is { } verb && verb.Cell(2) is "say" or "object" or "source")
            {
                var person = Collect(verb.Tokens.End, sentence.End, mayStartWithArticle: false);
                if (person.Length >= 2 && EndsName(person.End, sentence.End))
                    yield return new FoundName(person, 0, MentionType.Person);
                else if (article.LexiconAt(i).Language == ArticleLanguage.Arabic && BeforeContent(verb.Tokens.End, sentence.End) is { Length: >= 2 } subject)
                    yield return new FoundName(subject, 0, MentionType.Person) { HasCue = true };
            }
            else if (lexicon.Language == ArticleLanguage.Arabic && _text[i].Form == "اما")
            {
                var person = Collect(i + 1, sentence.End, mayStartWithArticle: false);
                if (person.Length >= 2 && person.End < sentence.End && _text[person.End].Is('،'))
                    yield return new FoundName(person, 0, MentionType.Person);
            }
        }
    }

    private bool IsArabic(int i) => _text[i].IsWord && _text[i].Script == Script.Arabic;

    private FoundName? Headed(Phrase head, TokenRange sentence)
    {
        if (head.Tag is "street" or "other")
            return null;
        // "عضو المجلس البلدي": the council is part of the role.
        if (head.Tokens.Start > sentence.Start && HasArticle(head.Tokens.Start, head.Cut) && article.LexiconAt(head.Tokens.Start).Roles.At(_text, head.Tokens.Start - 1, head.Tokens.Start) is { Tag: "title" })
            return null;
        var type = head.Tag switch { "outlet" => MentionType.Outlet, "organization" => MentionType.Organization, _ => MentionType.Place };
        var isBare = head.Cell(2) == "bare";
        var next = head.Tokens.End;
        if (next < sentence.End && Quoted(next) is { } quote)
            return new FoundName(isBare || type == MentionType.Outlet || quote.Inner.Length > 0 && head.Tag == "organization" ? quote.Inner : new TokenRange(head.Tokens.Start, quote.Outer.End), 0, IsAgency(head) ? MentionType.Outlet : type) { HasCue = true };
        var isPersian = article.LexiconAt(head.Tokens.Start).Language == ArticleLanguage.Persian;
        var definite = HasArticle(head.Tokens.Start, head.Cut);
        var end = isPersian ? PersianPhrase(next, sentence.End) : ArabicPhrase(next, sentence.End, definite);
        if (next < sentence.End && _text[next].Script == Script.Latin && _text[next].IsUpper)
            return null; // the Latin name behind it is found by its capitals
        if (end == next)
            return definite && IsArmy(head) ? new FoundName(head.Tokens, head.Cut, type) : null;
        var range = isBare ? new TokenRange(next, end) : new TokenRange(head.Tokens.Start, end);
        return new FoundName(range, isBare ? 0 : head.Cut, IsAgency(head) && (article.Dateline?.Outlet.Contains(range) == true || Outlets.At(_text, next, sentence.End)) ? MentionType.Outlet : type)
        {
            HasCue = true,
            HeadLength = isBare ? 0 : Math.Min(head.Tokens.Length, range.Length - 1),
        };
    }

    private bool IsAgency(Phrase head) => _text[head.Tokens.Start].Form.EndsWith("وكاله", StringComparison.Ordinal);

    private bool IsArmy(Phrase head) => _text[head.Tokens.Start].Form.EndsWith("جيش", StringComparison.Ordinal);

    private Quotation? Quoted(int at) => article.QuoteFrom(at) is { IsClosed: true, Inner.Length: > 0 and <= 5 } quote ? quote : null;

    private bool HasArticle(int at, int cut) => _text[at].Form.AsSpan(Math.Min(cut, _text[at].Form.Length)).StartsWith("ال", StringComparison.Ordinal) || _text[at].Form.StartsWith("لل", StringComparison.Ordinal);

    // Behind an indefinite head one word, then words with the article, also joined by "and"; behind a definite one only those.
    private int ArabicPhrase(int at, int end, bool definite)
    {
        var next = at;
        if (!definite)
        {
            if (next >= end || !MayFollowHead(next) || StartsWithPreposition(next))
                return at;
            next++;
            if (next < end && _text[next - 1].Form is "ابن" or "بن" or "ابو" or "عبد" && IsNamePart(next))
                next++;
            if (next + 1 < end && _text[next].Form is "بن" or "ابن" && IsNamePart(next + 1))
                next += 2;
            // A second word without the article is still part of a name when an article follows ("معهد دراسات البحر").
            if (next + 1 < end && IsNamePart(next) && !_text[next].Form.StartsWith("ال", StringComparison.Ordinal) && !_text[next].Form.StartsWith("وال", StringComparison.Ordinal) && _text[next].Form[0] == 'و' && _text[next + 1].Form.StartsWith("ال", StringComparison.Ordinal))
                next++;
        }
        while (next < end && next - at < LongestName + 1 && MayFollowHead(next)
            && (_text[next].Form.StartsWith("ال", StringComparison.Ordinal) || _text[next].Form.StartsWith("وال", StringComparison.Ordinal)))
            next++;
        return next;
    }

    private int PersianPhrase(int at, int end)
    {
        var next = at;
        while (next < end && next - at < 2 && MayFollowHead(next) && (next == at || IsNamePart(next)))
            next++;
        return next;
    }

    private IEnumerable<FoundName> Titled(Phrase role, TokenRange sentence)
    {
        // 3. A name before a comma and the title; in Persian also without the comma.
        var before = role.Tokens.Start;
        while (before > sentence.Start && _text[before - 1].Form is "وهو" or "وهي" or "هو" or "هي")
            before--;
        if (before > sentence.Start && _text[before - 1].Is('،'))
        {
            var start = Back(before - 1, sentence.Start);
            if (before - 1 - start >= 2)
                yield return new FoundName(new TokenRange(start, before - 1), Conjunction(start, sentence.Start), MentionType.Person) { HasCue = true };
        }
        if (article.LexiconAt(role.Tokens.Start).Language == ArticleLanguage.Persian && role.Tokens.Start - sentence.Start >= 2)
        {
            var start = Back(role.Tokens.Start, Math.Max(sentence.Start, role.Tokens.Start - 2));
            if (role.Tokens.Start - start == 2 && (start == sentence.Start || _text[start - 1].Kind == TokenKind.Mark || IsOther(start - 1)))
                yield return new FoundName(new TokenRange(start, role.Tokens.Start), 0, MentionType.Person) { HasCue = true };
        }
        // 2. A name behind the title and the words of the role.
        var at = role.Tokens.End;
        while (at < sentence.End && IsArabic(at) && (IsRoleWord(at) || _text[at].Form.StartsWith("ال", StringComparison.Ordinal) || article.LexiconAt(at).Roles.At(_text, at, sentence.End) is { Tag: "title" }))
            at++;
        var person = Collect(at, sentence.End, mayStartWithArticle: false);
        var isPersian = article.LexiconAt(role.Tokens.Start).Language == ArticleLanguage.Persian;
        if (person.Length >= 2 && (!isPersian || EndsName(person.End, sentence.End)))
            yield return new FoundName(person, 0, MentionType.Person) { HasCue = true };
    }

    private bool IsRoleWord(int at) => article.LexiconAt(at).Roles.At(_text, at, at + 1) is { Tag: "word" } && !article.IsStop(at);

    private int Back(int end, int start)
    {
        var at = end;
        while (at > start && end - at < LongestName && IsNamePart(at - 1))
            at--;
        // A name does not begin with an article or a conjunction.
        while (at < end && (_text[at].Form.StartsWith("ال", StringComparison.Ordinal) || Particle(_text[at].Form)))
            at++;
        return at;
    }

    // "وعبد رب الرسول سياف": an "and" behind another word belongs to no name.
    private int Conjunction(int at, int sentenceStart) => at > sentenceStart && _text[at - 1].IsWord
        && _text[at].Form is ['و', ..] form && (form[1..] is "عبد" or "ابو" or "ابن" or "محمد" or "احمد" or "علي" or "حسن" or "حسين" || form.StartsWith("وعبد", StringComparison.Ordinal)) ? 1 : 0;

    private static bool Particle(string form) => form is "بن" or "ابن" or "بنت";

    // The name part tokens from a place on: two to four words.
    private TokenRange Collect(int at, int end, bool mayStartWithArticle)
    {
        var start = at;
        if (at >= end || !IsNamePart(at) || (!mayStartWithArticle && _text[at].Form.StartsWith("ال", StringComparison.Ordinal)))
            return new TokenRange(at, at);
        while (at < end && at - start < LongestName && IsNamePart(at) && !(at > start && StartsWithPreposition(at)))
            at++;
        return new TokenRange(start, at);
    }

    // Inside the name of a body its nouns may be of any table; verbs, numbers and function words end it.
    private bool MayFollowHead(int at)
    {
        if (!IsArabic(at) || _text[at].Form.Length < 2)
            return false;
        var lexicon = article.LexiconAt(at);
        return !article.IsStop(at) && (lexicon.Reporting.At(_text, at, at + 2) is null || _text[at].Form.StartsWith("ال", StringComparison.Ordinal)) && lexicon.Numbers.At(_text, at, at + 1) is null
            && lexicon.Months.At(_text, at, at + 2) is null && lexicon.Hedges.At(_text, at, at + 2) is null && lexicon.Events.At(_text, at, at + 1) is null && (lexicon.Victims.At(_text, at, at + 1) is null || _text[at].Form.StartsWith("ال", StringComparison.Ordinal)) && lexicon.Comparators.At(_text, at, at + 2) is null;
    }

    // "قال المتحدث باسم شرطة كابول خالد زدران إن": the words of no other kind that stand before the particle.
    private TokenRange BeforeContent(int at, int end)
    {
        const int LongestSubject = 12;
        var particle = at;
        while (particle < Math.Min(end, at + LongestSubject) && IsArabic(particle) && !(_text[particle].Form is "ان" or "بان" or "انه" or "انها"))
            particle++;
        if (particle >= end || particle == at || !(_text[particle].Form is "ان" or "بان" or "انه" or "انها" || _text[particle].Is(':')) || article.LexiconAt(at).Roles.At(_text, at, end) is not { Tag: "title" })
            return default;
        var start = particle;
        while (start > at && particle - start < 3 && IsNamePart(start - 1) && !_text[start - 1].Form.StartsWith("ال", StringComparison.Ordinal) && Gazetteer.At(_text, start - 1, start) is null && !StartsWithPreposition(start - 1))
            start--;
        return start > at ? new TokenRange(start, particle) : default;
    }

    private bool EndsName(int at, int end) => at >= end || _text[at].Kind == TokenKind.Mark || IsOther(at);

    private bool IsNamePart(int at) => IsArabic(at) && _text[at].Form.Length >= 2 && !IsOther(at);

    // A word that some table knows as something else.
    private bool IsOther(int at)
    {
        var lexicon = article.LexiconAt(at);
        return article.IsStop(at) || lexicon.Reporting.At(_text, at, at + 2) is not null || lexicon.Victims.At(_text, at, at + 1) is not null
            || lexicon.Roles.At(_text, at, at + 1) is not null || lexicon.Months.At(_text, at, at + 2) is not null || lexicon.Periods.At(_text, at, at + 2) is not null
            || lexicon.Numbers.At(_text, at, at + 1) is not null || lexicon.Comparators.At(_text, at, at + 2) is not null || lexicon.Events.At(_text, at, at + 1) is not null
            || lexicon.Hedges.At(_text, at, at + 1) is not null || (lexicon.Heads.At(_text, at, at + 1) is { } head && _text[at].Form.Length > 3 && head.Tag is not "other")
            || lexicon.Units.At(_text, at, at + 1) is not null;
    }

    private bool StartsWithPreposition(int at)
    {
        var form = _text[at].Form;
        return article.LexiconAt(at).Language == ArticleLanguage.Arabic && form.Length > 3
            && (form.StartsWith("لل", StringComparison.Ordinal) || form.StartsWith("بال", StringComparison.Ordinal) || form.StartsWith("كال", StringComparison.Ordinal)
                || (form[0] == 'ل' && article.LexiconAt(at).Heads.At(_text, at, at + 1) is not null));
    }
}
