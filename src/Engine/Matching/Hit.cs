using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>What the evidence is, whatever its probability.</summary>
public enum Band
{
    /// <summary>The name only.</summary>
    Possible,
    /// <summary>The name and one independent agreement.</summary>
    Probable,
    /// <summary>A matching identifier, or the name, the full birth date and one more agreement.</summary>
    Strong,
}

/// <summary>What an entry lacks, so that a reviewer knows how little could be compared.</summary>
public enum EntryGap
{
    /// <summary>No date of birth (founding, building).</summary>
    NoBirthDate,
    /// <summary>A year of birth, no day.</summary>
    NoFullBirthDate,
    /// <summary>A name of one word only.</summary>
    SingleWordName,
    /// <summary>No nationality, flag or jurisdiction.</summary>
    NoCountry,
    /// <summary>No passport or other number.</summary>
    NoIdentifier,
    /// <summary>No gender.</summary>
    NoGender,
    /// <summary>No name in the script the party itself writes.</summary>
    NoOriginalScript,
}

/// <summary>How well a subject and an entry fit.</summary>
/// <param name="Probability">The probability that they are one party; below 1, not rounded.</param>
/// <param name="WeightBits">The bits of all evidence, without the prior.</param>
/// <param name="NameSimilarity">0 to 1: how alike the names are, rarity left aside.</param>
/// <param name="OfacScore">0 to 100: what the public OFAC search would say of the names.</param>
/// <param name="MatchedName">The entry's name that met best; null when the names say nothing.</param>
/// <param name="Band">What the evidence is.</param>
/// <param name="Evidence">Each piece of evidence; empty unless asked for.</param>
public sealed record Comparison(
    double Probability, double WeightBits, double NameSimilarity, int OfacScore, string? MatchedName, Band Band, ImmutableArray<Evidence> Evidence);

/// <summary>An entry that a screening found.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Comparison">How well it fits.</param>
/// <param name="IsMatch">Probability at or above the threshold; says nothing about the band.</param>
/// <param name="EntryQuality">What the entry lacks.</param>
/// <param name="Group">An id shared by the entries of several lists that are one party; null when it stands alone.</param>
public sealed record Hit(ListEntry Entry, Comparison Comparison, bool IsMatch, ImmutableArray<EntryGap> EntryQuality, string? Group);
