using System.CommandLine;
using System.Globalization;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Plots;

namespace Marsad.Accuracy.Frozen;

/// <summary><c>freeze</c> writes the run of a released model, <c>diff</c> shows what has moved since.</summary>
internal static class FrozenCommands
{
    public static Command CreateFreeze()
    {
        var command = new Command("freeze", "Measures everything and writes the frozen run of the current model, its fairness report and the plots of docs/matching.md.");
        command.SetAction(_ =>
        {
            var run = FullRun.Measure();
            FrozenFile.Write(run, FrozenFile.CurrentPath);
            if (run.Measured is { } measured)
            {
                File.WriteAllText(FairnessReport.CurrentPath, FairnessReport.Page(measured.Fairness, run.Head, 0.5));
                MatchingPlots.Write(measured.Analysts, measured.Lists, measured.Fairness);
            }
            foreach (var line in Targets.Judge(run.Figures))
                Console.WriteLine(line);
            return 0;
        });
        return command;
    }

    public static Command CreateDiff()
    {
        var command = new Command("diff", "Measures everything again and prints what differs from the frozen run; exit code 1 when a figure fell.");
        command.SetAction(_ =>
        {
            var frozen = FrozenFile.Read(FrozenFile.CurrentPath);
            var run = FullRun.Measure();
            foreach (var line in run.Head)
                Console.WriteLine(line);
            return Print(frozen, run.Figures) == 0 ? 0 : 1;
        });
        return command;
    }

    public static Command CreateTargets()
    {
        var command = new Command("targets", "Holds the frozen run against the figures it is to reach; exit code 1 when one is short.");
        command.SetAction(_ =>
        {
            var lines = Targets.Judge(FrozenFile.Read(FrozenFile.CurrentPath)).ToList();
            lines.ForEach(Console.WriteLine);
            return lines.TrueForAll(l => l.StartsWith("met", StringComparison.Ordinal)) ? 0 : 1;
        });
        return command;
    }

    /// <summary>Prints the figures that differ and returns how many fell; one that is gone counts as fallen.</summary>
    public static int Print(IReadOnlyList<FrozenFigure> frozen, IReadOnlyList<FrozenFigure> now)
    {
        var (later, fell, moved) = (now.ToDictionary(f => f.Key), 0, 0);
        foreach (var old in frozen)
        {
            var found = later.Remove(old.Key, out var current);
            if (found && Math.Abs(current!.Value - old.Value) < 0.00005)
                continue;
            var isWorse = !found || old.Fell(current!.Value);
            (fell, moved) = (fell + (isWorse ? 1 : 0), moved + 1);
            Console.WriteLine($"{(isWorse ? "worse" : "     ")}  {old.Set} | {old.Slice} | {old.Name}  {Shown(old.Value)} → {(found ? Shown(current!.Value) : "gone")}");
        }
        foreach (var added in later.Values)
            Console.WriteLine($"new    {added.Set} | {added.Slice} | {added.Name}  {Shown(added.Value)}");
        Console.WriteLine($"{frozen.Count} frozen figures: {moved} moved, {fell} of them for the worse; {later.Count} new");
        return fell;
    }

    private static string Shown(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
