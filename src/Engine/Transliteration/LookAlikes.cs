using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>Puts letters of Latin, Cyrillic and Greek that look alike into the script of the word they stand in.</summary>
internal static class LookAlikes
{
    private static readonly Script[] Scripts = [Script.Latin, Script.Cyrillic, Script.Greek];
    private static readonly Dictionary<int, int> Table = ReadTable();

    /// <summary>The word in one script where it mixed them, as far as its letters have a look-alike; otherwise the word itself.</summary>
    /// <param name="word">A normalized word.</param>
    /// <param name="script">The script most of its letters are in.</param>
    public static string Unmix(string word, Script script)
    {
        if (script is not (Script.Latin or Script.Cyrillic or Script.Greek))
            return word;
        char[]? unmixed = null;
        for (var i = 0; i < word.Length; i++)
        {
            var own = ScriptRanges.Of(word[i]);
            if (own != script && own != Script.None && Table.TryGetValue(Key(word[i], script), out var letter))
                (unmixed ??= word.ToCharArray())[i] = (char)letter;
        }
        return unmixed is null ? word : new string(unmixed);
    }

    private static int Key(char letter, Script into) => (letter << 4) | (int)into;

    private static Dictionary<int, int> ReadTable()
    {
        var table = new Dictionary<int, int>();
        foreach (var row in TableFile.Rows("data/transliteration/lookalikes.tsv", Scripts.Length))
        {
            for (var from = 0; from < Scripts.Length; from++)
            {
                for (var into = 0; into < Scripts.Length; into++)
                {
                    if (from != into && row[from] is not ("-" or "") && row[into] is not ("-" or ""))
                        table.TryAdd(Key(row[from][0], Scripts[into]), row[into][0]);
                }
            }
        }
        return table;
    }
}
