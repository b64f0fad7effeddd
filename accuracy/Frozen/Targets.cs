using System.Globalization;

namespace Marsad.Accuracy.Frozen;

/// <summary>The figures a released model is to reach, held against a run: <c>accuracy/Frozen/targets.tsv</c>.</summary>
internal static class Targets
{
    /// <param name="Text">What it is, in words.</param>
    /// <param name="Figure">The figure that is judged.</param>
    /// <param name="IsCeiling">It is to be at most the limit, not at least.</param>
    /// <param name="Limit">The limit.</param>
    public sealed record Target(string Text, (string Set, string Slice, string Name) Figure, bool IsCeiling, double Limit)
    {
        public bool IsMet(double value) => IsCeiling ? value <= Limit : value >= Limit;
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="MeasureException">A row cannot be read.</exception>
    public static IReadOnlyList<Target> Read()
    {
        var path = Path.Combine(DataFiles.Repository, "accuracy", "Frozen", "targets.tsv");
        return [.. DataFiles.Lines(path).Where(l => l.Text[0] != '#').Select(l => l.Text.Split('\t') is [var text, var set, var slice, var name, "≥" or "≤", var limit] cells
            ? new Target(text, (set, slice, name), cells[4] == "≤", double.Parse(limit, CultureInfo.InvariantCulture))
            : throw new MeasureException($"{path}:{l.Number}: want six cells"))];
    }

    /// <summary>A line for each target: met or short, the limit and what was reached.</summary>
    public static IEnumerable<string> Judge(IReadOnlyList<FrozenFigure> figures)
    {
        var values = figures.ToDictionary(f => f.Key, f => f.Value);
        foreach (var target in Read())
        {
            var found = values.TryGetValue(target.Figure, out var value);
            var verdict = !found ? "absent" : target.IsMet(value) ? "met" : "short";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{verdict}: {target.Text}: {(found ? value.ToString("0.####", CultureInfo.InvariantCulture) : "-")} (wanted {(target.IsCeiling ? "≤" : "≥")} {target.Limit})");
        }
    }
}
