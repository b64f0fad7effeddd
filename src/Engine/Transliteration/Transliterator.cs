using System.Collections.Immutable;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads a word of any script in Latin letters.</summary>
public static class Transliterator
{
    /// <summary>No name part is longer; what follows is not read.</summary>
    internal const int LongestWord = 64;

    private static readonly Piece[] Digits = Piece.Plain('0', 10);

    /// <summary>The script most letters of a text are in; <see cref="Script.None"/> when it has no letter. Between equals, the first.</summary>
    public static Script ScriptOf(ReadOnlySpan<char> text) => ScriptRanges.Majority(text);

    /// <summary>The accepted Latin readings of one word, the likeliest first, at most eight; empty for a word without letters or digits.</summary>
    /// <remarks>
    /// <para><b>Meaning.</b> Spellings that a clerk who writes the word in Latin letters would choose: Щербаков reads shcherbakov,
    /// scherbakov, shterbakov. Arabic and Hebrew readings are skeletons that omit short vowels, and say so.</para>
    /// <para><b>Mixed scripts.</b> Latin, Cyrillic and Greek letters that look alike are read in the script most letters are in;
    /// other foreign letters are read in their own.</para>
    /// <para><b>Bad input.</b> Any UTF-16 string is accepted: unpaired surrogates, marks, symbols and letters of a script Marsad does
    /// not read are passed over. Of a word longer than 64 characters the first 64 are read.</para>
    /// <para>Pure and thread-safe: the same word gives the same readings everywhere.</para>
    /// </remarks>
    /// <example>محمد reads mhmd; Юрий reads yuriy, yury, iuriy; Müller reads muller, mueller.</example>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public static ImmutableArray<Reading> Read(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        if (System.Text.Ascii.IsValid(word))
            return PlainLetters(word) is { Length: > 0 } plain ? [new Reading(plain, false)] : [];
        var normal = Letters.Normalize(word);
        if (normal.Length > LongestWord)
            normal = normal[..LongestWord];
        var script = ScriptOf(normal);
        normal = LookAlikes.Unmix(normal, script);

        var spelling = new Spelling(normal.Length);
        for (var at = 0; at < normal.Length;)
        {
            var end = EndOfRun(normal, at);
            if (char.IsAsciiDigit(normal[at]))
                spelling.Add(Digits[normal[at] - '0']);
            else
                Spell(ScriptRanges.Of(normal[at]), normal.AsSpan(at, end - at), spelling);
            at = end;
        }
        return spelling.Expand(script == Script.Arabic ? Arabic.MostReadings : Spelling.Most, script is Script.Arabic or Script.Hebrew);
    }

    private static void Spell(Script script, ReadOnlySpan<char> letters, Spelling spelling)
    {
        switch (script)
        {
            case Script.Latin: Latin.Spell(letters, spelling); break;
            case Script.Arabic: Arabic.Spell(letters, spelling); break;
            case Script.Cyrillic: Cyrillic.Spell(letters, spelling); break;
            case Script.Greek: Greek.Spell(letters, spelling); break;
            case Script.Hebrew: Hebrew.Spell(letters, spelling); break;
            case Script.Armenian: Armenian.Spell(letters, spelling); break;
            case Script.Georgian: Georgian.Spell(letters, spelling); break;
            case Script.Hangul: Hangul.Spell(letters, spelling); break;
            case Script.Han: Han.Spell(letters, spelling); break;
            case Script.Kana: Kana.Spell(letters, spelling); break;
            default: break;
        }
    }

    /// <summary>Where the letters of one script end; vowel signs and apostrophes inside a word belong to the letters before them.</summary>
    private static int EndOfRun(string word, int start)
    {
        var script = ScriptRanges.Of(word[start]);
        var end = start + 1;
        if (script == Script.None)
            return end;
        while (end < word.Length && (ScriptRanges.Of(word[end]) == script || Letters.IsVowelSign(word[end]) || Letters.IsApostrophe(word[end])))
            end++;
        return end;
    }

    /// <summary>The short way for what most words are: an ASCII word reads as its letters and digits.</summary>
    private static string PlainLetters(string word)
    {
        Span<char> letters = stackalloc char[LongestWord];
        var count = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters[count++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }
        return count == word.Length && letters[..count].SequenceEqual(word) ? word : new string(letters[..count]);
    }
}
