namespace Marsad.Accuracy.Frozen;

/// <summary>One figure of a frozen run.</summary>
/// <param name="Set">The file or query set measured.</param>
/// <param name="Slice">Which part of it: <c>all</c>, <c>class typo1</c>, <c>script Arabic</c> …</param>
/// <param name="Name">The figure, named as the shared scoring programs name it; <c>@0.7</c> states a threshold.</param>
/// <param name="Value">Its value with four places.</param>
internal sealed record FrozenFigure(string Set, string Slice, string Name, double Value)
{
    private static readonly string[] LowerIsBetter = ["alertRate", "brier", "ece", "negativesAtMax", "shareAtMax", "commonTokenRatio", "disparity", "highestAlertRate", "falsePositives"];

    /// <summary>What identifies the figure from run to run.</summary>
    public (string Set, string Slice, string Name) Key => (Set, Slice, Name);

    /// <summary>The figures of a slice that are defined.</summary>
    public static IEnumerable<FrozenFigure> Some(string set, string slice, params (string Name, double? Value)[] figures) =>
        figures.Where(f => f.Value is not null && double.IsFinite(f.Value.Value)).Select(f => new FrozenFigure(set, slice, f.Name, Math.Round(f.Value!.Value, 4)));

    /// <summary>Whether a later value is a step back; counts, and what chance would show, are neither better nor worse.</summary>
    public bool Fell(double later)
    {
        if (Name is "n" or "perfectEceHigh" || Math.Abs(later - Value) < 0.00005)
            return false;
        return LowerIsBetter.Any(name => Name.StartsWith(name, StringComparison.Ordinal)) ? later > Value : later < Value;
    }
}
