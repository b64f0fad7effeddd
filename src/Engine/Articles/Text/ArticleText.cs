using System.Text;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Articles;

/// <summary>The text of an article as it came: its bytes decoded, a page reduced to its text.</summary>
/// <param name="Text">The text, without a byte order mark. Offsets of a reading count in it.</param>
/// <param name="Encoding">The name of the encoding that was recognized.</param>
/// <param name="IsPage">Whether it was HTML: then <paramref name="Text"/> is the text of the page and not the page.</param>
/// <param name="PageDate">The day the page states in its metadata; null when it states none.</param>
/// <param name="PageLanguage">The language the page states; null when it states none that the reader knows.</param>
public sealed record ArticleText(string Text, string Encoding, bool IsPage, DateOnly? PageDate = null, ArticleLanguage? PageLanguage = null)
{
    /// <summary>The most bytes that are taken.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Decodes the bytes of a text file or an HTML page.</summary>
    /// <remarks>The encoding is recognized from the bytes (UTF-8, UTF-16, windows-1251, -1256, -1252), whatever a page declares.</remarks>
    /// <exception cref="InvalidDataException">The bytes are empty, too many, or no text; the message says which, and what is allowed.</exception>
    public static ArticleText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new InvalidDataException("it is empty: an article is a text or an HTML page");
        if (bytes.Length > MostBytes)
            throw new InvalidDataException($"it has {bytes.Length:N0} bytes: at most {MostBytes:N0} are read");
        var format = TextDetection.Detect(bytes[..Math.Min(bytes.Length, TextDetection.SampleSize)]);
        var text = format.Encoding.GetString(bytes);
        if (text.Length > 0 && text[0] == '\uFEFF')
            text = text[1..];
        if (LooksBinary(text))
            throw new InvalidDataException("it is no text: it has control characters that no article has");
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidDataException("it has no letters: an article is a text or an HTML page");
        return HtmlPage.IsPage(text) ? HtmlPage.Read(text, format.Encoding.WebName) : new ArticleText(text, format.Encoding.WebName, false);
    }

    private static bool LooksBinary(string text)
    {
        var odd = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, 1 << 16));
        foreach (var c in sample)
            odd += (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u0085')) || c == '\uFFFD' ? 1 : 0;
        return odd > 2 && odd * 50 > sample.Length;
    }
}
