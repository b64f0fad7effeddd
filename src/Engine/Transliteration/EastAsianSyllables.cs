using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>The syllables that Chinese and Korean names are made of, as Latin letters write them.</summary>
/// <remarks>
/// Ha and Ho, Min and Man are two names and not two spellings of one, though an Arabic name may differ by as much. What is a syllable here
/// may be a word of another language (Dan, Han): that is no harm, for such short words differ as much where they differ.
/// </remarks>
internal static class EastAsianSyllables
{
    private static readonly FrozenSet<string> All = Load();

    /// <summary>Whether a reading is one syllable of a Chinese or Korean name.</summary>
    public static bool Contains(string latin) => All.Contains(latin);

    private static FrozenSet<string> Load()
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in TableFile.Rows("data/transliteration/han.tsv", 2))
            all.UnionWith(Han.ReadingsOf(row[0]));
        foreach (var row in TableFile.Rows("data/transliteration/han-names.tsv", 3).Where(r => r[0].Length == 1))
            all.UnionWith(row[2].Split(' '));
        all.UnionWith(Hangul.PlainSyllables());
        // One letter is an initial, and Khan an Asian name of another kind.
        all.RemoveWhere(s => s.Length < 2);
        return all.ToFrozenSet(StringComparer.Ordinal);
    }
}
