namespace Marsad.Engine.Transliteration;

/// <summary>Which script a character belongs to, by Unicode block. Marks, digits and punctuation belong to none.</summary>
internal static class ScriptRanges
{
    public static Script Of(char c)
    {
        if (c < 0x80)
            return char.IsAsciiLetter(c) ? Script.Latin : Script.None;
        return char.IsLetter(c) || char.IsSurrogate(c) ? Block(c) : Script.None;
    }

    /// <summary>The script most letters are in; between equals the one that comes first.</summary>
    public static Script Majority(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Kana + 1];
        Span<int> firsts = stackalloc int[counts.Length];
        counts.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            var script = (int)Of(text[i]);
            if (counts[script]++ == 0)
                firsts[script] = i;
        }
        counts[(int)Script.None] = 0;
        var best = (int)Script.None;
        for (var script = 1; script < counts.Length; script++)
        {
            if (counts[script] > counts[best] || (counts[script] > 0 && counts[script] == counts[best] && firsts[script] < firsts[best]))
                best = script;
        }
        return (Script)best;
    }

    private static Script Block(char c) => (int)c switch
    {
        < 0x02B0 => Script.Latin,
        < 0x0370 => Script.None,
        < 0x0400 => Script.Greek,
        < 0x0530 => Script.Cyrillic,
        < 0x0590 => Script.Armenian,
        < 0x0600 => Script.Hebrew,
        0x0640 => Script.None, // tatweel only stretches
        < 0x0700 => Script.Arabic,
        >= 0x0750 and < 0x0780 => Script.Arabic,
        >= 0x0870 and < 0x0900 => Script.Arabic,
        >= 0x10A0 and < 0x1100 => Script.Georgian,
        >= 0x1100 and < 0x1200 => Script.Hangul,
        >= 0x1C80 and < 0x1C90 => Script.Cyrillic,
        >= 0x1C90 and < 0x1CC0 => Script.Georgian,
        >= 0x1E00 and < 0x1F00 => Script.Latin,
        >= 0x1F00 and < 0x2000 => Script.Greek,
        >= 0x2C60 and < 0x2C80 => Script.Latin,
        >= 0x2D00 and < 0x2D30 => Script.Georgian,
        >= 0x2DE0 and < 0x2E00 => Script.Cyrillic,
        0x3005 or 0x3007 => Script.Han, // 々 repeats a character, 〇 is zero
        >= 0x3040 and < 0x3100 => Script.Kana,
        >= 0x3130 and < 0x3190 => Script.Hangul,
        >= 0x31F0 and < 0x3200 => Script.Kana,
        >= 0x3400 and < 0xA000 => Script.Han,
        >= 0xA640 and < 0xA6A0 => Script.Cyrillic,
        >= 0xA720 and < 0xA800 => Script.Latin,
        >= 0xA960 and < 0xA980 => Script.Hangul,
        >= 0xAC00 and < 0xD800 => Script.Hangul,
        >= 0xD840 and < 0xD890 => Script.Han, // the high half of a pair of planes 2 and 3
        >= 0xF900 and < 0xFB00 => Script.Han,
        < 0xFB07 and >= 0xFB00 => Script.Latin,
        >= 0xFB13 and < 0xFB18 => Script.Armenian,
        >= 0xFB1D and < 0xFB50 => Script.Hebrew,
        >= 0xFB50 and < 0xFE00 => Script.Arabic,
        >= 0xFE70 and < 0xFEFD => Script.Arabic,
        >= 0xFF21 and < 0xFF5B => Script.Latin,
        >= 0xFF66 and < 0xFFA0 => Script.Kana,
        >= 0xFFA0 and < 0xFFDD => Script.Hangul,
        _ => Script.None,
    };
}
