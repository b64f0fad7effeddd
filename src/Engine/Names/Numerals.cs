using System.Globalization;

namespace Marsad.Engine.Names;

/// <summary>Numbers in names: digits of any script, and Roman numerals.</summary>
internal static class Numerals
{
    /// <summary>The digits 0–9 of a word that is digits only, in any script; null otherwise.</summary>
    public static string? Digits(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsDigit(c))
                return null;
        }
        if (word.Length == 0)
            return null;
        return string.Create(word.Length, word, static (digits, source) =>
        {
            for (var i = 0; i < digits.Length; i++)
                digits[i] = (char)('0' + (int)char.GetNumericValue(source[i]));
        });
    }

    /// <summary>
    /// The value of a Roman numeral up to XX in capitals, as digits; null otherwise. A single letter counts only as the last word: elsewhere
    /// it is an initial more often than a number.
    /// </summary>
    public static string? Roman(string word, bool isLast = false) => word switch
    {
        "I" when isLast => "1",
        "V" when isLast => "5",
        "X" when isLast => "10",
        "II" => "2",
        "III" => "3",
        "IV" => "4",
        "VI" => "6",
        "VII" => "7",
        "VIII" => "8",
        "IX" => "9",
        "XI" => "11",
        "XII" => "12",
        "XIII" => "13",
        "XIV" => "14",
        "XV" => "15",
        "XVI" => "16",
        "XVII" => "17",
        "XVIII" => "18",
        "XIX" => "19",
        "XX" => "20",
        _ => null,
    };

    /// <summary>Reads spelled numbers of several words as one: Fifty-Five, two hundred and three, خمسة وخمسون, Двадцать пятый.</summary>
    public static void Combine(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (SpelledValue(words[i]) is not { } value)
                continue;
            int end = i + 1, sum = value;
            while (end < words.Count && Next(words, end, sum) is var (length, next))
                (end, sum) = (end + length, next);
            if (end == i + 1)
                continue;
            var joined = new Word(Word.TextOf(words, i, end - i), words[i].Before) { Form = words[i].Form, Role = PartRole.Number, Canonical = sum.ToString(CultureInfo.InvariantCulture) };
            words.RemoveRange(i, end - i);
            words.Insert(i, joined);
        }
    }

    // The number that the words from one on make of what stands before them; null when they belong to another.
    private static (int Length, int Sum)? Next(List<Word> words, int i, int before)
    {
        var length = words[i].Role == PartRole.Particle && i + 1 < words.Count ? 2 : 1;
        if (SpelledValue(words[i + length - 1]) is not { } value)
            return null;
        if (value is 100 or 1000 && before < value)
            return length == 1 ? (length, before * value) : null;
        // Fifty five; five and fifty, as Arabic counts; a hundred and five.
        var isTens = before % 100 is >= 20 and < 100 && before % 10 == 0 && value < 10;
        var isArabic = before is > 0 and < 10 && value is >= 20 and < 100 && value % 10 == 0 && (length == 2 || words[i].Form[0] == 'و');
        var isRest = before >= 100 && before % 100 == 0 && value < 100;
        return isTens || isArabic || isRest ? (length, before + value) : null;
    }

    private static int? SpelledValue(Word word) =>
        word.Role == PartRole.Number && !word.Text.Any(char.IsDigit) && int.TryParse(word.Canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && char.IsLetter(word.Text[0])
        && Roman(word.Text, true) is null ? value : null;
}
