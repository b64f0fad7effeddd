using System.Collections.Immutable;

namespace Marsad.Engine.Articles;

/// <summary>What the reader found in an article; each finding points at characters of the text.</summary>
/// <remarks>Offsets count UTF-16 code units of the decoded text, a leading byte order mark removed; ends are exclusive.</remarks>
/// <param name="Language">The language most of the text is in.</param>
/// <param name="Date">The day it was published, as far as that is known.</param>
/// <param name="Mentions">Names of people, organizations, places, outlets and documents, in order.</param>
/// <param name="Statements">Who says what, in order.</param>
/// <param name="Figures">Numbers that count or measure something, in order.</param>
/// <param name="Incidents">Attacks, arrests and accidents that the text reports as facts.</param>
/// <param name="SourceCheck">Signs that the text was damaged, misattributed or lacks its source.</param>
public sealed record ArticleReading(
    ArticleLanguage Language, ArticleDate Date, ImmutableArray<Mention> Mentions, ImmutableArray<Statement> Statements,
    ImmutableArray<Figure> Figures, ImmutableArray<Incident> Incidents, ImmutableArray<SourceIssue> SourceCheck);

/// <summary>A half-open range of the text.</summary>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many units it has.</summary>
    public int Length => End - Start;

    /// <summary>Whether two ranges share a unit.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>Whether a range lies inside this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;
}

/// <summary>How the date of an article is known.</summary>
public enum DateBasis
{
    /// <summary>It is not known.</summary>
    Unknown,
    /// <summary>The caller gave it.</summary>
    Given,
    /// <summary>The dateline of the text.</summary>
    Dateline,
    /// <summary>Metadata of the page.</summary>
    Metadata,
    /// <summary>The latest date the text names.</summary>
    Inferred,
}

/// <summary>The day an article was published.</summary>
/// <param name="Value">The day; null when it is not known.</param>
/// <param name="Basis">How it is known.</param>
public sealed record ArticleDate(DateOnly? Value, DateBasis Basis);

/// <summary>What a name names.</summary>
public enum MentionType
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A group of people.</summary>
    Organization,
    /// <summary>A country, town, region, border or building.</summary>
    Place,
    /// <summary>A newspaper, agency or channel.</summary>
    Outlet,
    /// <summary>A report, a statement, a table.</summary>
    Document,
}

/// <summary>What a named party does where it is named.</summary>
public enum MentionRole
{
    /// <summary>None of the others.</summary>
    Other,
    /// <summary>It acts: attacks, claims.</summary>
    Actor,
    /// <summary>It is attacked.</summary>
    Target,
    /// <summary>It is quoted.</summary>
    Speaker,
    /// <summary>It was killed, injured or kidnapped.</summary>
    Victim,
}

/// <summary>A name in the text.</summary>
/// <param name="Span">Where it stands, without letters that belong to the word before (و ف ب ك ل).</param>
/// <param name="Surface">The text there.</param>
/// <param name="Type">What it names.</param>
/// <param name="Canonical">The fullest form of the name: the list's, or the longest in the text.</param>
/// <param name="Entries">Listed entries it may mean, the likeliest first; empty for a party on no list.</param>
/// <param name="References">Where the text means the same party without its name.</param>
/// <param name="Role">What the party does here.</param>
/// <param name="IsNegated">Whether the text denies a link to the party.</param>
public sealed record Mention(
    TextSpan Span, string Surface, MentionType Type, string Canonical, ImmutableArray<MentionedEntry> Entries, ImmutableArray<TextSpan> References,
    MentionRole Role, bool IsNegated);

/// <summary>Why a name is taken for an entry.</summary>
public enum LinkBasis
{
    /// <summary>The list prints the name so.</summary>
    Listed,
    /// <summary>The table of well-known names gives the name to the entry.</summary>
    Curated,
    /// <summary>The name sounds like one the list prints, in another script or spelling.</summary>
    Sound,
    /// <summary>The text gives the party's full name before.</summary>
    Coreference,
}

/// <summary>A listed entry that a name may mean.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Caption">Its name.</param>
/// <param name="Probability">The matcher's probability; for a curated name the strength of the table's row.</param>
/// <param name="Basis">Why the name is taken for the entry.</param>
/// <param name="InForceOnArticleDate">Whether the entry was listed on the article's date; null when either date is not known.</param>
/// <param name="InForceToday">Whether the loaded version of the list has it.</param>
public sealed record MentionedEntry(
    string Entry, string Caption, double Probability, LinkBasis Basis, bool? InForceOnArticleDate, bool InForceToday);

