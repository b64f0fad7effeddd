using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Finds all names of an article, listed and not, and keeps of those that overlap the one that says most.</summary>
internal sealed class NameFinder(ArticleContext article, AliasIndex index, Watchlist watchlist)
{
    private readonly ArticleTokens _text = article.Text;

    /// <summary>The names of the article in order, none inside another.</summary>
    public List<FoundName> Find()
    {
        var ruled = new List<FoundName>();
        var cased = new CasedNames(article);
        var arabic = new ArabicScriptNames(article);
        AddDateline(ruled);
        foreach (var sentence in article.Sentences)
        {
            var body = article.Dateline is { } line && line.Tokens.Overlaps(sentence) && line.Tokens.End < sentence.End ? sentence with { Start = Math.Max(sentence.Start, line.Tokens.End) } : sentence;
            if (body.Length > 0 && !(article.Dateline?.Tokens.Contains(body) ?? false))
            {
                ruled.AddRange(cased.In(body));
                ruled.AddRange(arabic.In(body));
            }
            ruled.AddRange(Places(sentence));
        }
        ruled.AddRange(Outlets.In(article));
        ruled.AddRange(Agencies.In(article));
        var kept = Keep(ruled);
        var linker = new Linker(article, index, watchlist);
        var added = linker.Link(kept, new Scanner(index).Scan(_text));
        var all = Keep([.. kept, .. added]);
        Coreference.Resolve(article, all);
        return [.. all.OrderBy(n => n.Tokens.Start)];
    }

    private void AddDateline(List<FoundName> names)
    {
        if (article.Dateline is not { } line)
            return;
        if (line.Outlet.Length > 0)
            names.Add(new FoundName(line.Outlet, 0, MentionType.Outlet) { HasCue = true });
        var start = line.Place.Start;
        for (var i = line.Place.Start; i <= line.Place.End; i++)
        {
            if (i < line.Place.End && _text[i].Kind != TokenKind.Mark)
                continue;
            if (i > start && _text[start].IsWord)
                names.Add(new FoundName(new TokenRange(start, i), 0, MentionType.Place) { HasCue = true });
            start = i + 1;
        }
    }

    private IEnumerable<FoundName> Places(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (Gazetteer.At(_text, i, sentence.End) is not { } place || !IsPlaceHere(place, sentence))
            {
                if (Foreign(i, sentence) is { } foreign)
                    yield return foreign;
                continue;
            }
            yield return new FoundName(place.Tokens, place.Cut, MentionType.Place) { Canonical = place.Name };
            i = place.Tokens.End - 1;
        }
    }

    // A foreign name writes all its vowels: a word of three long ones behind "in" or "from" is a place no gazetteer has.
    private FoundName? Foreign(int at, TokenRange sentence)
    {
        var token = _text[at];
        if (token.Script != Script.Arabic || article.LexiconAt(at).Language != ArticleLanguage.Arabic || token.Form.Length is < 5 or > 12 || at == sentence.Start)
            return null;
        if (_text.Form(at - 1) is not ("في" or "من" or "الي" or "قرب" or "مدينه" or "بلده" or "جزيره" or "وفي"))
            return null;
        var form = token.Form;
        var isNative = form.StartsWith("ال", StringComparison.Ordinal) || form.EndsWith("ات", StringComparison.Ordinal) || form.EndsWith("ين", StringComparison.Ordinal) || form.EndsWith("ون", StringComparison.Ordinal)
            || form.EndsWith("يه", StringComparison.Ordinal) || form.EndsWith('ه') || form[0] is 'م' && form[1] is 'ح' or 'ت' or 'س';
        if (isNative || form.Count(c => c is 'ا' or 'و' or 'ي') < 3 || !EndsPhrase(at + 1, sentence.End))
            return null;
        var lexicon = article.LexiconAt(at);
        return lexicon.Stops.At(_text, at, at + 1) is null && lexicon.Units.At(_text, at, at + 1) is null && lexicon.Months.At(_text, at, at + 1) is null && lexicon.Periods.At(_text, at, at + 1) is null
            ? new FoundName(new TokenRange(at, at + 1), 0, MentionType.Place) : null;
    }

    private bool EndsPhrase(int at, int end) => at >= end || _text[at].Kind == TokenKind.Mark || article.LexiconAt(at).Stops.At(_text, at, at + 1) is not null || article.LexiconAt(at).Reporting.At(_text, at, at + 1) is not null;

    // Towns share their names with people and things: a small one needs a preposition, a comma or a head before it.
    private bool IsPlaceHere(FoundPlace place, TokenRange sentence)
    {
        var first = _text[place.Tokens.Start];
        if (place.IsCountry || place.Tokens.Length > 1)
            return true;
        if (article.LexiconOf(place.Tokens.Start).Months.At(_text, place.Tokens.Start, place.Tokens.End) is not null)
            return false;
        if (first.Script is Script.Latin or Script.Cyrillic)
            return first.Form.Length > 3 && (place.Tokens.Start > sentence.Start || first.Form.Length > 4);
        if (place.Cut > 0)
            return first.Form.Length > 4;
        var before = _text.Form(place.Tokens.Start - 1);
        return first.Form.Length > 3 && before is "في" or "من" or "الي" or "علي" or "قرب" or "مدينه" or "بين" or "وفي" or "ومن" or "در" or "از" or "به" or "شهر" or "نحو" or "شمال" or "جنوب" or "شرق" or "غرب" or "،"
            or "شمالي" or "جنوبي" or "شرقي" or "غربي" or "حتي" or "باتجاه" or "وسط" or "غادر" or "اهالي" or "سكان" or "مردم" or "و";
    }

    /// <summary>Of names that overlap: linked before unlinked, longer before shorter, with a cue before without.</summary>
    private List<FoundName> Keep(IEnumerable<FoundName> names)
    {
        var kept = new List<FoundName>();
        var taken = new bool[_text.Count];
        foreach (var name in names.Where(n => n.Tokens.Length > 0)
            .OrderByDescending(n => n.Linked is not null)
            .ThenByDescending(n => n.Linked is not null ? n.Tokens.Length : 0)
            .ThenByDescending(n => n.HasCue && n.Tokens.Length > 1)
            .ThenByDescending(n => n.Tokens.Length)
            .ThenByDescending(n => n.Type == MentionType.Place && n.Canonical is not null)
            .ThenByDescending(n => n.HasCue)
            .ThenBy(n => n.Tokens.Start))
        {
            var tokens = taken.AsSpan(name.Tokens.Start, name.Tokens.Length);
            if (tokens.Contains(true))
                continue;
            tokens.Fill(true);
            kept.Add(name);
        }
        return kept;
    }
}
