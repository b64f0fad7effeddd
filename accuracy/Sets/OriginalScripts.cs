using System.CommandLine;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Sets;

/// <summary><c>originals</c>: the UN list loaded without its original-script names, asked by them.</summary>
internal static class OriginalScripts
{
    public static Command Create()
    {
        var errors = new Option<int>("--errors") { Description = "Print the N worst misses of each class with their evidence" };
        var bare = new Option<bool>("--without-curated") { Description = "Leave out the names that the table of well-known groups adds" };
        var command = new Command("originals", "Asks the UN list in the scripts it was stripped of.") { errors, bare };
        command.SetAction(parsed =>
        {
            var (list, run) = Measure(withCurated: !parsed.GetValue(bare));
            NameQueries.Print("originals  UN 2026-02-27 without its names in other scripts", list, run, 0.5, parsed.GetValue(errors));
            return 0;
        });
        return command;
    }

    /// <summary>Screens all original-script names.</summary>
    public static (Watchlist List, ScreeningRun Run) Measure(bool withCurated = true)
    {
        var path = DataFiles.Shared("match-pairs/un-2026-02-original-script-pairs.tsv.gz");
        var entries = MeasuredLists.ReadList(new UnReader(), "un", [MeasuredLists.Un]).Entries.Select(WithoutOriginal).ToList();
        var list = Watchlist.Prepare(entries, withCurated ? ScoringModel.V1 : ScoringModel.WithoutGroups());
        var queries = DataFiles.Lines(path).Skip(1).Select(l => l.Text.Split('\t'))
            .Select((c, i) => NameQueries.Query($"o{i:D3}", c[4], NameQueries.SchemaOf(c[1]), ["un:" + c[0]], $"{c[1]} {c[2]}")).ToList();
        return (list, ScreeningRun.Of(list, queries, 0.01, Environment.ProcessorCount));
    }

    private static ListEntry WithoutOriginal(ListEntry entry) => entry with { Names = [.. entry.Names.Where(n => IsLatin(n.Text))] };

    private static bool IsLatin(string name) => name.Where(char.IsLetter).All(c => c < 'ʰ' || Transliterator.ScriptOf([c]) == Script.Latin);
}
