using System.Collections.Immutable;
using Marsad.Engine.Articles.Figures;
using Marsad.Engine.Articles.Incidents;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles;

/// <summary>Makes the results that are handed out from what the steps have found.</summary>
internal sealed class ReadingResults(ArticleContext article, ImmutableArray<Statement> statements, ImmutableArray<SourceIssue> issues)
{
    private readonly ILookup<string, Speaker> _spokenFor = statements.Select(s => s.Speaker)
        .Where(s => s is { Span: not null, Canonical: not null, Surface.Length: <= 4 } && s.Surface != s.Canonical).ToLookup(s => s.Canonical!, StringComparer.Ordinal);

    private readonly ILookup<int, Statement> _saidIn = statements.Where(s => s.Content.Length > 0).ToLookup(s => article.SentenceOf(article.Text.TokenAt(s.Content[0].Start)).Start);

    /// <summary>The names, each with its party's canonical name.</summary>
    public ImmutableArray<Mention> Mentions() => [.. article.Names.Where(n => n.Tokens.Length > 0).Select(Mention).Where(m => m.Span.Length > 0)];

    private Mention Mention(FoundName name)
    {
        var span = article.SpanOf(name.Tokens, name.Cut);
        return new Mention(
            span, article.At(span), name.Type, name.Linked?.Caption ?? name.First.Canonical ?? name.Canonical ?? article.At(span), [.. name.Entries],
            References(name), name.Role, IsNegated(name));
    }

    // Pronouns and nouns that a statement takes for the party named last.
    private ImmutableArray<TextSpan> References(FoundName name)
    {
        if (name.Antecedent is not null)
            return [];
        var canonical = name.Canonical;
        return canonical is null ? [] : [.. _spokenFor[canonical].Select(s => s.Span!.Value).Distinct()];
    }

    private bool IsNegated(FoundName name)
    {
        var sentence = article.SentenceOf(name.Tokens.Start);
        var lexicon = article.LexiconAt(name.Tokens.Start);
        for (var i = Math.Max(sentence.Start, name.Tokens.Start - 10); i < Math.Min(sentence.End, name.Tokens.End + 8); i++)
        {
            if (lexicon.Negations.At(article.Text, i, sentence.End) is { Tag: "link" })
                return true;
        }
        return false;
    }

    /// <summary>The figures with their checks.</summary>
    public ImmutableArray<Figure> Figures(IEnumerable<FoundFigure> figures) => [.. figures.Select(Figure)];

    private Figure Figure(FoundFigure figure)
    {
        var span = article.SpanOf(figure.Tokens, figure.Cut);
        var period = figure.PeriodValue is { } value ? new Period(figure.Time is { } time ? article.At(article.SpanOf(time.Tokens)) : "", value) : null;
        var sentence = article.SentenceOf(figure.Tokens.Start);
        var place = article.NamesIn(sentence).Where(n => n.Type == MentionType.Place).MinBy(n => Math.Abs(n.Tokens.Start - figure.Tokens.Start));
        var what = figure.Slot ?? article.At(article.SpanOf(new TokenRange(figure.Number.Tokens.End, Math.Max(figure.Number.Tokens.End, figure.Tokens.End))));
        return new Figure(span, article.At(span), figure.Value, figure.Comparator, figure.Unit, what.Length > 0 ? what : figure.Unit, period, place?.Canonical, figure.IsPart, figure.Check);
    }

    /// <summary>The incidents with their tolls.</summary>
    public ImmutableArray<Incident> Incidents(IEnumerable<FoundIncident> incidents) => [.. incidents.Select(Incident)];

    private Incident Incident(FoundIncident incident)
    {
        var tolls = incident.Figures.Where(f => f.Slot is not null && f.Value is not null && !f.IsPart && f.Unit == "persons").Distinct().Select(Toll).ToImmutableArray();
        Count? First(string slot) => tolls.FirstOrDefault(t => t.Of == slot)?.Count;
        var time = incident.Time is { } when ? new Period(article.At(article.SpanOf(when.Tokens)), when.Value) : null;
        var place = incident.Facility is null && incident.City is null && incident.Country is null ? null
            : new IncidentPlace(NameOf(incident.Facility), NameOf(incident.City), incident.Country);
        var evidence = incident.Evidence.Select(e => article.SpanOf(e)).ToImmutableArray();
        var claimed = incident.ClaimedBy is { } claimer ? new Attribution(Canonical(claimer), claimer.Linked?.Entry, null) : null;
        return new Incident(
            incident.Kind, [.. incident.Methods], time, place, First("killed"), First("injured"), First("attackers"), First("held"), First("arrested"), NameOf(incident.Facility),
            tolls, claimed, [.. incident.AttributedTo.Select(a => new Attribution(Canonical(a.Name), a.Name.Linked?.Entry, a.By))],
            [.. incident.DeniedBy.Select(n => new Attribution(Canonical(n), n.Linked?.Entry, null))], ReliabilityOf(evidence), evidence);
    }

    private Toll Toll(FoundFigure figure)
    {
        var span = article.SpanOf(figure.Tokens, figure.Cut);
        var source = _saidIn[article.SentenceOf(figure.Tokens.Start).Start].FirstOrDefault(s => s.Content.Any(c => c.Contains(span)))?.Speaker.Canonical;
        return new Toll(figure.Slot!, new Count(figure.Value!.Value, figure.Comparator), source, span);
    }

    private string? NameOf(FoundName? name) => name is null ? null : article.At(article.SpanOf(name.Tokens, name.Cut));

    private static string Canonical(FoundName name) => name.Linked?.Caption ?? name.First.Canonical ?? name.Canonical ?? "";

    private Reliability ReliabilityOf(ImmutableArray<TextSpan> evidence)
    {
        var worst = issues.Where(i => i.Severity >= IssueSeverity.Medium && evidence.Any(e => e.Overlaps(i.Span))).Select(i => (IssueSeverity?)i.Severity).Max();
        return worst switch
        {
            IssueSeverity.High => Reliability.Low,
            IssueSeverity.Medium => Reliability.Reduced,
            _ => issues.Any(i => i.Kind == "missingProvenance") ? Reliability.Reduced : Reliability.High,
        };
    }
}
