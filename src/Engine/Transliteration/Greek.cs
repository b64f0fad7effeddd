namespace Marsad.Engine.Transliteration;

/// <summary>Reads Greek letters, accents and final sigma aside.</summary>
internal static class Greek
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/greek.tsv");

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling) =>
        Table.Spell(Letters.Fold(letters.ToString()), spelling);
}
