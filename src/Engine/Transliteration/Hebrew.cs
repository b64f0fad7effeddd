namespace Marsad.Engine.Transliteration;

/// <summary>Reads Hebrew letters; points are passed over.</summary>
internal static class Hebrew
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/hebrew.tsv");

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling)
    {
        Span<char> plain = stackalloc char[letters.Length];
        var count = 0;
        foreach (var letter in letters)
        {
            if (!Letters.IsVowelSign(letter))
                plain[count++] = letter;
        }
        Table.Spell(plain[..count], spelling);
    }
}
