namespace Marsad.App.Screening.Batch;

/// <summary>Cuts a stream of bytes into lines without ever holding more than a megabyte of one.</summary>
internal static class BoundedLines
{
    /// <summary>How many bytes a line may have.</summary>
    public const int Longest = 1 << 20;

    /// <summary>Yields each line without its end; null for a line that is too long.</summary>
    public static IEnumerable<byte[]?> Read(Stream content)
    {
        var buffer = new byte[1 << 16];
        var line = new MemoryStream();
        var isTooLong = false;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            var start = 0;
            while (start < read)
            {
                var length = buffer.AsSpan(start, read - start).IndexOf((byte)'\n');
                var taken = length < 0 ? read - start : length;
                isTooLong |= line.Length + taken > Longest;
                if (!isTooLong)
                    line.Write(buffer, start, taken);
                start += taken + 1;
                if (length < 0)
                    break;
                yield return isTooLong ? null : line.ToArray();
                line.SetLength(0);
                isTooLong = false;
            }
        }
        if (line.Length > 0 || isTooLong)
            yield return isTooLong ? null : line.ToArray();
    }
}