/// <summary>Who speaks.</summary>
public enum SpeakerKind
{
    /// <summary>Nobody is said.</summary>
    None,
    /// <summary>A person with a name.</summary>
    Named,
    /// <summary>A person or several without a name.</summary>
    Anonymous,
    /// <summary>An organization, an office or a document of one.</summary>
    Organization,
    /// <summary>Several people: residents, witnesses.</summary>
    Group,
}

/// <summary>The speaker of a statement.</summary>
/// <param name="Span">Where the text says who speaks; null when the speaker is carried over or not said.</param>
/// <param name="Surface">The text there.</param>
/// <param name="Canonical">The fullest name of the speaker.</param>
/// <param name="Kind">What kind of speaker.</param>
public sealed record Speaker(TextSpan? Span, string? Surface, string? Canonical, SpeakerKind Kind);

/// <summary>The word by which a statement is reported.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Surface">The text there.</param>
/// <param name="Sense">Its sense: say, add, stress, note, believe, warn, claim, accuse, claimResponsibility, deny, predict, announce, admit, ask.</param>
public sealed record Cue(TextSpan Span, string Surface, string Sense);

/// <summary>A place of the text with its surface.</summary>
/// <param name="Span">Where.</param>
/// <param name="Surface">The text there.</param>
public sealed record NamedSpan(TextSpan Span, string Surface);

/// <summary>A word that makes a statement uncertain.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Category">modal_possibility, likelihood, adverb_possibility, possibility_adj, evidential or hedging_verb.</param>
public sealed record Hedge(TextSpan Span, string Category);

/// <summary>What somebody says.</summary>
/// <param name="Speaker">Who.</param>
/// <param name="Cue">The reporting word; null for a quotation without one.</param>
/// <param name="Content">All that is reported.</param>
/// <param name="Quotes">The parts that are quoted word by word.</param>
/// <param name="Outlet">The medium spoken to or relayed from; null when none is named.</param>
/// <param name="IsHedged">Whether a word makes it uncertain.</param>
/// <param name="Hedges">Those words.</param>
public sealed record Statement(
    Speaker Speaker, Cue? Cue, ImmutableArray<TextSpan> Content, ImmutableArray<TextSpan> Quotes, NamedSpan? Outlet, bool IsHedged, ImmutableArray<Hedge> Hedges);

/// <summary>When something holds.</summary>
/// <param name="Printed">The words of the text; empty when the period is only implied.</param>
/// <param name="Value">An ISO year, month, day, or an interval <c>A/B</c> (<c>A/..</c> when it is open); null when it is not known.</param>
public sealed record Period(string Printed, string? Value);

/// <summary>A number with what it counts.</summary>
/// <param name="Span">Where it stands, comparator and noun included.</param>
/// <param name="Surface">The text there.</param>
/// <param name="Value">The number; null when it is vague (tens).</param>
/// <param name="Comparator">=, &gt;, &gt;=, &lt;, &lt;= or ~.</param>
/// <param name="Unit">persons, encounters, incidents, percent, a currency by its ISO code …</param>
/// <param name="What">What is counted: killed, injured, arrested, or words of the text.</param>
/// <param name="Period">When; null when the text does not say.</param>
/// <param name="Place">Where; null when the text does not say.</param>
/// <param name="IsPart">Whether it is part of a figure before it ("of whom 13"), and so never added to it.</param>
/// <param name="Check">What official tables say; null when no table could.</param>
public sealed record Figure(
    TextSpan Span, string Surface, double? Value, string Comparator, string Unit, string What, Period? Period, string? Place, bool IsPart, FigureCheck? Check);

/// <summary>What an official table says of a figure.</summary>
public enum CheckVerdict
{
    /// <summary>The same series, unit, scope and period, and the value fits what is printed.</summary>
    Agrees,
    /// <summary>True only for another scope, component or unit, or for part of the period.</summary>
    AgreesIfNarrowed,
    /// <summary>Worded as a calendar year, equal to the fiscal year's value.</summary>
    AgreesIfFiscalYear,
    /// <summary>A comparable cell exists and no reading reaches it.</summary>
    Contradicts,
    /// <summary>The value of an earlier period or release than the one worded.</summary>
    Stale,
    /// <summary>No table, no such detail, or a comparison across a break in the series.</summary>
    NotCheckable,
}

