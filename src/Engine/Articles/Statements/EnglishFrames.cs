using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>English: "C," SP V · "C," V SP · C, SP V · SP V (that) C · SP told O that C · according to SP, C · SP denies C.</summary>
internal sealed class EnglishFrames(Frames frames)
{
    private static readonly HashSet<string> Helpers = new(StringComparer.Ordinal)
    {
        "has", "have", "had", "also", "always", "later", "then", "still", "previously", "repeatedly", "again", "once", "never", "earlier", "has", "who", "which", "that", "recently", "now", "did", "does", "do",
    };

    private static readonly HashSet<string> Passive = new(StringComparer.Ordinal) { "is", "was", "were", "are", "be", "been", "being", "to", "by", "of", "the", "a", "an", "not", "his", "her", "their", "its" };

    // Forms that are nouns or participles as often: they report only before "that" or beside a quotation.
    private static readonly HashSet<string> Loose = new(StringComparer.Ordinal)
    {
        "reports", "reported", "report", "estimates", "estimated", "expects", "expected", "believes", "believed", "believe", "thinks", "think", "thought", "considers", "suspects", "suspect", "suspected", "described",
        "wrote", "writes", "replied", "responded", "remarked", "indicated", "indicates", "observed", "observes", "noted", "notes", "confirmed", "confirms", "declared", "announced", "revealed", "reveals", "suggested", "suggests",
        "continued", "continues", "adds", "explained", "explains", "recalled", "recalls", "forecast", "predicted", "predicts", "claims", "state", "stated", "states", "alleged", "commented", "disclosed", "acknowledged", "testified",
    };

    private readonly ArticleTokens _text = frames.Text;

