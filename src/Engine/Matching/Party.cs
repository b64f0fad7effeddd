using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>A listed entry prepared for comparison.</summary>
internal sealed class ListedParty
{
    public required ListEntry Entry { get; init; }

    /// <summary>Whether its names are taken apart as names of people.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>Its names, in the entry's order, a name that holds a former one twice; then the names the table of well-known groups gives it.</summary>
    public required ImmutableArray<NameForm> Names { get; init; }

    /// <summary>Dates of birth, founding or building.</summary>
    public required ImmutableArray<PartialDate> BirthDates { get; init; }

    /// <summary>Prepares an entry.</summary>
    public static ListedParty From(ListEntry entry, bool asPerson, NameForms forms)
    {
        var isVessel = entry.Schema == EntrySchema.Vessel;
        var names = entry.Names is [var only] ? forms.Prepare(only, asPerson, isVessel) : [.. entry.Names.SelectMany(n => forms.Prepare(n, asPerson, isVessel))];
        return new ListedParty
        {
            Entry = entry,
            IsPerson = asPerson,
            Names = !asPerson && entry.Schema is not (EntrySchema.Vessel or EntrySchema.Airplane) ? names.AddRange(forms.PrepareCurated(entry.Names, names)) : names,
            BirthDates = entry.Dates.IsEmpty ? [] : [.. entry.Dates.Where(d => d.Kind != DateKind.Death).Select(d => d.Value)],
        };
    }
}

/// <summary>A subject prepared for comparison: with people it is compared as a person, with all others as an organization or thing.</summary>
internal sealed class AskedParty(Subject subject, NameForms forms)
{
    private ImmutableArray<NameForm> _asPerson;
    private ImmutableArray<NameForm> _asOrganization;

    public Subject Subject => subject;

    /// <summary>The subject's names, taken apart.</summary>
    public ImmutableArray<NameForm> Names(bool asPerson)
    {
        ref var names = ref asPerson ? ref _asPerson : ref _asOrganization;
        if (names.IsDefault)
        {
            var isVessel = subject.Schema == EntrySchema.Vessel;
            names = subject.Names is [var only] ? forms.PrepareAsked(only, asPerson, isVessel)
                : [.. subject.Names.DistinctBy(n => n.Text, StringComparer.Ordinal).SelectMany(n => forms.PrepareAsked(n, asPerson, isVessel))];
        }
        return names;
    }
}

/// <summary>Which kinds of party can be one, after FollowTheMoney's inheritance.</summary>
internal static class Schemas
{
    /// <summary>Whether a subject of one kind may be an entry of another; a subject of no stated kind may be any.</summary>
    public static bool Meet(EntrySchema? subject, EntrySchema entry) => subject switch
    {
        null => true,
        EntrySchema.LegalEntity => entry is EntrySchema.Person or EntrySchema.LegalEntity || IsOrganization(entry),
        EntrySchema.Person => entry is EntrySchema.Person or EntrySchema.LegalEntity,
        EntrySchema.Organization or EntrySchema.Company or EntrySchema.PublicBody => entry is EntrySchema.LegalEntity || IsOrganization(entry),
        _ => subject == entry,
    };

    private static bool IsOrganization(EntrySchema schema) => schema is EntrySchema.Organization or EntrySchema.Company or EntrySchema.PublicBody;
}
