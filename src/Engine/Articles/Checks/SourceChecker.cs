using System.Collections.Immutable;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Checks;

/// <summary>Looks for signs that a text was damaged, misattributed or lacks its source. A clean article gives none of high or medium.</summary>
internal sealed class SourceChecker(ArticleContext article, IReadOnlyList<Statement> statements)
{
    /// <summary>A text with more is no article.</summary>
    private const int MostIssues = 300;

    private readonly ArticleTokens _text = article.Text;
    private readonly List<SourceIssue> _found = [];

    /// <summary>The signs, in order of the text.</summary>
    public ImmutableArray<SourceIssue> Check()
    {
        Provenance();
        QuotationMarks();
        StrayApostrophes();
        OutletsOfOneWord();
        Fragments();
        Repetitions();
        Acronyms();
        NamesInTwoForms();
        return [.. _found.Take(MostIssues).OrderBy(i => i.Span.Start).ThenBy(i => i.Span.End)];
    }

    private void Add(TokenRange tokens, string kind, IssueSeverity severity, string message) => _found.Add(new SourceIssue(article.SpanOf(tokens), kind, severity, message));

    // No dateline, no outlet of its own, and words whose day depends on when it was written.
    private void Provenance()
    {
        if (article.Dateline is not null || article.Date.Basis is DateBasis.Metadata || _text.Count < 60)
            return;
        var first = _text.Paragraphs[0];
        if (article.Times.Any(t => t.IsRelative) || article.Date.Basis == DateBasis.Given)
            Add(first with { End = Math.Min(first.End, first.Start + 3) }, "missingProvenance", IssueSeverity.High, "No byline, dateline, outlet or date is printed, and words such as \"last year\" have nothing to count from.");
    }

    private void QuotationMarks()
    {
        foreach (var quote in article.Quotes)
        {
            if (!quote.IsClosed)
                Add(new TokenRange(quote.Inner.Start - 1, quote.Inner.Start), "unclosedQuote", IssueSeverity.Medium, "A quotation is opened and never closed: where the words of the speaker end is not known.");
            else if (!quote.IsOpened)
                Add(new TokenRange(quote.Inner.End, quote.Inner.End + 1), "unopenedQuote", IssueSeverity.Medium, "A quotation is closed that was never opened.");
        }
        for (var q = 1; q < article.Quotes.Count; q++)
        {
            var (left, right) = (article.Quotes[q - 1].Outer, article.Quotes[q].Outer);
            if (right.Start == left.End + 1 && _text[left.End].Is('.') && _text[left.End].Start == _text[left.End - 1].End && article.LexiconAt(left.Start).Language is ArticleLanguage.Arabic or ArticleLanguage.Persian)
                Add(new TokenRange(left.End - 2, right.Start + 2), "splitQuotation", IssueSeverity.Info, "One quotation is split in two with the speaker behind both, as English does: a sign of translation by machine.");
        }
    }

    private void StrayApostrophes()
    {
        for (var i = 0; i < _text.Count; i++)
        {
            if (!Quotes.IsStrayApostrophe(_text, i))
                continue;
            var end = i + 1;
            while (end < _text.Count && end < i + 6 && _text[end].IsWord)
                end++;
            Add(new TokenRange(i, end), "brokenSentence", IssueSeverity.High, "An apostrophe stands before an Arabic word: a contraction of the original was split in translation, and its subject is lost.");
        }
    }

    // Two newspapers whose names share a word, given for what one speaker said.
    private void OutletsOfOneWord()
    {
        var outlets = statements.Where(s => s.Outlet is not null).Select(s => s.Outlet!)
            .Concat(article.Names.Where(n => n.Type == MentionType.Outlet && !(article.Dateline?.Tokens.Contains(n.Tokens) ?? false)).Select(n => new NamedSpan(article.SpanOf(n.Tokens, n.Cut), article.At(article.SpanOf(n.Tokens, n.Cut)))))
            .DistinctBy(o => o.Span.Start).Take(100).ToList();
        foreach (var outlet in outlets)
        {
            var last = outlet.Surface.Split(' ')[^1];
            if (outlet.Surface.Contains(' ', StringComparison.Ordinal) && outlets.Exists(o => o.Surface != outlet.Surface && o.Surface.Split(' ')[^1] == last && o.Surface.Contains(' ', StringComparison.Ordinal)))
                _found.Add(new SourceIssue(outlet.Span, "outletMismatch", IssueSeverity.High, $"Two different newspapers end in \"{last}\": a short name of one was probably completed wrongly."));
        }
    }

