using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Figures;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Statements;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Incidents;

/// <summary>Finds the attacks, arrests and accidents that a text reports as facts, and merges what is told of one in several places.</summary>
/// <remarks>
/// A sentence tells of an incident when a word of happening stands in it as a fact and a date, a toll, or a place ties it down. Two dates are
/// two incidents, even in one city; a sentence without a date adds to the one before it. Tolls stay side by side with their sources.
/// </remarks>
internal sealed class IncidentFinder(ArticleContext article, IReadOnlyList<FoundFigure> figures, FigurePeriods periods)
{
    private readonly ArticleTokens _text = article.Text;
    private readonly Realis _realis = new(article);
    private readonly ILookup<int, FoundFigure> _figures = figures.ToLookup(f => article.SentenceOf(f.Tokens.Start).Start);

    /// <summary>How many incidents back one may be told again.</summary>
    private const int MostCompared = 100;

    /// <summary>The incidents of the article, in order of their first mention.</summary>
    public List<FoundIncident> Find()
    {
        var found = new List<FoundIncident>();
        for (var s = 0; s < article.Sentences.Count; s++)
        {
            var sentence = Body(article.Sentences[s]);
            if (sentence.Length == 0 || IsHeadline(s))
                continue;
            if (InSentence(sentence) is { } incident)
                Merge(incident, sentence, found);
            else
                AddToll(sentence, found);
        }
        found.RemoveAll(i => !i.IsAnchored);
        foreach (var incident in found)
            PlaceByDateline(incident);
        return found;
    }

    private TokenRange Body(TokenRange sentence) =>
        article.Dateline is { } line && line.Tokens.Overlaps(sentence) ? sentence with { Start = Math.Min(sentence.End, Math.Max(sentence.Start, line.Tokens.End)) } : sentence;

    // The headline repeats what the text tells, without its details.
    private bool IsHeadline(int sentence) => sentence == 0 && article.Sentences.Count > 2 && article.ParagraphOf(article.Sentences[0].Start) == 0
        && _text.Paragraphs.Length > 1 && article.Sentences[1].Start >= _text.Paragraphs[1].Start && !_text[article.Sentences[0].End - 1].Is('.');

    private FoundIncident? InSentence(TokenRange sentence)
    {
        var lexicon = article.LexiconAt(sentence.Start);
        var events = lexicon.Events.In(_text, sentence)
            .Where(e => !IsInName(e.Tokens) && _realis.IsFact(e.Tokens, Clause(e.Tokens, sentence)) && !IsStatistic(e, sentence) && !IsForeseen(e.Tokens)).ToList();
        if (events.Count == 0)
            return null;
        var strong = events.FindAll(e => e.Cell(3) != "weak");
        var tolls = FiguresIn(sentence).Where(f => f.Slot is not null && !f.IsTotal).ToList();
        var victim = NamedVictim(sentence, events);
        if (strong.Count == 0 && tolls.Count == 0 && victim is null)
            return null;
        var kind = KindOf(strong.Count > 0 ? strong : events, victim is not null && tolls.Count == 0 && strong.Count == 0);
        var anchor = (strong.Count > 0 ? strong : events)[0];
        var incident = new FoundIncident { Kind = kind, Time = TimeOf(anchor.Tokens, sentence) };
        foreach (var method in events.Where(e => Matches(e.Tag, kind)).Select(e => e.Cell(2)).Where(m => m.Length > 0 && m != "killing").Distinct())
            incident.Methods.Add(method);
        incident.Figures.AddRange(tolls.Where(f => !f.IsPart));
        incident.Evidence.Add(sentence);
        SetPlace(incident, anchor.Tokens, sentence);
        // What is counted over months is no incident.
        if (incident.Time is { To: { } last, Precision: TimePrecision.Interval or TimePrecision.Year } time && last.DayNumber - time.From.DayNumber > 31)
            return null;
        incident.IsAnchored = (incident.Time is not null || incident.Figures.Exists(f => f.Slot is "killed" or "injured" or "arrested" or "held"))
            && (incident.Figures.Count > 0 || incident.City is not null || incident.Facility is not null || victim is not null || kind == IncidentKind.Arrest);
        if (kind is IncidentKind.Attack && Actor(anchor, sentence) is { } actor)
            incident.AttributedTo.Add((actor, null));
        if (victim is not null)
            victim.Role = MentionRole.Victim;
        return incident;
    }

