using System.CommandLine;
using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Screening.Batch;
using Marsad.App.Terminal;
using Marsad.Engine.Matching;
using Spectre.Console;

namespace Marsad.App.Screening;

/// <summary>The verb <c>demo</c>: screens a dozen sample people against the lists that ship with Marsad.</summary>
/// <remarks>Half of the sample is invented and on no list; the others are publicly listed, asked for as people write them.</remarks>
internal static class DemoCommands
{
    private static readonly Style Quiet = new(Color.Grey);

    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "demo", "Screen a dozen sample people in five scripts against the lists that ship", "marsad demo");
        verb.Does((_, here) => Run(here));
        return verb;
    }

    private static int Run(Surroundings here)
    {
        var started = here.Clock.GetTimestamp();
        var profile = new ProfileStore(here.DataFolder).Find("default");
        var screener = Screener.Open([.. StarterLists.Ids.Select(id => StarterLists.Load(id, StarterLists.Header(id)!))], here.Today, profile);
        var loaded = here.Clock.GetElapsedTime(started);
        new HitView(here, screener).ShowLists();

        var table = new Table().Border(TableBorder.Simple);
        foreach (var key in (string[])["screen.asked", "screen.caption", "screen.entry", "screen.band", "screen.probability", "screen.bits"])
            table.AddColumn(new TableColumn(new Text(here.Words[key], Quiet)) { Alignment = key is "screen.probability" or "screen.bits" ? Justify.Right : Justify.Left });
        started = here.Clock.GetTimestamp();
        var people = People().ToList();
        foreach (var person in people)
            AddRow(table, here, person, screener.Screen(person));
        var screened = here.Clock.GetElapsedTime(started);
        here.Tables.Write(table);
        foreach (var line in (string[])[
            here.Words.Say("demo.times", Seconds(loaded), people.Count, Seconds(screened)),
            here.Words["demo.explain"],
            "  marsad screen \"Qasem Soleimani\" --birth-date 1957 --country ir --explain",
            here.Words["demo.later"]])
        {
            here.Tables.Write(new Text(line, Quiet));
            here.Tables.WriteLine();
        }
        return ExitCode.Nothing;
    }

    private static void AddRow(Table table, Surroundings here, Subject person, IReadOnlyList<Hit> hits)
    {
        var asked = new Text(TerminalText.Of(person.Names[0].Text));
        if (hits.Count == 0)
        {
            table.AddRow(asked, new Text(here.Words["screen.noHit"], Quiet), new Text(""), new Text(""), new Text(""), new Text(""));
            return;
        }
        var best = hits[0];
        table.AddRow(
            asked, new Text(TerminalText.Of(best.Entry.Caption)), new Text(best.Entry.Id), new Text(here.Words.Of(best.Comparison.Band)),
            new Text(HitView.Probability(best)), new Text(HitView.Bits(best.Comparison.WeightBits)));
    }

    private static IEnumerable<Subject> People()
    {
        using var content = new HeadStream(typeof(DemoCommands).Assembly.GetManifestResourceStream("demo/people.ndjson")!);
        var input = new NdjsonInput("people.ndjson", content, content);
        foreach (var row in input.Rows())
            yield return input.Understand(row).Subject!;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
