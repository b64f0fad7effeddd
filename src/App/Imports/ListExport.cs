using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Imports;

/// <summary>Writes a version of a list in Marsad's own format, whole or facts only.</summary>
/// <remarks>
/// Facts are what may be stated about a published list in words of one's own: references, names and their strength, dates, places,
/// countries, genders, identifiers, addresses, programs. The publisher's sentences (remarks, offices, notes, links) stay out.
/// The starter lists are such exports.
/// </remarks>
internal static class ListExport
{
    private const string LeftOutOfFacts = "remarks, positions, links to other parties, notes on identifiers, source pages";

    /// <summary>Writes the entries to a stream.</summary>
    public static void Write(ListVersion version, Stream output, bool factsOnly)
    {
        var card = SourceCard.Of(version.Id, version.Manifest.Format);
        using var buffered = new BufferedStream(output, 1 << 16);
        var writer = new NkWriter(buffered);
        writer.Write(new NkHeader(version.Id)
        {
            Version = version.Label,
            Date = version.Manifest.Date,
            Title = card.Title.En,
            Publisher = card.Publisher.Length > 0 ? card.Publisher : null,
            Attribution = card.Attribution.Length > 0 ? $"{card.Attribution}. {card.Terms}" : null,
            Entries = version.Manifest.Counts.Entries,
            LeftOut = factsOnly ? LeftOutOfFacts : null,
        });
        foreach (var entry in version.Entries())
            writer.Write(factsOnly ? Facts(entry) : entry);
    }

    private static ListEntry Facts(ListEntry entry) => entry with
    {
        Remarks = [],
        Positions = [],
        LinkedTo = [],
        SourceUrl = null,
        Identifiers = [.. entry.Identifiers.Select(i => i with { Note = null })],
    };
}