    private IEnumerable<FoundFigure> FiguresIn(TokenRange sentence) => _figures[article.SentenceOf(sentence.Start).Start].Where(f => sentence.Contains(f.Tokens));

    private TokenRange Clause(TokenRange happening, TokenRange sentence) => periods.Clause(happening, sentence);

    private bool IsInName(TokenRange range) => article.NamesIn(new TokenRange(Math.Max(0, range.Start - 10), range.End)).Any(n => n.Tokens.Contains(range) && n.Tokens.Length > range.Length && n.Type != MentionType.Place);

    // "hostage-taking fell from 22 cases": counted, not told.
    private bool IsStatistic(Phrase happening, TokenRange sentence) =>
        FiguresIn(sentence).Any(f => f.Unit is "incidents" or "percent") && happening.Cell(3) == "noun" && !FiguresIn(sentence).Any(f => f.Slot is "killed" or "injured");

    /// <summary>Whether it stands in what somebody warns of or expects.</summary>
    public Func<TokenRange, bool> IsForeseen { get; init; } = _ => false;

    private static IncidentKind KindOf(List<Phrase> events, bool isOneVictim)
    {
        if (events.Exists(e => e.Tag == "attack") && !(events.Exists(e => e.Tag == "arrest") && events.Find(e => e.Tag == "attack").Cell(3) == "weak"))
        {
            // An arrest tells of the attack it is for; the verb of the sentence decides.
            if (events.Exists(e => e.Tag == "arrest" && e.Cell(3) == "verb") && !events.Exists(e => e.Tag == "attack" && e.Cell(3) == "verb"))
                return IncidentKind.Arrest;
            return isOneVictim ? IncidentKind.Assassination : IncidentKind.Attack;
        }
        return events[0].Tag switch
        {
            "arrest" => IncidentKind.Arrest,
            "seizure" => IncidentKind.Seizure,
            "assassination" => IncidentKind.Assassination,
            "accident" => IncidentKind.Accident,
            _ => IncidentKind.Attack,
        };
    }

    private static bool Matches(string tag, IncidentKind kind) => tag == kind switch
    {
        IncidentKind.Arrest => "arrest",
        IncidentKind.Seizure => "seizure",
        IncidentKind.Accident => "accident",
        _ => "attack",
    };

    // The first person named behind a passive "was killed" is the victim.
    private FoundName? NamedVictim(TokenRange sentence, List<Phrase> events)
    {
        foreach (var happening in events.Where(e => e.Cell(2) == "killing" || e.Tag == "assassination"))
        {
            var name = article.NamesIn(sentence).FirstOrDefault(n => n.Type == MentionType.Person && n.Tokens.Start >= happening.Tokens.End && n.Tokens.Start <= happening.Tokens.End + 2 && sentence.Contains(n.Tokens))
                ?? article.NamesIn(sentence).LastOrDefault(n => n.Type == MentionType.Person && n.Tokens.End <= happening.Tokens.Start && n.Tokens.End >= happening.Tokens.Start - 3 && sentence.Contains(n.Tokens) && article.LexiconAt(sentence.Start).Language is ArticleLanguage.English or ArticleLanguage.Russian);
            if (name is not null)
                return name;
        }
        return null;
    }

    private TimeExpression? TimeOf(TokenRange happening, TokenRange sentence)
    {
        var times = article.TimesIn(sentence).ToList();
        var real = times.FindAll(t => !t.IsWeekday && (t.Precision is TimePrecision.Day or TimePrecision.Month or TimePrecision.Interval or TimePrecision.Year) && !(t.IsRelative && t.Precision == TimePrecision.Year));
        var clause = Clause(happening, sentence);
        return real.Find(t => clause.Overlaps(t.Tokens) && t.Precision == TimePrecision.Day) ?? real.Find(t => clause.Overlaps(t.Tokens))
            ?? real.Find(t => t.Precision is TimePrecision.Day or TimePrecision.Interval) ?? real.FirstOrDefault() ?? times.FirstOrDefault();
    }

