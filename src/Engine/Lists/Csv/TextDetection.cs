using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>Recognizes how a text file is written: UTF-8, UTF-16, windows-1251 (Cyrillic), windows-1256 (Arabic) or windows-1252 (Latin).</summary>
/// <remarks>
/// <para>1. A byte order mark decides. 2. A NUL in every second byte is UTF-16. 3. What is valid UTF-8 is UTF-8. 4. Otherwise it
/// is a code page of one byte a letter: where letters above ASCII mostly stand alone between ASCII letters (Müller) it
/// is windows-1252; where they form whole words, alef and lam, every fourth letter of an Arabic text and every sixtieth of a
/// Russian one at these bytes, tell windows-1256 from windows-1251.</para>
/// <para>The delimiter is the one of comma, semicolon, tab and vertical bar that stands equally often in most of the first
/// lines, outside quotes. Reported by the callers, never silent: the answer is a good guess.</para>
/// </remarks>
public static class TextDetection
{
    /// <summary>How many bytes from the start are looked at.</summary>
    public const int SampleSize = 1 << 16;

    private const int SampledLines = 25;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Recognizes the format of a stream and gives a stream that reads it from its start.</summary>
    /// <param name="content">The bytes; read forward only. The stream that is returned takes its place.</param>
    /// <param name="format">What was recognized.</param>
    public static Stream Open(Stream content, out TextFormat format)
    {
        ArgumentNullException.ThrowIfNull(content);
        var sampled = new SampledStream(content, SampleSize);
        format = Detect(sampled.Sample);
        return sampled;
    }

    /// <summary>Recognizes the format of a text by its first bytes.</summary>
    public static TextFormat Detect(ReadOnlySpan<byte> sample)
    {
        var (encoding, bom) = EncodingOf(sample);
        var text = encoding.GetString(sample[bom..]);
        return new TextFormat(encoding, DelimiterOf(text), bom > 0);
    }

    /// <summary>An encoding by its name: utf-8, utf-16, windows-1251, windows-1252, windows-1256; null for another name.</summary>
    public static Encoding? ByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => Encoding.UTF8,
            "utf-16" or "utf-16le" or "utf16" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "windows-1251" or "cp1251" => CodePage(1251),
            "windows-1252" or "cp1252" => CodePage(1252),
            "windows-1256" or "cp1256" => CodePage(1256),
            _ => null,
        };
    }

    /// <summary>A windows code page, without registering code pages for the whole process.</summary>
    internal static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    private static (Encoding Encoding, int Bom) EncodingOf(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, 3);
        if (sample.StartsWith<byte>([0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        if (sample.StartsWith<byte>([0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, 2);
        if (Utf16Without(sample) is { } utf16)
            return (utf16, 0);
        return (IsUtf8(sample) ? Encoding.UTF8 : CodePageOf(sample), 0);
    }

    /// <summary>ASCII in UTF-16 has a NUL in every second byte; only separators and line ends do in Arabic or Cyrillic.</summary>
    private static Encoding? Utf16Without(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                _ = (i & 1) == 0 ? even++ : odd++;
        }
        var enough = sample.Length / 20;
        return odd > enough && even == 0 ? Encoding.Unicode : even > enough && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
                return true; // cut in the middle of a letter by the sample's end
            if (status != System.Buffers.OperationStatus.Done)
                return false;
            sample = sample[length..];
        }
        return true;
    }

    private static Encoding CodePageOf(ReadOnlySpan<byte> sample)
    {
        const byte Alef = 0xC7, Lam = 0xE1;
        int high = 0, inWords = 0, alefLam = 0, run = 0;
        foreach (var b in sample)
        {
            if (b < 0xC0)
            {
                inWords += run >= 3 ? run : 0;
                run = 0;
                continue;
            }
            high++;
            run++;
            alefLam += b is Alef or Lam ? 1 : 0;
        }
        inWords += run >= 3 ? run : 0;
        if (inWords * 2 < high)
            return CodePage(1252);
        return alefLam * 10 >= high ? CodePage(1256) : CodePage(1251);
    }

    private static char DelimiterOf(string text)
    {
        var lines = CountDelimiters(text);
        var best = (Delimiter: ',', Score: 0);
        for (var d = 0; d < Delimiters.Length; d++)
        {
            var inHeader = lines.Count == 0 ? 0 : lines[0][d];
            if (inHeader == 0)
                continue;
            // Agreement first, then how much the header is cut: a semicolon file may have a comma in each address.
            var score = (lines.Count(l => l[d] == inHeader) * 1000 / lines.Count * 10) + Math.Min(inHeader, 99);
            if (score > best.Score)
                best = (Delimiters[d], score);
        }
        return best.Delimiter;
    }

    /// <summary>How often each delimiter stands in each of the first lines, outside quotes; a cut last line is left out.</summary>
    private static List<int[]> CountDelimiters(string text)
    {
        var lines = new List<int[]>();
        var counts = new int[Delimiters.Length];
        var quoted = false;
        var isBlank = true;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (c is '\n' or '\r')
            {
                if (!isBlank)
                    lines.Add(counts);
                (counts, isBlank) = (new int[Delimiters.Length], true);
                if (lines.Count == SampledLines)
                    return lines;
                continue;
            }
            isBlank = false;
            var at = Array.IndexOf(Delimiters, c);
            if (at >= 0)
                counts[at]++;
        }
        if (lines.Count == 0 && !isBlank)
            lines.Add(counts);
        return lines;
    }
}
