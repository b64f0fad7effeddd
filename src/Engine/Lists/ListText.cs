using System.Text;

namespace Marsad.Engine.Lists;

/// <summary>White space in printed values.</summary>
internal static class ListText
{
    /// <summary>The text without outer white space, every inner run of it (line breaks and tabs too) one space; null for none.</summary>
    public static string? OneSpaced(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var trimmed = text.AsSpan().Trim();
        if (!NeedsWork(trimmed))
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        var clean = new StringBuilder(trimmed.Length);
        var gap = false;
        foreach (var c in trimmed)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = true;
                continue;
            }
            if (gap && clean.Length > 0)
                clean.Append(' ');
            gap = false;
            clean.Append(c);
        }
        return clean.Length == 0 ? null : clean.ToString();
    }

    private static bool NeedsWork(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i - 1] == ' ')))
                return true;
        }
        return false;
    }
}
