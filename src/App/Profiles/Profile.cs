using System.Collections.Immutable;
using Marsad.Engine.Matching;

namespace Marsad.App.Profiles;

/// <summary>Which score decides.</summary>
internal enum ScoreRule
{
    /// <summary>The scoring model's probability, 0 to 1.</summary>
    Model,
    /// <summary>The score of OFAC's public search, 0 to 100, for those whose procedures are written for it.</summary>
    Ofac,
}

/// <summary>A screening policy: what counts as a match, on which lists. It says nothing about how a score comes about.</summary>
internal sealed record Profile
{
    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>One line for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Which score decides.</summary>
    public ScoreRule Rule { get; init; }

    /// <summary>The score from which a hit is a match: 0 to 1 under <see cref="ScoreRule.Model"/>, 0 to 100 under <see cref="ScoreRule.Ofac"/>.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>How many hits are shown.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Whether a weak alias may lead to a hit by itself.</summary>
    public bool WeakAliasesOpen { get; init; }

    /// <summary>The lists to screen against; empty for all.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>The highest threshold its rule allows.</summary>
    public double HighestThreshold => Rule == ScoreRule.Ofac ? 100 : 1;

    /// <summary>All that decides a result, as text: equal texts, equal policies.</summary>
    public string Fingerprint => FormattableString.Invariant($"{Rule} {Threshold:R} {Limit} {WeakAliasesOpen} {string.Join(',', Lists)}");

    /// <summary>What the engine is asked to do under this policy.</summary>
    public ScreeningOptions Options(bool explain) => new()
    {
        Threshold = Threshold,
        Limit = Limit,
        Lists = Lists.IsEmpty ? null : Lists.ToImmutableHashSet(StringComparer.Ordinal),
        WeakAliasesOpen = WeakAliasesOpen,
        Explain = explain,
    };
}
