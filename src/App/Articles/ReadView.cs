using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Terminal;
using Marsad.App.Words;
using Marsad.Engine.Articles;
using Spectre.Console;

namespace Marsad.App.Articles;

/// <summary>A reading as a person reads it: the listed names first, then who says what, the figures, the incidents and the doubts.</summary>
internal sealed class ReadView(Surroundings here)
{
    private const int LongestCell = 160;

    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Loud = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private Wordings Words => here.Words;

    /// <summary>Shows the reading.</summary>
    public void Show(ArticleText article, ArticleReading reading, IReadOnlyList<LoadedList> lists)
    {
        Header(reading, lists);
        Listed(reading);
        Others(reading);
        Section("read.statements", reading.Statements.Length, ["read.speaker", "read.says", "read.hedged"], reading.Statements.Select(s => Row(article, s)));
        Section("read.figures", reading.Figures.Length, ["read.figure", "read.counts", "read.period", "read.check"], reading.Figures.Select(Row));
        Section("read.incidents", reading.Incidents.Length, ["read.incident", "read.when", "read.where", "read.tolls", "read.claims"], reading.Incidents.Select(Row));
        Section("read.sourceCheck", reading.SourceCheck.Length, ["read.finding", "read.says"], reading.SourceCheck.Select(i => (string[])[Words.Of(i.Severity), i.Message]));
    }

    private void Header(ArticleReading reading, IReadOnlyList<LoadedList> lists)
    {
        Line(Words.Say(
            "read.language", Words.Of(reading.Language), reading.Date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Words["read.noDate"],
            Words.Of(reading.Date.Basis)), Bold);
        foreach (var list in lists)
        {
            var age = list.AgeDays(here.Today);
            Line($"{list.Id} {list.Version}{Words["comma"]} {Words.Say("screen.ageDays", age)}" + (list.IsStarter ? " · " + Words["screen.starter"] : ""), list.IsStarter ? Loud : Quiet);
        }
    }

    private void Listed(ArticleReading reading)
    {
        var listed = reading.Mentions.Where(m => m.Entries is [{ Probability: >= 0.5 }, ..]).GroupBy(m => m.Entries[0].Entry, StringComparer.Ordinal).ToList();
        if (listed.Count == 0)
        {
            here.Tables.WriteLine();
            Line(Words["read.noListed"], Bold);
            return;
        }
        Section("read.listed", listed.Count, ["read.name", "read.listedAs", "read.entry", "read.probability", "read.role"], listed.Select(g => (string[])
        [
            g.First().Surface + (g.Count() > 1 ? $" ×{g.Count()}" : ""), g.First().Entries[0].Caption, g.Key,
            g.First().Entries[0].Probability is var p && p > 0.9999 ? ">0.9999" : g.First().Entries[0].Probability.ToString("0.0000", CultureInfo.InvariantCulture),
            string.Join(Words["comma"] + " ", g.Select(m => Words.Of(m.Role)).Distinct()),
        ]));
    }

    private void Others(ArticleReading reading)
    {
        var others = reading.Mentions.Where(m => m.Entries is not [{ Probability: >= 0.5 }, ..]).DistinctBy(m => m.Canonical, StringComparer.Ordinal).ToList();
        if (others.Count == 0)
            return;
        here.Tables.WriteLine();
        Line($"{Words["read.others"]} ({others.Count})", Bold);
        foreach (var type in others.GroupBy(m => m.Type))
            Line($"{Words.Of(type.Key)}: {string.Join(Words["comma"] + " ", type.Select(m => TerminalText.Of(Short(m.Canonical))))}", Style.Plain);
    }

    private string[] Row(ArticleText article, Statement statement) =>
    [
        statement.Speaker.Canonical ?? statement.Speaker.Surface ?? Words["read.nobody"],
        string.Join(" … ", statement.Content.Select(c => article.Text[c.Start..c.End])),
        statement.IsHedged ? "✓" : "",
    ];

    private string[] Row(Figure figure) =>
    [
        figure.Surface,
        figure.Value is { } value ? $"{(figure.Comparator == "=" ? "" : figure.Comparator)}{value.ToString("#,0.##", CultureInfo.InvariantCulture)} {figure.Unit}" : figure.Unit,
        figure.Period?.Value ?? "",
        figure.Check is { } check ? $"{Words.Of(check.Verdict)}. {check.Explanation}" : "",
    ];

    private string[] Row(Incident incident) =>
    [
        Words.Of(incident.Kind) + (incident.Methods.IsEmpty ? "" : $" ({string.Join(", ", incident.Methods)})"),
        incident.Date?.Value ?? "",
        string.Join(Words["comma"] + " ", ((string?[])[incident.Place?.Facility, incident.Place?.City, incident.Place?.Country]).OfType<string>()),
        string.Join(Words["comma"] + " ", incident.Tolls.Select(t => $"{t.Of} {(t.Count.Comparator == "=" ? "" : t.Count.Comparator)}{t.Count.Value.ToString("#,0", CultureInfo.InvariantCulture)}")),
        string.Join(" / ", ((string?[])[incident.ClaimedBy?.Canonical, .. incident.AttributedTo.Select(a => "← " + a.Canonical)]).OfType<string>()),
    ];

    private void Section(string title, int count, string[] columns, IEnumerable<string[]> rows)
    {
        if (count == 0)
            return;
        here.Tables.WriteLine();
        Line($"{Words[title]} ({count})", Bold);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(Words[column], Quiet)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(TerminalText.Of(Short(cell)))));
        here.Tables.Write(table);
    }

    private static string Short(string text) => text.Length > LongestCell ? text[..LongestCell].TrimEnd() + "…" : text;

    private void Line(string text, Style style)
    {
        here.Tables.Write(new Text(text, style));
        here.Tables.WriteLine();
    }
}
