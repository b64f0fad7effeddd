using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads Chinese characters by their pinyin and by Wade-Giles, family names also as Hong Kong, Taiwan and Korea print them.</summary>
internal static class Han
{
    private static readonly WadeGiles Older = WadeGiles.Read("data/transliteration/wade-giles.tsv");
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

    /// <summary>How a syllable is written, given its pinyin; ü is printed u, yu (passports) or v (typed).</summary>
    public static string[] ReadingsOf(string pinyin)
    {
        string[] readings = pinyin.Contains('v')
            ? [pinyin.Replace('v', 'u'), pinyin.Replace("v", "yu", StringComparison.Ordinal), pinyin]
            : [pinyin, Older.Of(pinyin)];
        return [.. readings.Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<int, Piece> ReadCharacters()
    {
        var characters = new Dictionary<int, Piece>(27_000);
        foreach (var row in TableFile.Rows("data/transliteration/han.tsv", 2))
        {
            var piece = new Piece(ReadingsOf(row[0]), 1000);
            foreach (var character in row[1])
                characters[character] = piece;
        }
        return characters;
    }

    /// <summary>The older spelling of Mandarin: Mao Tse-tung.</summary>
    private sealed class WadeGiles(Dictionary<string, string> syllables, Dictionary<string, string> initials, Dictionary<string, string> finals)
    {
        private const int LongestInitial = 2;

        public static WadeGiles Read(string path)
        {
            var rows = TableFile.Rows(path, 3).ToLookup(r => r[0], StringComparer.Ordinal);
            Dictionary<string, string> Of(string kind) => rows[kind].ToDictionary(r => r[1], r => r[2], StringComparer.Ordinal);
            return new WadeGiles(Of("syllable"), Of("initial"), Of("final"));
        }

        public string Of(string pinyin)
        {
            if (syllables.TryGetValue(pinyin, out var whole))
                return whole;
            for (var length = Math.Min(LongestInitial, pinyin.Length); length > 0; length--)
            {
                if (initials.TryGetValue(pinyin[..length], out var initial))
                    return initial + Final(pinyin[length..]);
            }
            var vowel = pinyin.AsSpan().IndexOfAny("aeiou");
            return vowel < 0 ? pinyin : pinyin[..vowel] + Final(pinyin[vowel..]);
        }

        private string Final(string final) => finals.GetValueOrDefault(final, final);
    }
}
