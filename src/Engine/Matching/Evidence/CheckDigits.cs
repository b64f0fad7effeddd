using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Tells whether a number that carries check digits can be one at all: who mistypes a digit seldom hits another valid number.</summary>
internal static class CheckDigits
{
    /// <summary>Whether a number fits its check digits; null where its kind has none, or its form is not that kind's.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="number">Letters and digits, upper case (see <see cref="IdentifierEvidence.Normalize"/>).</param>
    /// <remarks>LEI: ISO 17442, modulo 97-10 of ISO 7064. IBAN: ISO 13616, the same after moving its head to the end. IMO: IMO resolution A.1117(30). Tax numbers of
    /// Russia (ten and twelve digits) by the weights of its tax service.</remarks>
    public static bool? AreRight(IdentifierKind kind, string number) => kind switch
    {
        IdentifierKind.Lei when number.Length == 20 => Modulo97(number) == 1,
        IdentifierKind.Account when number.Length is >= 15 and <= 34 && char.IsAsciiLetter(number[0]) && char.IsAsciiLetter(number[1]) && char.IsAsciiDigit(number[2]) && char.IsAsciiDigit(number[3])
            => Modulo97(number[4..] + number[..4]) == 1,
        IdentifierKind.Imo when number.Length == 7 && number.All(char.IsAsciiDigit) => Weighted(number, [7, 6, 5, 4, 3, 2]) % 10 == number[6] - '0',
        IdentifierKind.TaxId when number.Length == 10 && number.All(char.IsAsciiDigit) => Weighted(number, Russian[1..]) % 11 % 10 == number[9] - '0',
        IdentifierKind.TaxId when number.Length == 12 && number.All(char.IsAsciiDigit)
            => Weighted(number, [7, .. Russian[1..]]) % 11 % 10 == number[10] - '0' && Weighted(number, [3, 7, .. Russian[1..]]) % 11 % 10 == number[11] - '0',
        _ => null,
    };

    private static readonly int[] Russian = [0, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    private static int Weighted(string digits, int[] weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * (digits[i] - '0');
        return sum;
    }

    // Letters count from 10: A is 10, Z is 35. −1 for a character that is neither.
    private static int Modulo97(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                rest = (rest * 10 + c - '0') % 97;
            else if (char.IsAsciiLetterUpper(c))
                rest = (rest * 100 + c - 'A' + 10) % 97;
            else
                return -1;
        }
        return rest;
    }
}
