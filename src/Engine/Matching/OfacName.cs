using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>A name as OFAC's search sees it: capitals without signs, whole and in parts.</summary>
internal sealed class OfacName
{
    /// <summary>No name is longer; what follows is not looked at. The publishers' longest names are near it.</summary>
    public const int Longest = 256;

    private readonly Part[] _parts;
    private readonly string _codes;

    private OfacName(string whole)
    {
        Whole = whole;
        _parts = Split(whole);
        _codes = string.Create(_parts.Length * Soundex.Length, this, static (codes, name) =>
        {
            for (var i = 0; i < name._parts.Length; i++)
                Soundex.Write(name[i], codes[(i * Soundex.Length)..]);
        });
    }

    /// <summary>The whole name, words separated by one space, hyphens kept.</summary>
    public string Whole { get; }

    /// <summary>The whole name with its last part in front: PUTIN VLADIMIR for VLADIMIR PUTIN.</summary>
    public string FamilyFirst => Count < 2 ? Whole : string.Concat(this[Count - 1], " ", Whole.AsSpan(0, _parts[^1].Start - 1));

    /// <summary>How many parts it has; a hyphen separates parts too.</summary>
    public int Count => _parts.Length;

    /// <summary>A part.</summary>
    public ReadOnlySpan<char> this[int part] => Whole.AsSpan(_parts[part].Start, _parts[part].Length);

    /// <summary>The Soundex code of a part.</summary>
    public ReadOnlySpan<char> CodeOf(int part) => _codes.AsSpan(part * Soundex.Length, Soundex.Length);

    /// <summary>Reads a name; null when it has no Latin letter and no digit, for then OFAC's search answers nothing.</summary>
    public static OfacName? From(string text)
    {
        Span<char> whole = stackalloc char[Longest];
        var length = 0;
        var readable = false;
        foreach (var c in text)
        {
            if (length == Longest)
                break;
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetterOrDigit(c))
                readable |= Add(c, whole, ref length);
            else if (char.IsWhiteSpace(c) || c is ',' or ';' or '/' or '(' or ')')
                Separate(' ', whole, ref length);
            else if (c is '-' or (>= '\u2010' and <= '\u2015'))
                Separate('-', whole, ref length);
        }
        return readable ? new OfacName(whole[..length].TrimEnd(" -").ToString()) : null;
    }

    /// <summary>Adds a letter in capitals, without its accent; says whether it is one of A to Z or a digit.</summary>
    private static bool Add(char c, Span<char> whole, ref int length)
    {
        if (!char.IsAscii(c) && Letters.Plain(char.ToLowerInvariant(c)) is { Length: > 0 } plain && char.IsAsciiLetter(plain[0]))
        {
            foreach (var letter in plain.AsSpan()[..Math.Min(plain.Length, Longest - length)])
                whole[length++] = char.ToUpperInvariant(letter);
            return true;
        }
        whole[length++] = char.ToUpperInvariant(c);
        return char.IsAscii(c);
    }

    /// <summary>Adds a separator, one between two words; a space beside a hyphen gives way to it.</summary>
    private static void Separate(char separator, Span<char> whole, ref int length)
    {
        if (length == 0)
            return;
        if (whole[length - 1] is not (' ' or '-'))
            whole[length++] = separator;
        else if (separator == '-')
            whole[length - 1] = separator;
    }

    private static Part[] Split(ReadOnlySpan<char> whole)
    {
        var parts = new Part[1 + whole.Count(' ') + whole.Count('-')];
        var (count, start) = (0, 0);
        for (var i = 0; i <= whole.Length; i++)
        {
            if (i < whole.Length && whole[i] is not (' ' or '-'))
                continue;
            parts[count++] = new Part(start, i - start);
            start = i + 1;
        }
        return parts;
    }

    private readonly record struct Part(int Start, int Length);
}
