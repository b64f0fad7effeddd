using System.Globalization;
using System.Text;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Frozen;

/// <summary>The frozen run of a scoring model: <c>accuracy/runs/V1.md</c>, a table that people read and <c>diff</c> reads back.</summary>
internal static class FrozenFile
{
    /// <summary>The file of the current model.</summary>
    public static string CurrentPath { get; } = Path.Combine(DataFiles.Repository, "accuracy", "runs", ScoringModel.V1.Name + ".md");

    /// <summary>Writes a run; one row per set and slice.</summary>
    public static void Write(FullRun run, string path)
    {
        var page = new StringBuilder($"# Frozen run of scoring model {ScoringModel.V1.Name}\n\n");
        page.AppendJoin("\n\n", run.Head).Append("\n\nMade by `dotnet run -c Release --project accuracy -- freeze`; `diff` compares the model of the day with it.\n\n");
        page.Append("Figures to reach:\n\n");
        foreach (var line in Targets.Judge(run.Figures))
            page.Append("- ").Append(line).Append('\n');
        if (run.DoubtedLabels.Count > 0)
            page.Append("\nLabels of opensanctions_pairs_dev that the records speak against:\n\n");
        foreach (var line in run.DoubtedLabels)
            page.Append("- ").Append(line).Append('\n');
        page.Append("\n| set | slice | figures |\n|---|---|---|\n");
        foreach (var row in run.Figures.GroupBy(f => (f.Set, f.Slice)))
        {
            var figures = row.Select(f => $"{f.Name} {f.Value.ToString("0.####", CultureInfo.InvariantCulture)}");
            page.Append(CultureInfo.InvariantCulture, $"| {row.Key.Set} | {row.Key.Slice} | {string.Join(", ", figures)} |\n");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, page.ToString());
    }

    /// <summary>Reads the figures of a frozen run back.</summary>
    /// <exception cref="MeasureException">There is no such run, or a row cannot be read.</exception>
    public static IReadOnlyList<FrozenFigure> Read(string path)
    {
        if (!File.Exists(path))
            throw new MeasureException($"{path}: no frozen run; make it with the verb freeze");
        return [.. DataFiles.Lines(path).Where(l => l.Text.StartsWith('|')).Skip(2).SelectMany(l => Row(path, l.Number, l.Text))];
    }

    private static IEnumerable<FrozenFigure> Row(string path, int number, string line)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not ["", var set, var slice, var figures, ""])
            throw new MeasureException($"{path}:{number}: want three cells, | set | slice | figures |");
        foreach (var figure in figures.Split(", "))
        {
            var space = figure.LastIndexOf(' ');
            if (space < 0 || !double.TryParse(figure[(space + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw new MeasureException($"{path}:{number}: {figure} is not a name and a number");
            yield return new FrozenFigure(set, slice, figure[..space], value);
        }
    }
}
