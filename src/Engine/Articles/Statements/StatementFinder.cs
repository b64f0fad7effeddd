using System.Collections.Immutable;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Statements;

/// <summary>Finds who says what: the frames of the language of each paragraph, then the speakers that are carried over.</summary>
internal sealed class StatementFinder(ArticleContext article)
{
    private readonly ArticleTokens _text = article.Text;
    private FoundSpeaker? _last;

    /// <summary>The statements of the article, in order.</summary>
    public ImmutableArray<Statement> Find()
    {
        var frames = new Frames(article);
        var (english, russian, arabic, persian) = (new EnglishFrames(frames), new RussianFrames(frames), new ArabicFrames(frames), new PersianFrames(frames));
        var found = ImmutableArray.CreateBuilder<Statement>();
        for (var s = 0; s < article.Sentences.Count; s++)
        {
            var sentence = article.Sentences[s];
            var paragraph = _text.Paragraphs[article.ParagraphOf(sentence.Start)];
            var before = s > 0 && paragraph.Contains(article.Sentences[s - 1]) ? article.Sentences[s - 1] : default;
            var drafts = article.LexiconAt(sentence.Start).Language switch
            {
                ArticleLanguage.Russian => russian.In(sentence),
                ArticleLanguage.Arabic => arabic.In(sentence, paragraph.End, before),
                ArticleLanguage.Persian => persian.In(sentence),
                _ => english.In(sentence),
            };
            var taken = new List<TokenRange>();
            foreach (var draft in drafts.OrderBy(d => d.Cue.Start))
            {
                if (taken.Exists(t => draft.Content.Any(c => c == t)) || (IsHeadline(s) && draft.Speaker?.Name is null))
                    continue;
                taken.AddRange(draft.Content);
                found.Add(Named(draft));
            }
            if (taken.Count == 0 && Continued(frames, sentence) is { } quoted)
                found.Add(quoted);
        }
        return found.ToImmutable();
    }

    // A headline is the text again, in fewer words.
    private bool IsHeadline(int sentence) => sentence == 0 && _text.Paragraphs.Length > 1 && article.Sentences[0].End <= _text.Paragraphs[0].End && !_text[article.Sentences[0].End - 1].Is('.');

    // A sentence that is one quotation without a cue goes on with the last speaker, unless the next one completes it.
    private Statement? Continued(Frames frames, TokenRange sentence)
    {
        if (_last is null || frames.Speech(sentence) is not [{ IsClosed: true, IsOpened: true } only] || only.Outer.Start > sentence.Start || only.Outer.End < sentence.End - 1)
            return null;
        if (sentence.End < _text.Count && article.QuoteFrom(sentence.End) is not null)
            return null;
        return Named(new StatementDraft(null, default, "say", [only.Inner], null));
    }

    private Statement Named(StatementDraft draft)
    {
        var speaker = Speaker(draft);
        var content = draft.Content.Select(c => article.SpanOf(c)).Where(c => c.Length > 0).ToImmutableArray();
        var quotes = draft.Content.SelectMany(c => article.QuotesIn(c).Where(q => c.Contains(q.Inner))).Select(q => article.SpanOf(q.Inner)).ToImmutableArray();
        var hedges = Hedges(draft);
        var cue = draft.Cue.Length == 0 ? null : CueOf(draft);
        var outlet = draft.Outlet is { } medium ? new NamedSpan(article.SpanOf(medium.Tokens, medium.Cut), article.At(article.SpanOf(medium.Tokens, medium.Cut))) : null;
        return new Statement(speaker, cue, content, quotes, outlet, hedges.Length > 0, hedges);
    }

    private Cue CueOf(StatementDraft draft)
    {
        var first = _text[draft.Cue.Start];
        var cut = first.Script == Script.Arabic && first.Form.Length > 3 && first.Form[0] is 'و' or 'ف' && article.LexiconAt(draft.Cue.Start).Reporting.At(_text, draft.Cue.Start, draft.Cue.End) is { Cut: var letters } ? letters : 0;
        var span = article.SpanOf(draft.Cue, cut);
        return new Cue(span, article.At(span), draft.Sense);
    }

    private Speaker Speaker(StatementDraft draft)
    {
        if (draft.HasNoSpeaker)
            return new Speaker(null, null, null, SpeakerKind.None);
        var speaker = draft.Speaker;
        if (speaker is null or { IsCarried: true })
        {
            var known = _last?.Name?.First ?? _last?.Name;
            var canonical = known?.Canonical ?? (_last is null ? null : article.At(article.SpanOf(_last.Tokens, _last.Cut)));
            if (speaker is null && _last is null)
                return new Speaker(null, null, null, SpeakerKind.None);
            // Nothing is said here: the place where the speaker was named stands for it.
            var tokens = speaker?.Tokens ?? _last!.Tokens;
            var carried = article.SpanOf(tokens, speaker is null ? _last!.Cut : 0);
            return new Speaker(carried, article.At(carried), canonical, KindOf(_last));
        }
        _last = speaker;
        if (speaker.Name is { } name)
            name.Role = MentionRole.Speaker;
        var span = article.SpanOf(speaker.Tokens, speaker.Cut);
        return new Speaker(span, article.At(span), speaker.Name?.First.Canonical ?? speaker.Name?.Canonical ?? article.At(span), KindOf(speaker));
    }

    private SpeakerKind KindOf(FoundSpeaker? speaker) => speaker switch
    {
        null => SpeakerKind.None,
        { Name.Type: MentionType.Person } => SpeakerKind.Named,
        { Name: not null } => SpeakerKind.Organization,
        _ => article.LexiconAt(speaker.Tokens.Start).Roles.In(_text, speaker.Tokens).FirstOrDefault().Tag switch
        {
            "plural" => SpeakerKind.Group,
            "document" => SpeakerKind.Organization,
            _ => SpeakerKind.Anonymous,
        },
    };

    private ImmutableArray<Hedge> Hedges(StatementDraft draft)
    {
        var found = ImmutableArray.CreateBuilder<Hedge>();
        if (draft.Cue.Length > 0)
        {
            foreach (var hedge in article.LexiconAt(draft.Cue.Start).Hedges.In(_text, draft.Cue).Where(h => h.Cell(2) == "cue" || draft.HasNoSpeaker))
                found.Add(new Hedge(article.SpanOf(hedge.Tokens, hedge.Cut), hedge.Tag));
        }
        foreach (var content in draft.Content)
        {
            foreach (var hedge in article.LexiconAt(content.Start).Hedges.In(_text, content))
            {
                if (hedge.Cell(2) == "cue" || (hedge.Cell(2) == "imperfect" && !IsImperfect(hedge.Tokens.End, content.End)))
                    continue;
                if (_text[hedge.Tokens.Start] is { Script: Script.Latin, Form: "may", IsUpper: true } && hedge.Tokens.Start > content.Start)
                    continue;
                found.Add(new Hedge(article.SpanOf(hedge.Tokens, hedge.Cut), hedge.Tag));
            }
        }
        return found.ToImmutable();
    }

    // قد before an imperfect is "may"; before a perfect it only says that something has happened.
    private bool IsImperfect(int at, int end) => at < end && _text[at].Form is { Length: > 3 } form && form[0] is 'ي' or 'ت' or 'ن' && form is not "تم" and not "تمت";
}
