using System.Collections.Immutable;
using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles;

/// <summary>An article while it is read: its text, what is known of its form, and what the steps so far have found.</summary>
internal sealed class ArticleContext
{
    private readonly Lexicon[] _lexiconOfParagraph;

    public ArticleContext(string text, ArticleLanguage? language, DateOnly? givenDate, DateOnly? metadataDate)
    {
        Text = new ArticleTokens(text);
        var whole = new TokenRange(0, Text.Count);
        Language = language ?? LanguageDetection.Detect(Text, whole);
        _lexiconOfParagraph = [.. Text.Paragraphs.Select(p => Lexicon.Of(ParagraphLanguage(p)))];
        Quotes = Articles.Text.Quotes.Find(Text);
        Sentences = Articles.Text.Sentences.Cut(Text, Quotes);
        Fiscal = FiscalCalendar.Of(FirstCountry());
        var printed = new TimeFinder(Text, LexiconAt, givenDate ?? metadataDate, Fiscal);
        Dateline = Dateline.Find(this, printed);
        Date = givenDate is { } given ? new ArticleDate(given, DateBasis.Given)
            : Dateline?.Day is { } day ? new ArticleDate(day, DateBasis.Dateline)
            : metadataDate is { } stated ? new ArticleDate(stated, DateBasis.Metadata)
            : new ArticleDate(null, DateBasis.Unknown);
        var dated = new TimeFinder(Text, LexiconAt, Date.Value, Fiscal);
        Times = [.. Sentences.SelectMany(dated.Find)];
    }

    // The first country the text names whose fiscal calendar is known.
    private string? FirstCountry()
    {
        const int Beginning = 200;
        // Border figures of the agency are in its own country's years, whichever neighbor is named first.
        if (Enumerable.Range(0, Text.Count).Any(i => Text[i].IsWord && LexiconAt(i).Scopes.At(Text, i, Text.Count) is { Tag: "agency" }))
            return "us";
        for (var i = 0; i < Math.Min(Text.Count, Beginning); i++)
        {
            if (Gazetteer.At(Text, i, Math.Min(Text.Count, i + 6)) is { IsCountry: true } place && FiscalCalendar.IsKnown(place.Country))
                return place.Country;
        }
        return null;
    }

    /// <summary>The text and its tokens.</summary>
    public ArticleTokens Text { get; }

    /// <summary>The language of most of it.</summary>
    public ArticleLanguage Language { get; }

    /// <summary>Its outermost quotations.</summary>
    public List<Quotation> Quotes { get; }

    /// <summary>Its sentences.</summary>
    public List<TokenRange> Sentences { get; }

    /// <summary>Where it says place, date and outlet; null when it does not.</summary>
    public Dateline? Dateline { get; }

    /// <summary>When it was published.</summary>
    public ArticleDate Date { get; }

    /// <summary>The fiscal calendar its fiscal years are counted by.</summary>
    public FiscalCalendar Fiscal { get; }

    /// <summary>The dates and periods it names, in order.</summary>
    public ImmutableArray<TimeExpression> Times { get; }

    /// <summary>The names found so far.</summary>
    public List<FoundName> Names { get; set; } = [];

    /// <summary>The words of the language that a token's paragraph is in.</summary>
    public Lexicon LexiconAt(int token)
    {
        var paragraph = ParagraphOf(token);
        return paragraph < 0 ? Lexicon.Of(Language) : _lexiconOfParagraph[paragraph];
    }

    /// <summary>The words of the language a token itself is in: a Latin name in an Arabic sentence is read as English.</summary>
    public Lexicon LexiconOf(int token)
    {
        var lexicon = LexiconAt(token);
        return Text[token].Script switch
        {
            Transliteration.Script.Latin when lexicon.Language != ArticleLanguage.English => Lexicon.Of(ArticleLanguage.English),
            Transliteration.Script.Cyrillic when lexicon.Language != ArticleLanguage.Russian => Lexicon.Of(ArticleLanguage.Russian),
            _ => lexicon,
        };
    }

    /// <summary>Whether a word belongs to no name; Ali (علي) is one though it folds like the preposition (على).</summary>
    public bool IsStop(int token) => LexiconAt(token).Stops.At(Text, token, token + 1) is not null
        && !(Text[token].Form == "علي" && Text.Text[Text[token].End - 1] != 'ى' && token > 0 && Text[token - 1].IsWord && Text[token - 1].Script == Transliteration.Script.Arabic);

