using System.Collections.Immutable;
using System.Globalization;
using Marsad.Engine.Articles.Checks;
using Marsad.Engine.Articles.Figures;
using Marsad.Engine.Articles.Incidents;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Statements;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Articles;

/// <summary>What is known of an article beside its text.</summary>
public sealed record ArticleOptions
{
    /// <summary>The day it was published, as the caller knows it; null to find it in the text.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day its page states; counts when neither the caller nor a dateline gives one.</summary>
    public DateOnly? MetadataDate { get; init; }

    /// <summary>Its language; null to recognize it.</summary>
    public ArticleLanguage? Language { get; init; }
}

/// <summary>Reads news articles against the entries of watchlists: who is named, who says what, which figures, which incidents, what is wrong.</summary>
/// <remarks>
/// <para><b>Meaning.</b> A name in a text is a candidate; the screening matcher judges it with what the text says of the person, and
/// a name without an entry at or above probability 0.5 is no alert. Claims stay claims, possible attacks are no incidents,
/// damage of the text is reported and never repaired in silence.</para>
/// <para><b>Bad input.</b> Any string is accepted. Of a text longer than <see cref="LongestText"/> the first part is read, and said so.</para>
/// <para>Pure and thread-safe: the same text, options and entries give the same reading everywhere.</para>
/// </remarks>
public sealed class ArticleReader
{
    /// <summary>How many UTF-16 units of a text are read.</summary>
    public const int LongestText = 2 << 20;

    private readonly Watchlist _watchlist;
    private readonly AliasIndex _index;
    private readonly FigureChecker _checker;

    private ArticleReader(Watchlist watchlist, AliasIndex index, OfficialTables tables) =>
        (_watchlist, _index, _checker) = (watchlist, index, new FigureChecker(tables));

    /// <summary>Prepares the entries whose names are looked for.</summary>
    /// <param name="watchlist">The prepared entries, which judge candidates.</param>
    /// <param name="entries">The same entries.</param>
    /// <param name="tables">The official tables; null for those that ship.</param>
    public static ArticleReader Prepare(Watchlist watchlist, IEnumerable<ListEntry> entries, OfficialTables? tables = null)
    {
        ArgumentNullException.ThrowIfNull(watchlist);
        ArgumentNullException.ThrowIfNull(entries);
        return new ArticleReader(watchlist, AliasIndex.Prepare(entries), tables ?? OfficialTables.Current);
    }

    /// <summary>Reads an article.</summary>
    public ArticleReading Read(string text, ArticleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new ArticleOptions();
        var isCut = text.Length > LongestText;
        var article = new ArticleContext(isCut ? text[..LongestText] : text, options.Language, options.Date, options.MetadataDate);
        article.Names = new NameFinder(article, _index, _watchlist).Find();
        var statements = new StatementFinder(article).Find();
        var figures = new FigureFinder(article).Find();
        var periods = new FigurePeriods(article);
        new FigureScopes(article, periods).Set(figures);
        foreach (var figure in figures)
            figure.Check = _checker.Check(figure);
        var incidents = new IncidentFinder(article, figures, periods) { IsForeseen = Foreseen(article, statements) }.Find();
        Claims.Lay(article, statements, incidents);
        var issues = new SourceChecker(article, statements).Check();
        if (isCut)
            issues = issues.Add(new SourceIssue(new TextSpan(LongestText - 1, LongestText), "cut", IssueSeverity.High, $"The text is longer than {LongestText} characters; the rest was not read."));
        var results = new ReadingResults(article, statements, issues);
        return new ArticleReading(article.Language, article.Date, results.Mentions(), statements, results.Figures(figures), results.Incidents(incidents), issues);
    }

    /// <summary>The candidates of a text alone: what the bench measures.</summary>
    internal int Scan(string text) => new Scanner(_index).Scan(new ArticleTokens(text)).Count;

    // What somebody warns of or expects has not happened.
    private static Func<TokenRange, bool> Foreseen(ArticleContext article, ImmutableArray<Statement> statements)
    {
        var foreseen = new bool[article.Text.Count];
        foreach (var content in statements.Where(s => s.Cue is { Sense: "warn" or "predict" }).SelectMany(s => s.Content))
        {
            for (var i = article.Text.TokenAt(content.Start); i < article.Text.Count && article.Text[i].Start < content.End; i++)
                foreseen[i] = true;
        }
        return tokens => foreseen.AsSpan(tokens.Start, tokens.Length).Contains(true);
    }
}
