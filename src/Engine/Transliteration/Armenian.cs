namespace Marsad.Engine.Transliteration;

/// <summary>Reads Armenian letters.</summary>
internal static class Armenian
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/armenian.tsv");

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling) => Table.Spell(letters, spelling);
}
