using System.Xml;

namespace Marsad.Engine.Lists.Xml;

/// <summary>Streams the records of an XML list: one small tree at a time, whatever the size of the file.</summary>
/// <remarks>
/// <para>Safe: no DTD, no entities but the five of XML, nothing fetched, nesting and size of a record limited. Whatever is not
/// well-formed, cut off or beyond the limits is one Fatal issue with its line, and the stream ends.</para>
/// </remarks>
internal static class XmlRecords
{
    /// <summary>How deep elements may nest; publishers' deepest is 12.</summary>
    public const int Deepest = 64;

    /// <summary>How many UTF-16 units of text and how many elements a record may have.</summary>
    public const int LargestRecord = 8 << 20;

    /// <summary>How many UTF-16 units a file may have (2 GB of ASCII); the largest list in use has about 130 million.</summary>
    public const long LargestFile = 1L << 31;

    /// <summary>
    /// Yields the root first, with its attributes and without children, then every element of the record names, wherever it
    /// stands. Other elements are looked into when they are containers, and else reported as unknown and skipped.
    /// </summary>
    public static IEnumerable<XmlRecord> Read(ListReading reading, ListFile file, IReadOnlySet<string> records, IReadOnlySet<string> containers)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(file);
        var cursor = new XmlCursor(reading, file);
        using (cursor)
        {
            while (cursor.MoveToElement())
            {
                var isRoot = cursor.Depth == 0;
                var name = cursor.LocalName;
                if (isRoot || (containers.Contains(name) && !records.Contains(name)))
                {
                    var container = cursor.Start();
                    if (isRoot)
                        yield return container;
                    continue;
                }
                if (cursor.Build() is not { } record)
                    yield break;
                if (records.Contains(name))
                    yield return record;
                else
                    reading.Report(new(IssueSeverity.Value, record.Line, name, record.Text, "is an element this reader does not know") { File = file.Name });
            }
        }
    }

    internal static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        MaxCharactersFromEntities = 1 << 20,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };
}