    /// <summary>The number of the paragraph that holds a token; −1 when none does.</summary>
    public int ParagraphOf(int token)
    {
        int low = 0, high = Text.Paragraphs.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = Text.Paragraphs[middle];
            if (token < range.Start)
                high = middle - 1;
            else if (token >= range.End)
                low = middle + 1;
            else
                return middle;
        }
        return -1;
    }

    /// <summary>The sentence that holds a token; empty when none does.</summary>
    public TokenRange SentenceOf(int token)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (token < Sentences[middle].Start)
                high = middle - 1;
            else if (token >= Sentences[middle].End)
                low = middle + 1;
            else
                return Sentences[middle];
        }
        return default;
    }

    /// <summary>The quotation a token stands in; null when it stands in none.</summary>
    public Quotation? QuoteAt(int token) => Quotes.Count > 0 && token >= 0 && token < Text.Count && QuoteOfToken[token] is > 0 and var quote ? Quotes[quote - 1] : null;

    /// <summary>The names in a range of tokens, in order, those included that only begin in it.</summary>
    public IEnumerable<FoundName> NamesIn(TokenRange range)
    {
        var at = FirstNameFrom(range.Start);
        for (; at < Names.Count && Names[at].Tokens.Start < range.End; at++)
            yield return Names[at];
    }

    /// <summary>The times in a range of tokens, in order.</summary>
    public IEnumerable<TimeExpression> TimesIn(TokenRange range)
    {
        int low = 0, high = Times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Times[middle].Tokens.Start < range.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < Times.Length && Times[low].Tokens.Start < range.End; low++)
        {
            if (Times[low].Tokens.End <= range.End)
                yield return Times[low];
        }
    }

    /// <summary>The outermost quotations that begin in a range of tokens, or run into it.</summary>
    public IEnumerable<Quotation> QuotesIn(TokenRange range)
    {
        int low = 0, high = Quotes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quotes[middle].Outer.End <= range.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < Quotes.Count && Quotes[low].Outer.Start < range.End; low++)
            yield return Quotes[low];
    }

    /// <summary>The quotation whose first mark, or first token where it has none, stands at a token; null when none does.</summary>
    public Quotation? QuoteFrom(int token) => QuotesIn(new TokenRange(token, token + 1)).FirstOrDefault(q => q.Outer.Start == token);

    /// <summary>The name that begins at a token; null when none does.</summary>
    public FoundName? NameFrom(int token) => NamesIn(new TokenRange(token, token + 1)).FirstOrDefault();

    /// <summary>The names that a span of characters touches.</summary>
    public IEnumerable<FoundName> NamesIn(TextSpan span)
    {
        var first = Text.TokenAt(span.Start);
        const int LongestName = 16;
        return NamesIn(new TokenRange(Math.Max(0, first - LongestName), Text.TokenAt(Math.Max(span.Start, span.End - 1)) + 1)).Where(n => SpanOf(n.Tokens, n.Cut).Overlaps(span));
    }

    private int FirstNameFrom(int token)
    {
        int low = 0, high = Names.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Names[middle].Tokens.Start < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    // For each token the number of its quotation, from 1; 0 for none.
    private int[] QuoteOfToken => field ??= NumberQuotes();

    private int[] NumberQuotes()
    {
        var numbers = new int[Text.Count];
        for (var q = 0; q < Quotes.Count; q++)
            numbers.AsSpan(Quotes[q].Inner.Start, Math.Max(0, Quotes[q].Inner.Length)).Fill(q + 1);
        return numbers;
    }

    /// <summary>The characters of a range of tokens.</summary>
    public TextSpan SpanOf(TokenRange tokens, int cut = 0) =>
        tokens.Length <= 0 ? default : new TextSpan(StartOf(tokens.Start, cut), Text[tokens.End - 1].End);

    /// <summary>The text of a span.</summary>
    public string At(TextSpan span) => Text.Text[span.Start..span.End];

    // Letters that were taken off a token may carry marks; those go with them.
    private int StartOf(int token, int cut)
    {
        var start = Text[token].Start;
        for (var taken = 0; taken < cut && start < Text[token].End - 1; start++)
        {
            if (LetterFolds.Of(Text.Text[start]) is not (LetterFolds.Break or LetterFolds.Dropped))
                taken++;
        }
        while (cut > 0 && start < Text[token].End - 1 && LetterFolds.Of(Text.Text[start]) == LetterFolds.Dropped)
            start++;
        return start;
    }

    private ArticleLanguage ParagraphLanguage(TokenRange paragraph)
    {
        var language = LanguageDetection.Detect(Text, paragraph);
        // A line with little text is in the language of the article when the script allows it.
        return paragraph.Length < 12 && SameScript(language, Language) ? Language : language;
    }

    private static bool SameScript(ArticleLanguage a, ArticleLanguage b) =>
        a == b || (a is ArticleLanguage.Arabic or ArticleLanguage.Persian && b is ArticleLanguage.Arabic or ArticleLanguage.Persian);
}
