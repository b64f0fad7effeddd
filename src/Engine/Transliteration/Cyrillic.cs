namespace Marsad.Engine.Transliteration;

/// <summary>Reads Cyrillic letters, in the languages from Russian to Mongolian.</summary>
internal static class Cyrillic
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/cyrillic.tsv");

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling) => Table.Spell(letters, spelling);
}
