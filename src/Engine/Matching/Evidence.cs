using System.Collections.Immutable;

namespace Marsad.Engine.Matching;

/// <summary>What a piece of evidence is about.</summary>
public enum EvidenceKind
{
    /// <summary>The names.</summary>
    Name,
    /// <summary>Dates of birth, founding or building.</summary>
    BirthDate,
    /// <summary>Nationality, flag, jurisdiction.</summary>
    Country,
    /// <summary>Gender.</summary>
    Gender,
    /// <summary>Place of birth.</summary>
    BirthPlace,
    /// <summary>Passport, registration number and the like.</summary>
    Identifier,
    /// <summary>Addresses.</summary>
    Address,
}

/// <summary>What two values say about each other.</summary>
public enum Verdict
{
    /// <summary>They agree.</summary>
    Agrees,
    /// <summary>They contradict each other.</summary>
    Conflicts,
    /// <summary>One side, or both, gives no value.</summary>
    Missing,
}

/// <summary>One piece of evidence: the two values that met and what they weigh.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Verdict">Agrees, conflicts or missing.</param>
/// <param name="Query">The subject's value that met, as given; null where it is missing.</param>
/// <param name="Listed">The entry's value that met, as printed; null where it is missing.</param>
/// <param name="WeightBits">log2 of how much likelier the two values are if both are one party; 0 when missing. The bits of all
/// evidence add up to the hit's <c>WeightBits</c>.</param>
public sealed record Evidence(EvidenceKind Kind, Verdict Verdict, string? Query, string? Listed, double WeightBits)
{
    /// <summary>For names: the parts that met, in the subject's order, then what the entry has left over; their bits add up to <see cref="WeightBits"/>.</summary>
    public ImmutableArray<PartPair> Parts { get; init; } = [];
}

/// <summary>How two parts of a name relate.</summary>
public enum PartRelation
{
    /// <summary>The same word in the same script.</summary>
    Same,
    /// <summary>Another spelling of the word, or a nickname, or a typing error.</summary>
    Variant,
    /// <summary>A name and its first letter.</summary>
    Initial,
    /// <summary>The same word in two scripts.</summary>
    Transliteration,
    /// <summary>One side has no such part.</summary>
    Unmatched,
    /// <summary>Not a part: nothing is left over on either side, and that says more than the parts alone.</summary>
    WholeName,
    /// <summary>Not a part: the parts stand in another order.</summary>
    Order,
    /// <summary>Two words, numbers or countries that tell organizations apart: however many other words agree, no more is counted.</summary>
    Contradiction,
    /// <summary>A word more, or a word spelled otherwise, by which organizations may differ: what the rest says is counted in part only.</summary>
    Doubt,
    /// <summary>Not a part: what agrees is generic and proves nothing.</summary>
    GenericOnly,
    /// <summary>Not a part: names contradict each other no further than this.</summary>
    Floor,
    /// <summary>Not a part: the name that met is not printed by the publisher, but one of this well-known group in the table of its names.</summary>
    CuratedName,
    /// <summary>A word of one name that is the initials of the other: it proves less than a word, the less the shorter it is.</summary>
    Acronym,
}

/// <summary>Two parts of the names that met.</summary>
/// <param name="Query">The subject's part as written, in its own script; null when only the entry has it.</param>
/// <param name="Listed">The entry's part as written; null when only the subject has it.</param>
/// <param name="Relation">How they relate.</param>
/// <param name="WeightBits">What they weigh.</param>
public sealed record PartPair(string? Query, string? Listed, PartRelation Relation, double WeightBits);
