namespace Marsad.Engine.Articles.Language;

/// <summary>The words of one language that the reader knows, each table of <c>data/languages</c> once.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon>[] All =
        [.. Enum.GetValues<ArticleLanguage>().Select(language => new Lazy<Lexicon>(() => new Lexicon(language)))];

    private Lexicon(ArticleLanguage language)
    {
        Language = language;
        Code = CodeOf(language);
        PhraseTable Table(string name, Clitics clitics) => PhraseTable.Read(Code, name, clitics);
        Reporting = Table("reporting", Clitics.Conjunction);
        Hedges = Table("hedges", Clitics.Conjunction);
        Numbers = Table("numbers", Clitics.None);
        Units = Table("units", Clitics.All);
        Comparators = Table("comparators", Clitics.Conjunction | Clitics.Preposition);
        Months = Table("months", Clitics.Conjunction | Clitics.Preposition);
        Periods = Table("periods", Clitics.Conjunction | Clitics.Preposition);
        Events = Table("incidents", Clitics.All);
        Victims = Table("victims", Clitics.Conjunction | Clitics.Preposition);
        Realis = Table("realis", Clitics.Conjunction | Clitics.Preposition);
        Roles = Table("roles", Clitics.All);
        Heads = Table("heads", Clitics.All);
        Stops = Table("stops", Clitics.Conjunction | Clitics.Preposition);
        Scopes = Table("scopes", Clitics.All);
        Ordinals = Table("ordinals", Clitics.Conjunction | Clitics.Preposition);
        Parts = Table("parts", Clitics.Conjunction);
        Negations = Table("negation", Clitics.Conjunction);
    }

    /// <summary>Which language.</summary>
    public ArticleLanguage Language { get; }

    /// <summary>Its ISO 639-1 code, the name of its folder.</summary>
    public string Code { get; }

    /// <summary>Verbs and phrases of reporting: sense, kind.</summary>
    public PhraseTable Reporting { get; }

    /// <summary>Words that make a content uncertain: category.</summary>
    public PhraseTable Hedges { get; }

    /// <summary>Number words: value, kind.</summary>
    public PhraseTable Numbers { get; }

    /// <summary>Counted nouns: unit.</summary>
    public PhraseTable Units { get; }

    /// <summary>At least, about: comparator.</summary>
    public PhraseTable Comparators { get; }

    /// <summary>Names of months: number, calendar.</summary>
    public PhraseTable Months { get; }

    /// <summary>Words of time: last year, fiscal year, the same day.</summary>
    public PhraseTable Periods { get; }

    /// <summary>What happens in an incident: kind, method.</summary>
    public PhraseTable Events { get; }

    /// <summary>What happened to people: killed, injured, arrested, held.</summary>
    public PhraseTable Victims { get; }

    /// <summary>What makes an event not an actual one: planned, foiled, if, practice.</summary>
    public PhraseTable Realis { get; }

    /// <summary>Titles and roles of people.</summary>
    public PhraseTable Roles { get; }

    /// <summary>Heads of the names of organizations, places, buildings: type.</summary>
    public PhraseTable Heads { get; }

    /// <summary>Words that belong to no name.</summary>
    public PhraseTable Stops { get; }

    /// <summary>What an official series counts, and where.</summary>
    public PhraseTable Scopes { get; }

    /// <summary>First, sixth: the number.</summary>
    public PhraseTable Ordinals { get; }

    /// <summary>Of whom, another, in all: how a number stands to the one before it.</summary>
    public PhraseTable Parts { get; }

    /// <summary>No, not, never.</summary>
    public PhraseTable Negations { get; }

    /// <summary>The tables of a language; read when first asked for.</summary>
    public static Lexicon Of(ArticleLanguage language) => All[(int)language].Value;

    /// <summary>The ISO 639-1 code of a language.</summary>
    public static string CodeOf(ArticleLanguage language) => language switch
    {
        ArticleLanguage.Arabic => "ar",
        ArticleLanguage.Russian => "ru",
        ArticleLanguage.Persian => "fa",
        _ => "en",
    };
}
