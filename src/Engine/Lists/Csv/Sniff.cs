namespace Marsad.Engine.Lists.Csv;

/// <summary>What the first bytes of a file tell of its layout.</summary>
internal sealed record Sniff(TextFormat Format, string Start)
{
    private const int Looked = 16_384;

    public static Sniff Of(ReadOnlySpan<byte> sample)
    {
        var format = TextDetection.Detect(sample);
        var text = format.Encoding.GetString(sample[..Math.Min(sample.Length, Looked)]);
        return new Sniff(format, text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
    }

    public bool IsXml => Start.StartsWith('<');

    public string FirstLine => Start[..(Start.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : Start.Length)];

    /// <summary>True when one of the first two lines has the heading as a cell of its own: some publishers put a line before the header.</summary>
    public bool HasHeading(string heading) => Start.Split('\n', 3).Take(2).Any(line => line.Split(Format.Delimiter)
        .Any(cell => cell.Trim(' ', '"', '\r', '\uFEFF').Equals(heading, StringComparison.OrdinalIgnoreCase)));
}
