using System.Text;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads Japanese kana by Hepburn, long vowels short (Sato), as written (Satou) and with h (Satoh).</summary>
internal static class Kana
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/kana.tsv");

    public static void Spell(ReadOnlySpan<char> kana, Spelling spelling)
    {
        var written = Romanize(kana);
        var shortened = written.Replace("ou", "o", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal)
            .Replace("uu", "u", StringComparison.Ordinal);
        var withH = written.Replace("ou", "oh", StringComparison.Ordinal).Replace("oo", "oh", StringComparison.Ordinal);
        spelling.Add(new Piece([.. new[] { shortened, written, withH }.Distinct()], 0));
    }

    private static string Romanize(ReadOnlySpan<char> kana)
    {
        Span<char> katakana = stackalloc char[kana.Length];
        for (var i = 0; i < kana.Length; i++)
            katakana[i] = kana[i] is >= 'ぁ' and <= 'ゖ' ? (char)(kana[i] + ('ァ' - 'ぁ')) : kana[i];

        var latin = new StringBuilder();
        var doubled = false;
        for (var at = 0; at < katakana.Length;)
        {
            if (katakana[at] == 'ー' && latin.Length > 0)
                latin.Append(latin[^1] == 'o' ? 'u' : latin[^1]);
            if (katakana[at] is 'ー' or 'ッ')
            {
                doubled = katakana[at++] == 'ッ';
                continue;
            }
            var rule = Table.Find(katakana, at, LetterTable.Place.Any, "");
            var reading = rule?.Piece.Readings[0] ?? "";
            if (doubled && reading.Length > 0 && reading[0] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'n'))
                latin.Append(reading[0] == 'c' ? 't' : reading[0]);
            doubled = false;
            latin.Append(reading);
            at += rule?.Letters.Length ?? 1;
        }
        return latin.ToString();
    }
}
