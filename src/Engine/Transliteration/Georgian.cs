namespace Marsad.Engine.Transliteration;

/// <summary>Reads Georgian letters.</summary>
internal static class Georgian
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/georgian.tsv");

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling) => Table.Spell(letters, spelling);
}
