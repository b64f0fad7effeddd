using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Uk;

/// <summary>Reads the UK Sanctions List of the FCDO (XML and csv), and the OFSI consolidated list that was retired on 28 January 2026.</summary>
/// <remarks>
/// Which of them a file is, its first bytes tell: XML by its first character, a csv by its headings. Read too is the flattened csv
/// that third parties pass on. In both csv files the rows of one party need not follow each other, so its entries come only
/// when the file is read to its end. Ids and fields are in docs/lists.md.
/// </remarks>
public sealed class UkReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "uk";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        foreach (var file in reading.Files)
        {
            var sampled = new SampledStream(file.Content, TextDetection.SampleSize);
            var part = new FileReading(reading, file with { Content = sampled }, ids);
            foreach (var entry in Read(part, Sniff.Of(sampled.Sample)))
                yield return entry;
        }
    }

    private static IEnumerable<ListEntry> Read(FileReading file, Sniff sniff)
    {
        if (sniff.IsXml)
            return UkXml.Read(file);
        if (sniff.HasHeading("Group ID"))
            return ConListCsv.Read(file, sniff.Format);
        if (sniff.HasHeading("Unique ID"))
            return UkCsv.Read(file, sniff.Format);
        if (sniff.HasHeading("Sanction Type"))
            return FlattenedCsv.Read(file, isEu: false);
        file.Report(IssueSeverity.Fatal, 1, "csv", sniff.FirstLine,
            "is none of the UK's files: UK Sanctions List XML or csv (Unique ID), OFSI ConList (Group ID), or their flattened csv");
        return [];
    }
}