    private void SetPlace(FoundIncident incident, TokenRange happening, TokenRange sentence)
    {
        var places = article.NamesIn(sentence).Where(n => n.Type == MentionType.Place).OrderBy(n => Math.Abs(n.Tokens.Start - happening.End) + (n.Tokens.Start < happening.Start ? 3 : 0)).ToList();
        // "stormed Garissa University": a school or hospital behind the verb is where it happened.
        incident.Facility = article.NamesIn(new TokenRange(happening.End, happening.End + 3)).FirstOrDefault(n => n.Type == MentionType.Organization && n.Linked is null && n.HeadLength == 0 && n.Tokens.Length > 1);
        foreach (var place in places)
        {
            if (IsFacility(place))
                incident.Facility ??= place;
            else if (Tables.Countries.CodeOf(article.At(article.SpanOf(place.Tokens, place.Cut))) is not null || Tables.Countries.CodeOf(place.Canonical) is not null)
                incident.Country ??= place.Canonical;
            else
                incident.City ??= place;
        }
    }

    private bool IsFacility(FoundName place)
    {
        for (var i = place.Tokens.Start; i < place.Tokens.End; i++)
        {
            if (article.LexiconAt(i).Heads.At(_text, i, place.Tokens.End) is { Tag: "facility" })
                return true;
        }
        return false;
    }

    private FoundName? Actor(Phrase happening, TokenRange sentence) => happening.Cell(3) != "verb" ? null
        : article.NamesIn(sentence).FirstOrDefault(n => n.Type == MentionType.Organization && n.Linked is not null && n.Tokens.End <= happening.Tokens.Start);

    private void Merge(FoundIncident incident, TokenRange sentence, List<FoundIncident> found)
    {
        var same = found.TakeLast(MostCompared).LastOrDefault(f => f.Kind == incident.Kind && SameTime(f, incident) && SamePlace(f, incident));
        if (same is null)
        {
            // A report that goes on without a date tells more of the last one.
            if (incident.Time is null && found.Count > 0 && found[^1].Kind == incident.Kind && article.ParagraphOf(found[^1].Evidence[^1].Start) == article.ParagraphOf(sentence.Start) && SamePlace(found[^1], incident))
                same = found[^1];
            else if (incident.IsAnchored)
            {
                // In the town of the report before it, unless it names its own.
                if (incident.City is null && incident.Facility is null && found.Count > 0 && found[^1].Kind == incident.Kind && AreNear(found[^1].Time, incident.Time))
                    incident.City = found[^1].City;
                found.Add(incident);
                return;
            }
            else
            {
                return;
            }
        }
        same.Figures.AddRange(incident.Figures);
        same.Facility ??= incident.Facility;
        same.City ??= incident.City;
        same.Time ??= incident.Time;
        same.Methods.AddRange(incident.Methods.Except(same.Methods).ToList());
        same.AttributedTo.AddRange(incident.AttributedTo);
        same.Evidence.Add(sentence);
        same.IsAnchored |= incident.IsAnchored;
    }

    private static bool AreNear(TimeExpression? a, TimeExpression? b) => a is null || b is null || Math.Abs(a.From.DayNumber - b.From.DayNumber) < 40;

    private static bool SameTime(FoundIncident a, FoundIncident b) => a.Time is not null && b.Time is not null
        && a.Time.From <= (b.Time.To ?? b.Time.From) && b.Time.From <= (a.Time.To ?? a.Time.From);

    private static bool SamePlace(FoundIncident a, FoundIncident b) => a.City is null || b.City is null || a.City.First == b.City.First || a.City.Canonical == b.City.Canonical;

    // "More than 300 were wounded": a sentence with a toll and no word of happening.
    private void AddToll(TokenRange sentence, List<FoundIncident> found)
    {
        var tolls = FiguresIn(sentence).Where(f => f.Slot is "killed" or "injured" && !f.IsPart && !f.IsTotal).ToList();
        if (tolls.Count == 0 || found.Count == 0 || found[^1].Kind == IncidentKind.Arrest)
            return;
        var last = found[^1];
        var isNext = article.ParagraphOf(last.Evidence[^1].Start) == article.ParagraphOf(sentence.Start);
        if (!isNext || tolls.Exists(t => t.Time is not null && last.Time is not null && t.Time.From != last.Time.From))
            return;
        last.Figures.AddRange(tolls);
        last.Evidence.Add(sentence);
    }

    private void PlaceByDateline(FoundIncident incident)
    {
        if (incident.City is not null || article.Dateline is not { } line)
            return;
        var town = article.NamesIn(line.Tokens).FirstOrDefault(n => n.Type == MentionType.Place && line.Tokens.Contains(n.Tokens));
        if (incident.Facility is not null || incident.Kind is IncidentKind.Accident or IncidentKind.Attack)
            incident.City = town;
    }
}
