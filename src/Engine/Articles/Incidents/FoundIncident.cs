using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Figures;
using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Incidents;

/// <summary>An incident while the article is read.</summary>
internal sealed class FoundIncident
{
    public required IncidentKind Kind { get; set; }

    public List<string> Methods { get; } = [];

    public TimeExpression? Time { get; set; }

    public FoundName? Facility { get; set; }

    public FoundName? City { get; set; }

    public string? Country { get; set; }

    public List<FoundFigure> Figures { get; } = [];

    public List<(FoundName Name, string? By)> AttributedTo { get; } = [];

    public FoundName? ClaimedBy { get; set; }

    public List<FoundName> DeniedBy { get; } = [];

    public List<TokenRange> Evidence { get; } = [];

    /// <summary>Whether a statement hedges it.</summary>
    public bool IsHedged { get; set; }

    /// <summary>Whether it is an event of its own: a date, a toll or a place says so.</summary>
    public bool IsAnchored { get; set; }
}
