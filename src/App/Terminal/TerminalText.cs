namespace Marsad.App.Terminal;

/// <summary>Text of others, such as a listed name, as it may stand on a terminal: it reorders nothing beside it and controls nothing.</summary>
internal static class TerminalText
{
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>
    /// Encloses a text in an isolate when it has right-to-left letters; other text stays as it is, so that it can be copied.
    /// Control characters (an escape sequence in a name) and direction controls, which could reach out of the text, are dropped.
    /// </summary>
    public static string Of(string text)
    {
        if (text.Any(IsControl))
            text = string.Concat(text.Where(c => !IsControl(c)));
        return IsRightToLeft(text) ? FirstStrongIsolate + text + PopDirectionalIsolate : text;
    }

    /// <summary>Encloses a text without right-to-left letters for a line that runs from right to left.</summary>
    public static string LeftToRight(string text) => text.Length == 0 || IsRightToLeft(text) ? text : LeftToRightIsolate + text + PopDirectionalIsolate;

    /// <summary>True when a text has a Hebrew, Arabic, Syriac or Thaana letter.</summary>
    public static bool IsRightToLeft(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0590', '\u08FF') || text.AsSpan().ContainsAnyInRange('\uFB1D', '\uFDFF') || text.AsSpan().ContainsAnyInRange('\uFE70', '\uFEFE');

    private static bool IsControl(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