    /// <summary>The statements of a sentence.</summary>
    public IEnumerable<StatementDraft> In(TokenRange sentence)
    {
        var body = frames.Body(sentence);
        foreach (var cue in frames.Cues(sentence))
        {
            var draft = cue.Cell(2) switch
            {
                "source" => Source(cue, body),
                "object" => Object(cue, body),
                "passive" => new StatementDraft(null, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(SkipThat(cue.Tokens.End, body.End), body.End))], null, HasNoSpeaker: true),
                _ => Said(cue, body),
            };
            if (draft is not null && draft.Content.Count > 0 && draft.Content[0].Length > 0)
                yield return draft;
        }
    }

    private StatementDraft? Source(Phrase cue, TokenRange body)
    {
        var comma = frames.NextComma(cue.Tokens.End, body.End);
        var speaker = frames.Speakers.In(new TokenRange(cue.Tokens.End, comma), nameMustLead: false);
        var leads = cue.Tokens.Start <= body.Start + 1;
        var content = leads ? new TokenRange(comma, body.End) : new TokenRange(frames.ClauseStart(body.Start, cue.Tokens.Start), cue.Tokens.Start);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(content)], speaker?.Name is { Type: MentionType.Outlet } outlet ? outlet : null);
    }

    private StatementDraft? Said(Phrase cue, TokenRange body)
    {
        if (Passive.Contains(_text.Form(cue.Tokens.Start - 1)))
            return null;
        var speech = frames.Speech(body);
        var before = speech.FindLast(q => q.Outer.End <= cue.Tokens.Start);
        if (before is not null && cue.Tokens.Start - before.Outer.End <= 14 && before.Outer.Start <= body.Start + 1)
            return Quoted(cue, body, before, speech);
        var isShow = cue.Cell(2) == "show";
        var right = frames.Trim(new TokenRange(cue.Tokens.End, body.End));
        var comma = frames.LastComma(cue.Tokens.Start, body.Start);
        // C, SP V.
        if (right.Length == 0 && comma > body.Start)
            return new StatementDraft(frames.Speakers.In(new TokenRange(comma, cue.Tokens.Start), false), cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(frames.ClauseStart(body.Start, comma), comma))], null);
        // C, said SP.
        if (comma == cue.Tokens.Start - 1 && comma > body.Start + 2 && Subject(cue.Tokens.Start, body.Start) is null && !isShow)
            return new StatementDraft(frames.Speakers.In(new TokenRange(cue.Tokens.End, body.End), false), cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(body.Start, comma))], frames.Outlet(right));
        if (right.Length == 0)
            return null;
        var hasThat = _text.Form(cue.Tokens.End) == "that";
        var opensQuote = speech.Exists(q => q.Outer.Start >= cue.Tokens.End && q.Outer.Start <= cue.Tokens.End + 2);
        if ((Loose.Contains(_text[cue.Tokens.Start].Form) || isShow) && !hasThat && !opensQuote)
            return null;
        if (cue.Tag == "claim" && !hasThat && frames.Article.LexiconAt(body.Start).Events.In(_text, new TokenRange(cue.Tokens.End, Math.Min(body.End, cue.Tokens.End + 3))).Any())
            return Object(cue with { Row = [cue.Row[0], "claimResponsibility", "object"] }, body);
        if (Subject(cue.Tokens.Start, body.Start) is not { } speaker)
            return null;
        var start = cue.Tokens.End;
        FoundName? outlet = null;
        if (cue.Cell(2) == "told")
        {
            outlet = frames.Article.NamesIn(new TokenRange(start, start + 4)).FirstOrDefault();
            start = outlet?.Tokens.End ?? start + 1;
            outlet = outlet is { Type: MentionType.Outlet } ? outlet : null;
        }
        var content = opensQuote && speech.Find(q => q.Outer.Start >= cue.Tokens.End) is { } quote && !hasThat && quote.Outer.End >= body.End - 1 ? quote.Inner : new TokenRange(SkipThat(start, body.End), body.End);
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [TrimOpen(content)], outlet);
    }

    private StatementDraft Quoted(Phrase cue, TokenRange body, Quotation quote, List<Quotation> speech)
    {
        var after = speech.Find(q => q.Outer.Start >= cue.Tokens.End);
        var end = after?.Outer.Start ?? body.End;
        var isInverted = cue.Tokens.Start <= quote.Outer.End + 1 && !HasWords(quote.Outer.End, cue.Tokens.Start);
        var region = isInverted ? new TokenRange(cue.Tokens.End, end) : new TokenRange(quote.Outer.End, cue.Tokens.Start);
        var outlet = frames.Outlet(new TokenRange(quote.Outer.End, end));
        if (isInverted && outlet is not null && cue.Cell(2) != "told")
            outlet = null;
        List<TokenRange> content = [quote.Inner];
        if (after is not null)
            content.Add(after.Inner);
        return new StatementDraft(frames.Speakers.In(FirstClause(region, isInverted), false), cue.Tokens, cue.Tag, content, outlet);
    }

    // Of "Prakash Salunke, a retired inspector," the name; of "his lawyer, Ines Rauda" all, for its name.
    private TokenRange FirstClause(TokenRange region, bool isInverted)
    {
        var trimmed = frames.Trim(region);
        var comma = frames.NextComma(trimmed.Start, trimmed.End);
        var hasName = frames.Article.NamesIn(trimmed with { End = Math.Max(comma, trimmed.Start) }).Any(n => n.Type == MentionType.Person);
        return hasName || !isInverted ? trimmed with { End = Math.Max(comma, trimmed.Start) } : trimmed with { End = Math.Min(trimmed.End, trimmed.Start + 10) };
    }

    private bool HasWords(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i].IsWord && !Helpers.Contains(_text[i].Form))
                return true;
        }
        return false;
    }

    private StatementDraft? Object(Phrase cue, TokenRange body)
    {
        if (Passive.Contains(_text.Form(cue.Tokens.Start - 1)) || Subject(cue.Tokens.Start, body.Start) is not { } speaker)
            return null;
        if (_text.Form(cue.Tokens.End) is "that")
            return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(cue.Tokens.End + 1, body.End))], null);
        var end = frames.NextComma(cue.Tokens.End, body.End);
        // "in an e-mail", "in a statement" say how, not what.
        for (var i = cue.Tokens.End + 1; i + 2 < end; i++)
        {
            if (_text[i].Form is "in" or "on" or "via" or "through" && (frames.Article.LexiconAt(i).Roles.At(_text, i + 1, end) ?? frames.Article.LexiconAt(i).Roles.At(_text, i + 2, end)) is { Tag: "document" })
                end = i;
        }
        return new StatementDraft(speaker, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(cue.Tokens.End, end))], null);
    }

    // The subject before a verb: helpers and an apposition between commas are passed over.
    private FoundSpeaker? Subject(int verb, int start)
    {
        var at = verb;
        while (at > start && Helpers.Contains(_text[at - 1].Form))
            at--;
        if (at > start && frames.IsComma(at - 1))
        {
            var end = at - 1;
            if (frames.NameEndingAt(end) is { Type: MentionType.Person or MentionType.Organization } relative && _text.Form(at) is "who" or "which")
                return new FoundSpeaker(relative.Tokens, 0, relative, false);
            var earlier = frames.LastComma(end, start);
            if (earlier < 0)
                return frames.NameEndingAt(end) is { } only ? new FoundSpeaker(only.Tokens, 0, only, false) : null;
            // "A little-known name, Deccan Mujahideen, claimed": what stands between the commas is the name.
            return frames.NameEndingAt(earlier) is null && frames.NameEndingAt(end) is { } between && between.Tokens.Start == earlier + 1
                ? new FoundSpeaker(between.Tokens, 0, between, false)
                : SubjectEndingAt(earlier, start);
        }
        return SubjectEndingAt(at, start);
    }

    private FoundSpeaker? SubjectEndingAt(int end, int start)
    {
        if (frames.NameEndingAt(end) is { } name)
            return new FoundSpeaker(name.Tokens, 0, name, false);
        var from = end;
        while (from > start && end - from < 7 && _text[from - 1].IsWord && !(_text[from - 1].Form is "and" or "but" or "while" or "because" or "when" or "after" or "that" or "if"))
            from--;
        return from < end ? frames.Speakers.In(new TokenRange(from, end), nameMustLead: false) : null;
    }

    private int SkipThat(int at, int end)
    {
        while (at < end && (_text[at].Form is "that" || _text[at].Is(':') || frames.IsComma(at)))
            at++;
        return at;
    }

    // An opening quotation mark at the start of the content belongs to it.
    private TokenRange TrimOpen(TokenRange range)
    {
        while (range.Length > 0 && frames.IsComma(range.Start))
            range = range with { Start = range.Start + 1 };
        return range;
    }
}
