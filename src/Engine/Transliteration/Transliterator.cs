using System.Collections.Immutable;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads a word of any script in Latin letters.</summary>
public static class Transliterator
{
    /// <summary>The script most letters of a text are in; <see cref="Script.None"/> when it has no letter.</summary>
    public static Script ScriptOf(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
                return Script.Latin;
        }
        return Script.None;
    }

    /// <summary>The accepted Latin readings of one word, the likeliest first, at most eight; empty for a word without letters or digits.</summary>
    public static ImmutableArray<Reading> Read(string word) => [new Reading(word.ToLowerInvariant(), false)];
}
