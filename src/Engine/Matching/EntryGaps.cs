using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>Says what an entry lacks.</summary>
internal static class EntryGaps
{
    public static ImmutableArray<EntryGap> Of(ListedParty party)
    {
        var entry = party.Entry;
        var gaps = ImmutableArray.CreateBuilder<EntryGap>();
        if (party.BirthDates.IsEmpty)
            gaps.Add(EntryGap.NoBirthDate);
        else if (entry.Schema == EntrySchema.Person && party.BirthDates.All(d => d.Precision != DatePrecision.Day))
            gaps.Add(EntryGap.NoFullBirthDate);
        if (party.Names.All(n => n.Words.Count(w => w.Role is not (PartRole.Particle or PartRole.Title)) < 2))
            gaps.Add(EntryGap.SingleWordName);
        if (entry.Countries.IsEmpty)
            gaps.Add(EntryGap.NoCountry);
        if (entry.Identifiers.IsEmpty)
            gaps.Add(EntryGap.NoIdentifier);
        if (entry.Schema == EntrySchema.Person && entry.Genders.IsEmpty)
            gaps.Add(EntryGap.NoGender);
        if (entry.Names.All(n => Transliterator.ScriptOf(n.Text) == Script.Latin))
            gaps.Add(EntryGap.NoOriginalScript);
        return gaps.ToImmutable();
    }
}
