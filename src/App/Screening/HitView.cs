using System.Globalization;
using Marsad.App.Terminal;
using Marsad.App.Words;
using Marsad.Engine.Matching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Marsad.App.Screening;

/// <summary>Hits as a person reads them: which lists and how old, who was found, and with --explain each piece of evidence.</summary>
internal sealed class HitView(Surroundings here, Screener screener)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Loud = new(Color.Red, decoration: Decoration.Bold);

    private Wordings Words => here.Words;

    private string Comma => Words["comma"] + " ";

    /// <summary>Shows the result of one screening.</summary>
    public void Show(Subject subject, IReadOnlyList<Hit> hits, bool explain)
    {
        here.Tables.Write(Header(subject));
        foreach (var problem in NameProblems.Of(subject))
            Line(Words.Of(problem), Loud);
        if (hits.Count == 0)
        {
            here.Tables.WriteLine();
            Line(Words["screen.noHit"], new Style(decoration: Decoration.Bold));
            Line(Words["screen.noHitHint"], Quiet);
            return;
        }
        if (explain)
        {
            here.Tables.WriteLine();
            for (var i = 0; i < hits.Count; i++)
                ShowExplained(i + 1, hits[i], hits);
        }
        else
        {
            here.Tables.Write(Overview(hits));
            Line(Words["screen.explainHint"], Quiet);
        }
        if (hits.Any(h => h.IsMatch && h.Comparison.Band == Band.Possible))
            Line(Words["screen.nameOnly"], Quiet);
    }

    /// <summary>Which lists were used and how old they are; loud about those that are old or not the publisher's newest.</summary>
    public void ShowLists() => here.Tables.Write(ListRows(Columns(2)));

    private Grid Header(Subject subject)
    {
        var grid = Columns(2);
        grid.AddRow(Label("screen.asked"), Cell(Asked(subject)));
        ListRows(grid);
        grid.AddRow(new Text(""), Cell(Words.Say(
            "screen.model", screener.Model.Name, screener.Model.TablesHash, screener.Profile.Name, screener.Profile.Threshold), Quiet));
        return grid;
    }

    private Grid ListRows(Grid grid)
    {
        var label = Label("screen.lists");
        foreach (var list in screener.Lists)
        {
            var age = list.Date == DateOnly.MinValue ? Words["screen.ageUnknown"] : Words.Say("screen.ageDays", list.AgeDays);
            var line = $"{list.Id} {list.Version}, {age}";
            if (list.IsStarter || list.IsOld)
                line += " · " + Words[list.IsStarter ? "screen.starter" : "screen.old"];
            grid.AddRow(label, Cell(line, list.IsStarter || list.IsOld ? Loud : Style.Plain));
            label = new Text("");
        }
        if (screener.Lists.Any(l => l.IsStarter))
            grid.AddRow(new Text(""), Cell(Words["screen.starterHint"], Loud));
        grid.AddRow(new Text(""), Cell(Words.Say("screen.entries", screener.EntryCount.ToString("N0", CultureInfo.InvariantCulture)), Quiet));
        return grid;
    }

    private string Asked(Subject subject) => string.Join(" · ",
        [
            .. subject.Names.Select(n => TerminalText.Of(n.Text)),
            .. subject.Schema is { } schema ? [Words.Of(schema)] : Array.Empty<string>(),
            .. subject.BirthDates.Select(d => d.ToString()),
            .. subject.Gender is { } gender ? [Words.Of(gender)] : Array.Empty<string>(),
            .. subject.Countries.Select(c => TerminalText.Of(c.Code ?? c.Text)),
            .. subject.Identifiers.Select(i => TerminalText.Of($"{ScreeningJson.Word(i.Kind)} {i.Value}")),
        ]);

    private Table Overview(IReadOnlyList<Hit> hits)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            Column("", Justify.Right), Column("screen.probability", Justify.Right), Column("screen.bits", Justify.Right), Column("screen.band"),
            Column("screen.caption"), Column("screen.matchedName"), Column("screen.entry"), Column("screen.ofac", Justify.Right));
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var style = StyleOf(hit);
            table.AddRow(
                Cell(Number(i + 1)), Cell(Probability(hit), style), Cell(Bits(hit.Comparison.WeightBits), style), Cell(BandOf(hit), style),
                Cell(TerminalText.Of(hit.Entry.Caption)), Cell(TerminalText.Of(hit.Comparison.MatchedName ?? "")),
                Cell(TerminalText.Of(hit.Entry.Id)), Cell(Number(hit.Comparison.OfacScore)));
        }
        return table;
    }

    private void ShowExplained(int rank, Hit hit, IReadOnlyList<Hit> all)
    {
        var (entry, comparison) = (hit.Entry, hit.Comparison);
        var style = StyleOf(hit);
        Line($"{rank}. {TerminalText.Of(entry.Caption)}", new Style(decoration: Decoration.Bold));
        Line($"   {BandOf(hit)} · {Words["screen.probability"]} {Probability(hit)} · {Bits(comparison.WeightBits)} {Words["screen.bits"]} · {Words["screen.ofac"]} {Number(comparison.OfacScore)}", style);
        Line($"   {TerminalText.Of(entry.Id)} · {Words.Of(entry.Schema)}", Quiet);
        Indented(EvidenceTable(comparison));
        foreach (var name in comparison.Evidence.Where(e => e.Kind == EvidenceKind.Name && !e.Parts.IsEmpty))
            Indented(PartsTable(name));
        Footnotes(hit, all);
        here.Tables.WriteLine();
    }

    private Table EvidenceTable(Comparison comparison)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            Column("screen.evidence"), Column("screen.verdict"), Column("screen.askedPart"), Column("screen.listedPart"), Column("screen.bits", Justify.Right), Column(""));
        foreach (var piece in comparison.Evidence.Where(IsWorthARow))
        {
            var style = piece.Verdict switch
            {
                Verdict.Agrees => new Style(Color.Green),
                Verdict.Conflicts => new Style(Color.Red),
                _ => Quiet,
            };
            table.AddRow(
                Cell(Words.Of(piece.Kind)), Cell(Words.Of(piece.Verdict), style), Cell(TerminalText.Of(piece.Query ?? "–")), Cell(TerminalText.Of(piece.Listed ?? "–")),
                Cell(Bits(piece.WeightBits), style), Cell(Bar(piece.WeightBits), style));
        }
        if (comparison.Evidence.Where(e => !IsWorthARow(e)).Select(e => Words.Of(e.Kind)).ToList() is { Count: > 0 } silent)
            table.AddRow(Cell(string.Join(Comma, silent), Quiet), Cell(Words.Of(Verdict.Missing), Quiet), Cell("–", Quiet), Cell("–", Quiet), Cell("0.0", Quiet), Cell(""));
        var prior = screener.Model.ScreenPriorBits;
        table.AddRow(Cell(Words["screen.sum"]), Cell(""), Cell(""), Cell(""), Cell(Bits(comparison.WeightBits)), Cell(Bar(comparison.WeightBits)));
        table.AddRow(Cell(Words["screen.prior"], Quiet), Cell(""), Cell(""), Cell(""), Cell(Bits(prior), Quiet), Cell(Bar(prior), Quiet));
        return table;
    }

    /// <summary>What neither side says needs no row of its own.</summary>
    private static bool IsWorthARow(Evidence piece) => piece.Query is not null || piece.Listed is not null;

    private Table PartsTable(Evidence name)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Column("screen.askedPart"), Column("screen.listedPart"), Column("screen.relation"), Column("screen.bits", Justify.Right));
        foreach (var part in name.Parts)
        {
            var style = part.Relation == PartRelation.Unmatched ? Quiet : Style.Plain;
            table.AddRow(
                Cell(TerminalText.Of(part.Query ?? "–")), Cell(TerminalText.Of(part.Listed ?? "–")), Cell(Words.Of(part.Relation), style), Cell(Bits(part.WeightBits), style));
        }
        return table;
    }

    private void Footnotes(Hit hit, IReadOnlyList<Hit> all)
    {
        var entry = hit.Entry;
        if (!hit.EntryQuality.IsEmpty)
            Note("screen.lacks", string.Join(Comma, hit.EntryQuality.Select(g => Words.Of(g))));
        if (!entry.Programs.IsEmpty)
            Note("screen.programs", string.Join(Comma, entry.Programs.Select(p => TerminalText.Of(p.Value)).Distinct()));
        if (hit.Group is not null && all.Where(h => h.Group == hit.Group && h != hit).Select(h => h.Entry.Id).ToList() is { Count: > 0 } others)
            Note("screen.group", string.Join(Comma, others));
        var path = entry.Names.FirstOrDefault(n => n.Text == hit.Comparison.MatchedName)?.Path;
        Note("screen.source", string.Join(" · ", ((string?[])[path, entry.SourceUrl?.Value]).OfType<string>().Select(TerminalText.Of)));
    }

    private void Note(string key, string value)
    {
        if (value.Length > 0)
            Line("   " + Words.Say(key, value), Quiet);
    }

    private void Indented(IRenderable table) => here.Tables.Write(new Padder(table, new Padding(2, 0, 0, 0)));

    private void Line(string text, Style? style = null)
    {
        here.Tables.Write(new Text(text, style));
        here.Tables.WriteLine();
    }

    private string BandOf(Hit hit) => Words.Of(hit.Comparison.Band) + (hit.IsMatch ? "" : $" ({Words["screen.noMatch"]})");

    private static Style StyleOf(Hit hit) => !hit.IsMatch ? Quiet : hit.Comparison.Band switch
    {
        Band.Strong => Loud,
        Band.Probable => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(decoration: Decoration.Bold),
    };

    private TableColumn Column(string key, Justify justify = Justify.Left) =>
        new(new Text(key.Length == 0 ? "" : Words[key], Quiet)) { Alignment = justify };

    private Text Label(string key) => new(Words[key], Quiet);

    private static Grid Columns(int count)
    {
        var grid = new Grid();
        for (var i = 0; i < count; i++)
            grid.AddColumn(new GridColumn { NoWrap = i == 0, Padding = new Padding(0, 0, 3, 0) });
        return grid;
    }

    /// <summary>In a line from right to left a date or a signed number would turn around.</summary>
    private Text Cell(string text, Style? style = null) => new(here.Language == Language.Arabic ? TerminalText.LeftToRight(text) : text, style);

    /// <summary>Four digits, but never 1: no evidence is that good.</summary>
    public static string Probability(Hit hit) => hit.Comparison.Probability > 0.9999 ? ">0.9999" : hit.Comparison.Probability.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>Bits with their sign.</summary>
    public static string Bits(double bits) => bits.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>A block for each bit, at most thirty; hollow where it speaks against.</summary>
    private static string Bar(double bits) => new(bits < 0 ? '▒' : '█', Math.Min((int)Math.Round(Math.Abs(bits)), 30));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
