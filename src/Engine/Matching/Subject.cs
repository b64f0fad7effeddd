using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Who is screened: what is known of a person, organization, vessel or aircraft. Nothing in it is required but a name or an identifier.</summary>
public sealed record Subject
{
    /// <summary>What kind of party it is; null when it is not known, and then it meets entries of every kind.</summary>
    public EntrySchema? Schema { get; init; }

    /// <summary>Its names in any script, each whole; the one that agrees best counts.</summary>
    public ImmutableArray<ListName> Names { get; init; } = [];

    /// <summary>Dates of birth (of founding or building for what is not born).</summary>
    public ImmutableArray<PartialDate> BirthDates { get; init; } = [];

    /// <summary>Places of birth as text.</summary>
    public ImmutableArray<string> BirthPlaces { get; init; } = [];

    /// <summary>Countries of nationality, residence, flag or jurisdiction.</summary>
    public ImmutableArray<ListCountry> Countries { get; init; } = [];

    /// <summary>The gender, or null.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Passports, registration numbers and the like; <see cref="IdentifierKind.Other"/> meets identifiers of every kind.</summary>
    public ImmutableArray<Identifier> Identifiers { get; init; } = [];

    /// <summary>Addresses.</summary>
    public ImmutableArray<ListAddress> Addresses { get; init; } = [];

    /// <summary>The same facts as an entry holds, asked as a question: what <c>compare</c> and rescreening do.</summary>
    public static Subject From(ListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Subject
        {
            Schema = entry.Schema,
            Names = entry.Names,
            BirthDates = [.. entry.Dates.Where(d => d.Kind != DateKind.Death).Select(d => d.Value)],
            BirthPlaces = [.. entry.BirthPlaces.Select(p => p.Text)],
            Countries = entry.Countries,
            Gender = entry.Genders is [var only] ? only.Value : null,
            Identifiers = entry.Identifiers,
            Addresses = entry.Addresses,
        };
    }
}
