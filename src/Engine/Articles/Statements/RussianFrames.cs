using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>Russian: «C», — V SP [O] · SP V, что C · SP V: «C» · C, V SP · по словам SP, C · C, говорится в SP · SP отрицает C.</summary>
internal sealed class RussianFrames(Frames frames)
{
    private readonly ArticleTokens _text = frames.Text;

    /// <summary>The statements of a sentence.</summary>
    public IEnumerable<StatementDraft> In(TokenRange sentence)
    {
        var body = frames.Body(sentence);
        var taken = new HashSet<int>();
        foreach (var cue in frames.Cues(sentence))
        {
            var draft = cue.Cell(2) switch
            {
                "source" => Source(cue, body),
                "by" => Document(cue, body),
                "object" => Object(cue, body),
                _ => Said(cue, body),
            };
            if (draft is not null && draft.Content.Count > 0 && draft.Content[0].Length > 0 && taken.Add(draft.Content[0].Start))
                yield return draft;
        }
    }

    private StatementDraft? Source(Phrase cue, TokenRange body)
    {
        var comma = frames.NextComma(cue.Tokens.End, body.End);
        var own = cue.Tokens.Length == 3 && _text.Form(cue.Tokens.Start + 1) is "его" or "ее" or "их";
        var speaker = own ? new FoundSpeaker(new TokenRange(cue.Tokens.Start + 1, cue.Tokens.Start + 2), 0, null, true) : frames.Speakers.In(new TokenRange(cue.Tokens.End, comma), nameMustLead: false);
        var leads = cue.Tokens.Start <= body.Start + 2;
        // "согласно" and "по" inside a clause are prepositions of something else.
        if (!leads && !frames.IsComma(cue.Tokens.Start - 1))
            return null;
        var content = leads ? new TokenRange(comma, body.End) : new TokenRange(frames.ClauseStart(body.Start, cue.Tokens.Start), cue.Tokens.Start);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(content)], speaker?.Name is { Type: MentionType.Outlet } outlet ? outlet : null);
    }

    private StatementDraft? Document(Phrase cue, TokenRange body)
    {
        if (!frames.IsComma(cue.Tokens.Start - 1))
            return null;
        var start = cue.Tokens.End;
        while (start < body.End && frames.Article.LexiconAt(start).Roles.At(_text, start, body.End) is { Tag: "document" } && start + 1 < body.End)
            start++;
        return new StatementDraft(frames.Speakers.In(new TokenRange(start, body.End), false), cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(frames.ClauseStart(body.Start, cue.Tokens.Start), cue.Tokens.Start))], null);
    }

    private StatementDraft? Said(Phrase cue, TokenRange body)
    {
        var speech = frames.Speech(body);
        var before = speech.FindLast(q => q.Outer.End <= cue.Tokens.Start);
        if (before is not null && IsDash(before.Outer.End, cue.Tokens.Start))
            return Quoted(cue, body, before, speech);
        if (_text.Form(cue.Tokens.Start - 1) == "не")
            return null;
        var that = That(cue.Tokens.End, body.End);
        if (that > 0)
        {
            var between = new TokenRange(cue.Tokens.End, that - 1);
            var speaker = Subject(cue.Tokens.Start, body.Start) ?? frames.Speakers.In(WithoutOutlet(between), false);
            return new StatementDraft(speaker, cue.Tokens, cue.Tag, [new TokenRange(that + 1, body.End)], frames.Outlet(between));
        }
        if (speech.Find(q => q.Outer.Start >= cue.Tokens.End && q.Outer.Start <= cue.Tokens.End + 8 && _text[q.Outer.Start - 1].Is(':')) is { } quote)
            return new StatementDraft(Subject(cue.Tokens.Start, body.Start) ?? frames.Speakers.In(WithoutOutlet(new TokenRange(cue.Tokens.End, quote.Outer.Start)), false), cue.Tokens, cue.Tag, [quote.Inner], frames.Outlet(new TokenRange(cue.Tokens.End, quote.Outer.Start)));
        // C, V SP.
        var tail = frames.Trim(new TokenRange(cue.Tokens.End, body.End));
        if (frames.IsComma(cue.Tokens.Start - 1) && tail.Length is > 0 and <= 10 && cue.Tokens.Start - body.Start > 3)
            return new StatementDraft(frames.Speakers.In(WithoutOutlet(tail), false), cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(frames.ClauseStart(body.Start, cue.Tokens.Start), cue.Tokens.Start))], frames.Outlet(tail));
        return null;
    }

    private StatementDraft Quoted(Phrase cue, TokenRange body, Quotation quote, List<Quotation> speech)
    {
        var after = speech.Find(q => q.Outer.Start >= cue.Tokens.End);
        var end = after?.Outer.Start ?? body.End;
        var outlet = frames.Article.NamesIn(new TokenRange(quote.Outer.End, end)).FirstOrDefault(n => n.Tokens.End <= end && (n.Type == MentionType.Outlet || IsQuotedGroup(n)));
        var region = WithoutOutlet(new TokenRange(cue.Tokens.End, end), outlet);
        var speaker = frames.Speakers.In(region, false) ?? frames.Speakers.In(new TokenRange(quote.Outer.End, cue.Tokens.Start), false);
        List<TokenRange> content = [quote.Inner];
        if (after is not null)
            content.Add(after.Inner);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, content, outlet);
    }

    private bool IsQuotedGroup(FoundName name)
    {
        if (name.Type != MentionType.Organization || frames.Article.QuoteAt(name.Tokens.Start)?.Inner != name.Tokens || name.Linked is not null)
            return false;
        // A newspaper that is only known by its dative.
        var last = _text[name.Tokens.End - 1].Form;
        return last.EndsWith('у') || last.EndsWith("ям", StringComparison.Ordinal) || last.EndsWith("ам", StringComparison.Ordinal) || last.EndsWith('е') || last.EndsWith('ю');
    }

    private TokenRange WithoutOutlet(TokenRange region, FoundName? outlet = null)
    {
        outlet ??= frames.Outlet(region);
        if (outlet is null)
            return region;
        var behind = frames.Trim(region with { Start = outlet.Tokens.End });
        return behind.Length > 0 ? behind : region with { End = outlet.Tokens.Start };
    }

    private bool IsDash(int at, int cue)
    {
        for (var i = at; i < cue; i++)
        {
            if (_text[i].Kind == TokenKind.Mark && _text[i].Form[0] is '—' or '–' or '-')
                return cue - i <= 8;
        }
        return false;
    }

    // ", что": the comma may stand behind a few words.
    private int That(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 14); i++)
        {
            if (_text[i].Form is "что" or "будто" && frames.IsComma(i - 1))
                return i;
            if (frames.IsComma(i) && i + 1 < end && _text[i + 1].Form is not ("что" or "будто") && i == at)
                return -1;
        }
        return -1;
    }

    private FoundSpeaker? Subject(int verb, int start)
    {
        var from = verb;
        while (from > start && verb - from < 9 && (_text[from - 1].IsWord || (_text[from - 1].Kind == TokenKind.Mark && !frames.IsComma(from - 1) && !_text[from - 1].Is(':'))))
            from--;
        if (frames.IsComma(from - 1) && from == verb)
        {
            // SP, apposition, V
            var earlier = frames.LastComma(from - 1, start);
            if (earlier > 0 && frames.Article.NameFrom(earlier + 1) is { Type: MentionType.Person } named && !frames.Article.NamesIn(new TokenRange(start, earlier)).Any())
                return new FoundSpeaker(named.Tokens, 0, named, false);
            return earlier > 0 ? Subject(earlier, start) : null;
        }
        // "В ноябре силовики сообщили": the time is not the subject.
        if (frames.Article.TimesIn(new TokenRange(Math.Max(0, from - 1), verb)).FirstOrDefault() is { } time && time.Tokens.End < verb && time.Tokens.Start <= from + 1)
            from = time.Tokens.End;
        return from < verb ? frames.Speakers.In(new TokenRange(from, verb), nameMustLead: false) : null;
    }

    private StatementDraft? Object(Phrase cue, TokenRange body)
    {
        if (_text.Form(cue.Tokens.Start - 1) == "не")
            return null;
        if (cue.Tag == "claimResponsibility")
        {
            var whole = frames.Trim(body with { End = cue.Tokens.Start });
            var named = frames.Speakers.In(new TokenRange(cue.Tokens.End, frames.NextComma(cue.Tokens.End, body.End)), false);
            if (cue.Cell(3) == "took" && !(whole.Length > 0 && _text[whole.Start].Form.StartsWith("ответственност", StringComparison.Ordinal)))
                return null;
            if (whole.Length > 0 && _text[whole.Start].Form.StartsWith("ответственност", StringComparison.Ordinal))
                return new StatementDraft(named, cue.Tokens, cue.Tag, [whole], null);
        }
        if (Subject(cue.Tokens.Start, body.Start) is not { } speaker)
            return null;
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(cue.Tokens.End, frames.NextComma(cue.Tokens.End, body.End)))], null);
    }
}
