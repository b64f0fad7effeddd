using static Marsad.Engine.Transliteration.LetterTable;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads Arabic letters as a skeleton of consonants and long vowels.</summary>
/// <remarks>
/// <para>1. ال in front is read <c>al</c>, unassimilated, and what follows it is read as the start of a word.</para>
/// <para>2. و and ی are consonants at the start, after a vowel and before one (ا ة ى و ي), otherwise vowels: داود dawd, نور nur,
/// طويل twil. Final ی is a vowel unless one goes before: علوي alwi.</para>
/// <para>3. ه at the end is a vowel only after a consonant (فاطمه fatma, but شاه shah).</para>
/// <para>4. Written short vowels are read, except before the long vowel they belong to and at the end, where they are case
/// endings; doubling and tanwin are not.</para>
/// </remarks>
internal static class Arabic
{
    /// <summary>Few, because the edit model bridges what is left.</summary>
    public const int MostReadings = 6;

    private const string Glides = "ويی";
    private const string VowelLetters = "اآةۃىۀےېێۍ";

    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/arabic.tsv");
    private static readonly Piece Article = new(["al"], 0);

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling)
    {
        while (letters.Length > 0 && Letters.IsVowelSign(letters[^1]))
            letters = letters[..^1];
        var variety = Table.VarietyOf(letters);
        var atStart = true;
        var afterVowel = false;
        var at = 0;
        if (letters.Length > 4 && letters.StartsWith("ال", StringComparison.Ordinal) && !letters.StartsWith("الله", StringComparison.Ordinal))
        {
            spelling.Add(Article); // step 1
            at = 2;
        }
        while (at < letters.Length)
        {
            var letter = letters[at];
            if (Letters.IsVowelSign(letter) && BelongsToLongVowel(letters, at)) // step 4
            {
                at++;
                continue;
            }
            var isVowel = !atStart && IsVowel(letters, at, afterVowel);
            var place = (atStart ? Place.Start : Place.Any) | (isVowel ? Place.Vowel : Place.Any) | (afterVowel ? Place.NotEnd : Place.Any);
            if (Table.Find(letters, at, place, variety) is not { } rule)
            {
                at++;
                continue;
            }
            spelling.Add(rule.Piece);
            at += rule.Letters.Length;
            var last = rule.Piece.Readings[0];
            afterVowel = last.Length > 0 && last[^1] is 'a' or 'e' or 'i' or 'o' or 'u';
            atStart = false;
        }
    }

    /// <summary>Steps 2 and 3: whether a glide stands for a vowel.</summary>
    private static bool IsVowel(ReadOnlySpan<char> letters, int at, bool afterVowel)
    {
        if (!Glides.Contains(letters[at]))
            return false;
        var next = at + 1;
        while (next < letters.Length && Letters.IsVowelSign(letters[next]))
        {
            if (letters[next] != '\u0652') // anything but sukun: a vowel or doubling makes the glide a consonant
                return false;
            next++;
        }
        if (next == letters.Length)
            return !afterVowel;
        if (VowelLetters.Contains(letters[next]))
            return false;
        return !afterVowel && !Glides.Contains(letters[next]);
    }

    private static bool BelongsToLongVowel(ReadOnlySpan<char> letters, int at) =>
        at + 1 < letters.Length && (letters[at], letters[at + 1]) is ('\u064E', 'ا' or 'ى' or 'آ' or 'ة') or ('\u064F', 'و') or ('\u0650', 'ي' or 'ی');
}
