using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>From a character to the letters it stands for, read from a table of results with their characters.</summary>
internal sealed class CharacterMap
{
    private readonly string?[]?[] _pages = new string?[]?[256];
    private readonly Dictionary<int, string> _beyondBmp = [];

    /// <summary>Reads rows of two cells: what they stand for (<c>-</c> for nothing), and the characters one after another.</summary>
    public static CharacterMap Read(string path)
    {
        var map = new CharacterMap();
        foreach (var row in TableFile.Rows(path, 2))
        {
            var result = row[0] == "-" ? "" : row[0];
            foreach (var rune in row[1].EnumerateRunes())
            {
                if (rune.IsBmp)
                    (map._pages[rune.Value >> 8] ??= new string?[256])[rune.Value & 0xFF] = result;
                else
                    map._beyondBmp[rune.Value] = result;
            }
        }
        return map;
    }

    /// <summary>What a character stands for; null when it stands for itself.</summary>
    public string? this[char c] => _pages[c >> 8]?[c & 0xFF];

    /// <summary>The same for a character beyond the Basic Multilingual Plane.</summary>
    public string? this[System.Text.Rune rune] => rune.IsBmp ? this[(char)rune.Value] : _beyondBmp.GetValueOrDefault(rune.Value);
}
