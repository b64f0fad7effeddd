using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Incidents;

/// <summary>Lays claims, accusations and denials to the incidents they are about: four facts that are never one.</summary>
internal static class Claims
{
    private static readonly HashSet<string> Both = new(StringComparer.Ordinal) { "both", "оба", "обоих", "обеих", "كلا", "كلتا", "الهجومين", "التفجيرين", "twin" };

    /// <summary>Reads the statements of claiming, accusing and denying.</summary>
    public static void Lay(ArticleContext article, IEnumerable<Statement> statements, List<FoundIncident> incidents)
    {
        foreach (var statement in statements.Where(s => s.Cue is not null))
        {
            if (statement.Cue!.Sense is not ("claimResponsibility" or "accuse" or "deny"))
                continue;
            var about = About(article, statement, incidents);
            foreach (var incident in about)
                Lay(article, statement, incident);
        }
    }

    private static void Lay(ArticleContext article, Statement statement, FoundIncident incident)
    {
        var speaker = statement.Speaker.Span is { } span ? article.NamesIn(span).FirstOrDefault() : null;
        var isPassive = statement.Speaker.Kind == SpeakerKind.None;
        switch (statement.Cue!.Sense)
        {
            case "claimResponsibility" when speaker is not null && !isPassive:
                incident.ClaimedBy ??= speaker;
                incident.AttributedTo.RemoveAll(a => a.Name.First == speaker.First);
                speaker.Role = MentionRole.Actor;
                break;
            case "accuse":
                var blamed = statement.Content.SelectMany(c => article.NamesIn(c)).FirstOrDefault(n => n.Type is MentionType.Organization or MentionType.Person && n != speaker);
                blamed ??= Anaphor(article, statement);
                if (blamed is not null && !incident.AttributedTo.Exists(a => a.Name.First == blamed.First && a.By is not null))
                    incident.AttributedTo.Add((blamed, statement.Speaker.Canonical));
                break;
            case "deny" when speaker is not null && incident.AttributedTo.Exists(a => a.Name.First == speaker.First || SameEntry(a.Name, speaker)):
                incident.DeniedBy.Add(speaker);
                break;
        }
    }

    // "blamed the group": the organization named last.
    private static FoundName? Anaphor(ArticleContext article, Statement statement)
    {
        var first = article.Text.TokenAt(statement.Content[0].Start);
        var isGroup = Enumerable.Range(first, Math.Min(3, article.Text.Count - first)).Any(i => article.Text.Form(i) is "group" or "movement" or "militants" or "التنظيم" or "الجماعه" or "الحركه" or "группировку" or "группировка" or "организацию");
        return isGroup ? article.Names.TakeWhile(n => n.Tokens.Start < first).LastOrDefault(n => n.Linked is not null && n.Type == MentionType.Organization) : null;
    }

    private static bool SameEntry(FoundName a, FoundName b) => a.Linked is not null && a.Linked.Entry == b.Linked?.Entry;

    // The attacks told before the statement: the last one, or the last two when it says "both".
    private static List<FoundIncident> About(ArticleContext article, Statement statement, List<FoundIncident> incidents)
    {
        var at = statement.Cue!.Span.Start;
        var before = incidents.FindAll(i => i.Kind is IncidentKind.Attack or IncidentKind.Assassination or IncidentKind.Seizure && article.Text[i.Evidence[0].Start].Start < at);
        if (before.Count == 0)
            return [];
        var isBoth = statement.Content.Any(c => Enumerable.Range(article.Text.TokenAt(c.Start), Math.Max(0, article.Text.TokenAt(c.End) - article.Text.TokenAt(c.Start) + 1)).Any(t => Both.Contains(article.Text.Form(t))));
        return isBoth ? before.TakeLast(2).ToList() : [before[^1]];
    }
}
