using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Eu;

/// <summary>Reads the European Union's lists: the financial sanctions file (FSF) as XML 1.1 and as csv 1.0 and 1.1, and the csv of acts of the Official Journal.</summary>
/// <remarks>
/// Which of them a file is, its first bytes tell: XML by its first character, a csv by its headings. Files of both kinds cannot be
/// mixed in one list: their ids differ. Read too is the flattened csv that third parties pass on; it has few facts.
/// Ids and fields are in docs/lists.md.
/// </remarks>
public sealed class EuReader : IListReader
{
    /// <inheritdoc/>
    public string Format => "eu";

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
            return FsfXml.Read(file);
        if (sniff.HasHeading("celex"))
            return OfficialJournalCsv.Read(file);
        if (sniff.HasHeading("Entity_LogicalId") || sniff.HasHeading("Entity_logical_id"))
            return FsfCsv.Read(file, sniff.Format);
        if (sniff.HasHeading("Sanction Type"))
            return FlattenedCsv.Read(file, isEu: true);
        file.Report(IssueSeverity.Fatal, 1, "csv", sniff.FirstLine,
            "is none of the EU's files: FSF XML, FSF csv (Entity_LogicalId), an act of the Official Journal (celex), or their flattened csv");
        return [];
    }
}
