namespace Marsad.Engine.Transliteration;

/// <summary>A writing system, as far as names on watchlists are written in it.</summary>
public enum Script
{
    /// <summary>No letter at all, or letters of a system Marsad does not read.</summary>
    None,
    /// <summary>Latin letters, diacritics included.</summary>
    Latin,
    /// <summary>Arabic letters: Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur.</summary>
    Arabic,
    /// <summary>Cyrillic letters: Russian and its neighbors.</summary>
    Cyrillic,
    /// <summary>Greek letters.</summary>
    Greek,
    /// <summary>Hebrew letters.</summary>
    Hebrew,
    /// <summary>Armenian letters.</summary>
    Armenian,
    /// <summary>Georgian letters.</summary>
    Georgian,
    /// <summary>Korean syllables.</summary>
    Hangul,
    /// <summary>Chinese characters, also where Japanese or Korean names use them.</summary>
    Han,
    /// <summary>Japanese hiragana and katakana.</summary>
    Kana,
}
