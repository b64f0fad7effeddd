using System.Text;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>The forms in which OFAC publishes a list.</summary>
internal enum OfacForm
{
    Csv,
    Classic,
    Advanced,
}

/// <summary>Tells OFAC's forms apart by how a file begins.</summary>
internal static class OfacForms
{
    private const int HeadLength = 4096;

    /// <summary>The form of a file; the file comes back with its first bytes still to be read.</summary>
    public static OfacForm Recognize(ListReading reading, ListFile file, out ListFile unread)
    {
        var stream = new PeekedStream(file.Content, HeadLength);
        unread = file with { Content = stream };
        string head;
        try
        {
            var bytes = stream.Peek();
            // UTF-16 shows its letters between zeros: without them both encodings read alike.
            head = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            reading.Report(new(IssueSeverity.Fatal, 0, "files", file.Name, "the file breaks off or is damaged: fetch it again") { File = file.Name });
            return OfacForm.Csv;
        }
        var start = head.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        if (!start.StartsWith('<'))
            return OfacForm.Csv;
        if (head.Contains("sdnList", StringComparison.Ordinal))
            return OfacForm.Classic;
        if (head.Contains("<Sanctions", StringComparison.Ordinal) || head.Contains(":Sanctions", StringComparison.Ordinal))
            return OfacForm.Advanced;
        reading.Report(new(IssueSeverity.Fatal, 1, "files", file.Name, "is no OFAC list: csv, sdnList or Sanctions is") { File = file.Name });
        return OfacForm.Csv;
    }
}