/// <summary>A figure held against an official table.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Table">The table's name; null when there is none.</param>
/// <param name="Cell">The cell: component, border, period.</param>
/// <param name="Official">The official value; null when there is none.</param>
/// <param name="Explanation">One sentence that a journalist can quote, in English.</param>
public sealed record FigureCheck(CheckVerdict Verdict, string? Table, string? Cell, double? Official, string Explanation);

/// <summary>What kind of incident.</summary>
public enum IncidentKind
{
    /// <summary>An attack.</summary>
    Attack,
    /// <summary>The killing of one person on purpose.</summary>
    Assassination,
    /// <summary>A kidnapping, a hijacking, hostages.</summary>
    Seizure,
    /// <summary>An arrest.</summary>
    Arrest,
    /// <summary>A fire, a collapse, a crash: never an attack.</summary>
    Accident,
}

/// <summary>How far a fact can be relied on.</summary>
public enum Reliability
{
    /// <summary>Nothing in the text speaks against it.</summary>
    High,
    /// <summary>It stands beside damage of the text, or is hedged.</summary>
    Reduced,
    /// <summary>It stands in a damaged sentence.</summary>
    Low,
}

/// <summary>A number of an incident.</summary>
/// <param name="Value">The number.</param>
/// <param name="Comparator">=, &gt;, &gt;=, &lt;, &lt;= or ~.</param>
public sealed record Count(double Value, string Comparator);

/// <summary>Where an incident happened, from the most specific to the widest.</summary>
/// <param name="Facility">A building or post.</param>
/// <param name="City">A town or region.</param>
/// <param name="Country">A country.</param>
public sealed record IncidentPlace(string? Facility, string? City, string? Country);

/// <summary>A toll as one source gives it.</summary>
/// <param name="Of">killed, injured, arrested, held or attackers.</param>
/// <param name="Count">The number.</param>
/// <param name="Source">Who gives it; null when the text does not say.</param>
/// <param name="Span">Where.</param>
public sealed record Toll(string Of, Count Count, string? Source, TextSpan Span);

/// <summary>A party that an incident is laid to.</summary>
/// <param name="Canonical">Its name.</param>
/// <param name="Entry">Its listed entry; null when it is on no list.</param>
/// <param name="By">Who says so; null when the text itself does.</param>
public sealed record Attribution(string Canonical, string? Entry, string? By);

/// <summary>An attack, arrest or accident that the text reports as a fact.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Methods">bombing, shooting …; empty when the text does not say.</param>
/// <param name="Date">When; null when the text does not say.</param>
/// <param name="Place">Where; null when the text does not say.</param>
/// <param name="Killed">The dead, by the first toll; null when none is given.</param>
/// <param name="Injured">The injured.</param>
/// <param name="Attackers">How many attacked.</param>
/// <param name="Held">How many are held.</param>
/// <param name="Arrested">How many were arrested.</param>
/// <param name="Target">What was attacked, in words of the text.</param>
/// <param name="Tolls">Every number with its source; numbers that conflict stand side by side.</param>
/// <param name="ClaimedBy">Who claims it; null when nobody does, or it is denied.</param>
/// <param name="AttributedTo">Whom others blame.</param>
/// <param name="DeniedBy">Who denies it.</param>
/// <param name="Reliability">How far it can be relied on.</param>
/// <param name="Evidence">The clauses it was taken from.</param>
public sealed record Incident(
    IncidentKind Kind, ImmutableArray<string> Methods, Period? Date, IncidentPlace? Place, Count? Killed, Count? Injured, Count? Attackers, Count? Held,
    Count? Arrested, string? Target, ImmutableArray<Toll> Tolls, Attribution? ClaimedBy, ImmutableArray<Attribution> AttributedTo,
    ImmutableArray<Attribution> DeniedBy, Reliability Reliability, ImmutableArray<TextSpan> Evidence);

/// <summary>How much a sign of damage weighs.</summary>
public enum IssueSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,
    /// <summary>A small sign.</summary>
    Low,
    /// <summary>A reason to look at the source.</summary>
    Medium,
    /// <summary>The text cannot be relied on here.</summary>
    High,
}

/// <summary>A sign that the text was damaged, misattributed or lacks its source.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">What: missingProvenance, outletMismatch, brokenSentence, unclosedQuote …</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">One sentence that an analyst understands, in English.</param>
public sealed record SourceIssue(TextSpan Span, string Kind, IssueSeverity Severity, string Message);