    // A "sentence" that is a bare noun and a relative clause: the rest of one that was cut.
    private void Fragments()
    {
        foreach (var sentence in article.Sentences)
        {
            if (sentence.Length < 3 || article.QuotesIn(sentence).Any())
                continue;
            var noun = _text[sentence.Start];
            if (!noun.IsWord || !(_text[sentence.Start + 1].Is('،') || _text[sentence.Start + 1].Is(',')))
                continue;
            var relative = _text.Form(sentence.Start + 2) is "الذي" or "التي" or "who" or "which" or "который" or "которая" or "كه";
            var commas = Enumerable.Range(sentence.Start, sentence.Length).Count(i => _text[i].Is('،') || _text[i].Is(','));
            if (relative && commas == 1)
                Add(sentence with { End = sentence.End - (_text[sentence.End - 1].Kind == TokenKind.Mark ? 1 : 0) }, "brokenSentence", IssueSeverity.High, "This is no sentence: a noun and a relative clause without a verb, the rest of a sentence that was cut.");
        }
    }

    // The same words on both sides of a full stop: "معهد … (IMS). معهد … (IMS)".
    private void Repetitions()
    {
        foreach (var sentence in article.Sentences)
        {
            for (var length = Math.Min(8, sentence.Length); length >= 3; length--)
            {
                if (sentence.Start - length - 1 < 0 || !Same(sentence.Start - length - 1, sentence.Start, length))
                    continue;
                Add(new TokenRange(sentence.Start, sentence.Start + length), "duplicatedFragment", IssueSeverity.Medium, "The words before the full stop are repeated behind it.");
                break;
            }
        }
    }

    private bool Same(int left, int right, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (right + i >= _text.Count || _text[left + i].Form != _text[right + i].Form)
                return false;
        }
        return _text[left].IsWord;
    }

    // An acronym that is one exchange of neighbors away from the known one of the name before it.
    private void Acronyms()
    {
        for (var i = 1; i + 1 < _text.Count; i++)
        {
            if (!_text[i].IsAllUpper || _text[i].Script != Script.Latin || !_text[i - 1].Is('(') || !_text[i + 1].Is(')') || _text[i].Form.Length is < 3 or > 5)
                continue;
            var name = article.NamesIn(new TokenRange(Math.Max(0, i - 16), i)).FirstOrDefault(n => n.Tokens.End == i - 1);
            if (name is null || Agencies.Acronym(article.At(article.SpanOf(name.Tokens, name.Cut))) is not { } known || known == _text[i].Form)
                continue;
            if (known.Length == _text[i].Form.Length && known.Order().SequenceEqual(_text[i].Form.Order()))
                Add(new TokenRange(i, i + 1), "acronymError", IssueSeverity.Medium, $"The acronym of this body is {known.ToUpperInvariant()}; its letters are exchanged here.");
        }
    }

    // One organization under two wordings of the same words.
    private void NamesInTwoForms()
    {
        var bodies = article.Names.Where(n => n.Type == MentionType.Organization && n.Tokens.Length >= 3 && _text[n.Tokens.Start].Script == Script.Arabic).Take(200).ToList();
        for (var b = 1; b < bodies.Count; b++)
        {
            var words = Stems(bodies[b]);
            if (bodies.Take(b).Any(a => Stems(a) is var other && other.SetEquals(words) && Form(a) != Form(bodies[b])))
                Add(bodies[b].Tokens, "inconsistentName", IssueSeverity.Low, "The same body has another name earlier in the text.");
        }
    }

    private string Form(FoundName name) => string.Join(' ', Enumerable.Range(name.Tokens.Start, name.Tokens.Length).Select(i => _text[i].Form));

    private HashSet<string> Stems(FoundName name) => [.. Enumerable.Range(name.Tokens.Start, name.Tokens.Length).Select(i => _text[i].Form)
        .Select(f => f.StartsWith("ال", StringComparison.Ordinal) ? f[2..] : f).Select(f => f.EndsWith("يه", StringComparison.Ordinal) ? f[..^2] : f.EndsWith('ه') ? f[..^1] : f)];
}
