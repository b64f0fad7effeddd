namespace Marsad.App.Audit;

/// <summary>Cuts an export into lines; holds one at a time, and none that is longer than any of ours.</summary>
internal static class ExportLines
{
    private const int Longest = 64 << 20;

    /// <summary>Yields each line with its end. A last line without one, or a line that is too long (then without its bytes), is not whole.</summary>
    public static IEnumerable<(byte[] Bytes, bool IsWhole)> Read(Stream content)
    {
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = buffer.AsSpan(start, read - start).IndexOf((byte)'\n');
                var taken = end < 0 ? read - start : end + 1;
                line.Write(buffer, start, taken);
                start += taken;
                if (line.Length > Longest)
                {
                    yield return ([], false);
                    yield break;
                }
                if (end < 0)
                    continue;
                yield return (line.ToArray(), true);
                line.SetLength(0);
            }
        }
        if (line.Length > 0)
            yield return (line.ToArray(), false);
    }
}
