using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>Arabic: V SP [لـ O] إن C · V SP: «C» · V SP من أن C · أما SP، فـV إن C · C، بحسب SP · «C»، V SP · نفى SP C · نسب SP C.</summary>
internal sealed class ArabicFrames(Frames frames)
{
    private const int LongestSubject = 45;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "انهما", "بانهم", "اني", "انني", "اننا" };

    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "من", "الي", "علي", "عن", "في" };

    private readonly ArticleTokens _text = frames.Text;

    /// <summary>The statements of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="paragraphEnd">Where its paragraph ends: a damaged text breaks a sentence between verb and particle.</param>
    /// <param name="before">The sentence before it in the same paragraph; empty when there is none.</param>
    public IEnumerable<StatementDraft> In(TokenRange sentence, int paragraphEnd, TokenRange before)
    {
        var body = frames.Body(sentence);
        var cues = frames.Cues(sentence);
        for (var c = 0; c < cues.Count; c++)
        {
            var cue = cues[c];
            var next = c + 1 < cues.Count ? cues[c + 1] : (Phrase?)null;
            var draft = cue.Cell(2) switch
            {
                "source" => Source(cue, body),
                "object" => Object(cue, body),
                "passive" => Passive(cue, body),
                "ask" => null,
                _ => Said(cue, body, next, paragraphEnd, before),
            };
            if (draft is not null && draft.Content.Count > 0 && draft.Content[0].Length > 0)
                yield return draft;
        }
    }

    private StatementDraft? Said(Phrase cue, TokenRange body, Phrase? next, int paragraphEnd, TokenRange before)
    {
        var opener = Opener(cue.Tokens.End, body.End, out var contentStart);
        if (opener < 0 && Trailing(cue, body, before) is { } trailing)
            return trailing;
        var end = body.End;
        if (opener < 0 && body.End < paragraphEnd && frames.Cues(new TokenRange(Math.Min(body.End + 1, paragraphEnd), Math.Min(paragraphEnd, body.End + 20))).Count == 0)
        {
            // The sentence was broken between its subject and its content.
            opener = Opener(cue.Tokens.End, Math.Min(paragraphEnd, cue.Tokens.End + LongestSubject), out contentStart);
            end = opener < 0 ? end : Math.Max(end, frames.Article.SentenceOf(opener).End);
        }
        if (opener < 0)
            return null;
        var region = new TokenRange(cue.Tokens.End, opener);
        while (region.Length > 0 && Before.Contains(_text[region.End - 1].Form))
            region = region with { End = region.End - 1 };
        if (Relayed(region) is { } from)
        {
            var relayed = Content(contentStart, end, next);
            return new StatementDraft(frames.Speakers.In(new TokenRange(from + 1, BeforeVerbalNoun(from + 1, region.End)), true), cue.Tokens, cue.Tag, [relayed], frames.Outlet(new TokenRange(cue.Tokens.End, from)) ?? frames.Article.NameFrom(cue.Tokens.End));
        }
        var outlet = frames.Outlet(region) ?? OutletByPreposition(region);
        var speakerRegion = outlet is null ? region : BeforeOutlet(region, outlet);
        var speaker = frames.Speakers.In(FirstNoun(speakerRegion), nameMustLead: true) ?? SubjectBefore(cue, body);
        var content = Content(contentStart, end, next);
        return content.Length == 0 ? null : new StatementDraft(speaker, cue.Tokens, cue.Tag, [content], outlet);
    }

    // "نقلت وكالة عن مسؤول قوله إن": who is relayed stands behind عن.
    private int? Relayed(TokenRange region)
    {
        for (var i = region.Start; i < region.End; i++)
        {
            if (_text[i].Form == "عن" && _text[region.End - 1].Form is "قوله" or "قولها" or "قولهم" or "تاكيده" or "تاكيدها")
                return i;
        }
        return null;
    }

    private int BeforeVerbalNoun(int at, int end)
    {
        while (end > at && _text[end - 1].Form is "قوله" or "قولها" or "قولهم" or "تاكيده" or "تاكيدها")
            end--;
        return end;
    }

    // Where the content begins: a particle, a colon or a quotation.
    private int Opener(int at, int end, out int contentStart)
    {
        contentStart = 0;
        for (var i = at; i < Math.Min(end, at + LongestSubject); i++)
        {
            if (_text[i].IsWord && Particles.Contains(_text[i].Form))
            {
                contentStart = i + 1;
                return i;
            }
            if (_text[i].Is(':'))
            {
                contentStart = i + 1;
                return i;
            }
            if (frames.Article.QuoteFrom(i) is { IsOpened: true } quote)
            {
                if (!frames.IsScare(quote))
                {
                    contentStart = quote.Outer.Start;
                    return i;
                }
                i = quote.Outer.End - 1;
            }
        }
        return -1;
    }

    private TokenRange Content(int start, int end, Phrase? next)
    {
        // An opening quotation that fills the rest is the content itself.
        if (frames.Article.QuoteFrom(start) is { } quote && (quote.Outer.End >= end - 1 || !quote.IsClosed))
            return quote.Inner.End > end ? quote.Inner : quote.Inner;
        if (next is { } following && following.Tokens.Start > start && following.Tokens.Start < end && Opens(following, end))
        {
            var comma = frames.LastComma(following.Tokens.Start, start);
            if (comma > start && following.Tokens.Start - comma <= 4)
                end = comma;
        }
        while (end > start && frames.IsComma(end - 1))
            end--;
        return new TokenRange(start, end);
    }

    private bool Opens(Phrase cue, int end) => cue.Cell(2) != "say" || Opener(cue.Tokens.End, end, out _) >= 0;

    // «C»، V SP: the quotations before the verb; a piece in a sentence of its own is the first half.
    private StatementDraft? Trailing(Phrase cue, TokenRange body, TokenRange before)
    {
        var speech = frames.Speech(new TokenRange(body.Start, cue.Tokens.Start));
        if (speech.Count == 0 || cue.Tokens.Start - speech[^1].Outer.End > 2)
            return null;
        var content = speech.ConvertAll(q => q.Inner);
        if (before.Length > 0 && frames.Speech(before) is [var half] && half.Outer.Start <= before.Start + 1 && half.Outer.End >= before.End - 1)
            content.Insert(0, half.Inner);
        return new StatementDraft(frames.Speakers.In(new TokenRange(cue.Tokens.End, frames.NextComma(cue.Tokens.End, body.End)), true), cue.Tokens, cue.Tag, content, null);
    }

    private FoundName? OutletByPreposition(TokenRange region)
    {
        for (var i = region.Start; i < region.End; i++)
        {
            var form = _text[i].Form;
            if (_text[i].IsWord && form.Length > 3 && form[0] == 'ل' && frames.Article.LexiconAt(i).Heads.At(_text, i, region.End) is { Tag: "outlet" } or { Cut: 1 }
                && frames.Article.NamesIn(new TokenRange(i, i + 4)).FirstOrDefault(n => n.Type is MentionType.Outlet or MentionType.Organization) is { } name)
                return name;
        }
        return null;
    }

    private TokenRange BeforeOutlet(TokenRange region, FoundName outlet)
    {
        var end = outlet.Tokens.Start;
        while (end > region.Start && (_text[end - 1].Kind == TokenKind.Mark || frames.Article.LexiconAt(end - 1).Heads.At(_text, end - 1, region.End) is { Tag: "outlet" or "organization" } || _text[end - 1].Form is "لوكاله" or "وكاله"))
            end--;
        return end > region.Start ? region with { End = end } : region;
    }

    // The subject without what stands behind its first comma, unless a name follows there.
    private TokenRange FirstNoun(TokenRange region)
    {
        var comma = frames.NextComma(region.Start, region.End);
        return comma > region.Start ? region with { End = comma } : region;
    }

    // "أما SP، …، فيقول إن" and "SP V إن".
    private FoundSpeaker? SubjectBefore(Phrase cue, TokenRange body)
    {
        var at = body.Start;
        if (_text.Form(at) == "اما" && frames.Article.NameFrom(at + 1) is { } topic)
            return new FoundSpeaker(topic.Tokens, topic.Cut, topic, false);
        return frames.NameEndingAt(cue.Tokens.Start) is { Type: MentionType.Person or MentionType.Organization } name && cue.Cut == 0 ? new FoundSpeaker(name.Tokens, name.Cut, name, false) : null;
    }

    private StatementDraft? Source(Phrase cue, TokenRange body)
    {
        var end = frames.NextComma(cue.Tokens.End, body.End);
        var leads = cue.Tokens.Start <= body.Start + 1;
        var region = new TokenRange(cue.Tokens.End, end);
        var speaker = frames.Speakers.In(region, nameMustLead: true);
        var content = leads ? new TokenRange(end, body.End) : new TokenRange(WithoutTime(frames.ClauseStart(body.Start, cue.Tokens.Start)), cue.Tokens.Start);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(content)], speaker?.Name is { Type: MentionType.Outlet } outlet ? outlet : null);
    }

    // "وفي 26 جوان 2015 قتل …": when is not part of what was said.
    private int WithoutTime(int start)
    {
        foreach (var time in frames.Article.TimesIn(new TokenRange(start, start + 12)))
        {
            if (time.Tokens.Start >= start && time.Tokens.Start <= start + 2 && _text.Form(start) is "في" or "وفي")
                return time.Tokens.End;
        }
        return start;
    }

    private StatementDraft? Object(Phrase cue, TokenRange body)
    {
        if (_text.Form(cue.Tokens.Start - 1) is "لم" or "لن" or "لا" or "ولم")
            return null;
        if (_text.Form(cue.Tokens.End) is "ان" or "بان")
            return null;
        var at = cue.Tokens.End;
        if (cue.Tag == "claimResponsibility" && cue.Tokens.Length > 1)
            return Responsibility(cue, body);
        var name = frames.Article.NameFrom(at)
            ?? (frames.Article.LexiconAt(at).Heads.At(_text, at, body.End) is { Tag: "organization" } ? frames.Article.NameFrom(at + 1) is { Type: MentionType.Organization } behind ? behind : null : null);
        var speakerEnd = name?.Tokens.End ?? at + 1;
        while (name is null && speakerEnd < body.End && _text[speakerEnd].IsWord && frames.Article.LexiconAt(speakerEnd).Roles.At(_text, speakerEnd, body.End) is { Tag: "word" } && frames.Article.LexiconAt(speakerEnd).Stops.At(_text, speakerEnd, body.End) is null)
            speakerEnd++;
        var speaker = name is null ? frames.Speakers.In(new TokenRange(at, speakerEnd), true) : new FoundSpeaker(name.Tokens, name.Cut, name, false);
        var content = new TokenRange(speakerEnd, frames.NextComma(speakerEnd, body.End));
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(content)], null);
    }

    // "وكان التنظيم قد أعلن مسؤوليته عن هجوم", "أعلن التنظيم مسؤوليته": who claims stands before the verb or in its phrase.
    private StatementDraft? Responsibility(Phrase cue, TokenRange body)
    {
        var end = cue.Tokens.Start;
        while (end > body.Start && _text[end - 1].Form is "قد" or "و" or "كان" or "كانت")
            end--;
        var start = end;
        while (start > body.Start && end - start < 6 && _text[start - 1].IsWord && !(_text[start - 1].Form is "كان" or "كانت" or "وكان" or "وكانت" or "ان"))
            start--;
        var speaker = frames.NameEndingAt(end) is { Type: MentionType.Organization or MentionType.Person } name ? new FoundSpeaker(name.Tokens, name.Cut, name, false) : frames.Speakers.In(new TokenRange(start, end), true);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(cue.Tokens.End, frames.NextComma(cue.Tokens.End, body.End)))], null);
    }

    private StatementDraft? Passive(Phrase cue, TokenRange body)
    {
        var start = cue.Tokens.End;
        if (start >= body.End || !Particles.Contains(_text[start].Form) || frames.Cues(body).Exists(c => c.Cell(2) == "source"))
            return null;
        return new StatementDraft(null, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(start + 1, body.End))], null, HasNoSpeaker: true);
    }
}
