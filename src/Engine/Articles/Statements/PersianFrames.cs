using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>Persian: SP [به O] گفت: «C» · SP گفت که C · به گفتهٔ SP، C · SP مسئولیت C را بر عهده گرفت.</summary>
internal sealed class PersianFrames(Frames frames)
{
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
                _ => Said(cue, body),
            };
            if (draft is not null && draft.Content.Count > 0 && draft.Content[0].Length > 0)
                yield return draft;
        }
    }

    private StatementDraft? Source(Phrase cue, TokenRange body)
    {
        var start = cue.Tokens.End;
        while (start < body.End && _text[start].Kind == TokenKind.Mark && !frames.IsComma(start))
            start++;
        var comma = frames.NextComma(start, body.End);
        return new StatementDraft(frames.Speakers.In(new TokenRange(start, comma), false), cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(comma, body.End))], null);
    }

    private StatementDraft? Said(Phrase cue, TokenRange body)
    {
        var start = cue.Tokens.End;
        while (start < body.End && (_text[start].Form == "که" || _text[start].Form == "كه" || _text[start].Is(':')))
            start++;
        if (start >= body.End)
            return null;
        var content = frames.Article.QuoteFrom(start) is { } quote ? quote.Inner : new TokenRange(start, body.End);
        var subject = new TokenRange(body.Start, cue.Tokens.Start);
        var outlet = frames.Outlet(subject) ?? frames.Article.NamesIn(subject).FirstOrDefault(n => n.Type == MentionType.Organization && _text.Form(n.Tokens.Start - 2) == "به" && n.Tokens.Start > subject.Start + 2);
        return new StatementDraft(Subject(subject, outlet), cue.Tokens, cue.Tag, [content], outlet);
    }

    private FoundSpeaker? Subject(TokenRange region, FoundName? outlet)
    {
        if (region.Length == 0)
            return null;
        if (frames.Article.NamesIn(region).FirstOrDefault(n => n != outlet && n.Type is MentionType.Person or MentionType.Organization) is { } name)
            return new FoundSpeaker(name.Tokens, name.Cut, name, false);
        return frames.Speakers.In(region with { End = Math.Min(frames.NextComma(region.Start, region.End), region.Start + 5) }, nameMustLead: true);
    }

    private StatementDraft? Object(Phrase cue, TokenRange body)
    {
        var subject = Subject(new TokenRange(body.Start, cue.Tokens.Start), null);
        if (subject is null)
            return null;
        var start = subject.Tokens.End;
        for (var i = start; i < cue.Tokens.Start; i++)
        {
            if (_text[i].Form is "مسيوليت" or "مسئوليت" or "مسوليت")
                start = i;
        }
        var end = cue.Tokens.Start;
        while (end > subject.Tokens.End && _text[end - 1].Form == "را")
            end--;
        return new StatementDraft(subject, cue.Tokens, cue.Tag, [frames.Trim(new TokenRange(start, end))], null);
    }
}
