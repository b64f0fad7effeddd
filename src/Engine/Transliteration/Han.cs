using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads Chinese characters by their pinyin, family names also as Hong Kong, Taiwan and Korea print them.</summary>
internal static class Han
{
    private static readonly LetterTable Names = LetterTable.Read("data/transliteration/han-names.tsv");
    private static readonly Dictionary<int, Piece> Characters = ReadCharacters();

    public static void Spell(ReadOnlySpan<char> characters, Spelling spelling)
    {
        Piece? before = null;
        for (var at = 0; at < characters.Length;)
        {
            var rule = Names.Find(characters, at, at == 0 ? LetterTable.Place.Start : LetterTable.Place.Any, "");
            var piece = characters[at] == '々' ? before : rule?.Piece ?? Characters.GetValueOrDefault(characters[at]);
            if (piece is not null)
                spelling.Add(piece);
            before = piece;
            at += rule?.Letters.Length ?? 1;
        }
    }

    private static Dictionary<int, Piece> ReadCharacters()
    {
        var characters = new Dictionary<int, Piece>(27_000);
        foreach (var row in TableFile.Rows("data/transliteration/han.tsv", 2))
        {
            // ü is printed u, yu (passports) or v (typed)
            var pinyin = row[0];
            var piece = new Piece(pinyin.Contains('v') ? [pinyin.Replace('v', 'u'), pinyin.Replace("v", "yu", StringComparison.Ordinal), pinyin] : [pinyin], 1000);
            foreach (var character in row[1])
                characters[character] = piece;
        }
        return characters;
    }
}
