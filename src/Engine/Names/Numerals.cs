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
    /// The value of a Roman numeral from II to XX in capitals, as digits; null otherwise. Single letters are left out: they are
    /// initials more often than numbers.
    /// </summary>
    public static string? Roman(string word) => word switch
    {
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
}
