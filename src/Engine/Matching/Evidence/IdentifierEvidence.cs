using System.Collections.Immutable;
using System.Text;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Weighs passports, registration numbers and the like.</summary>
/// <remarks>
/// <para>Values are compared without spaces, punctuation and case. Kinds must fit: an identifier of unknown kind meets every kind.
/// Telephone numbers, mail and web addresses are contact data and weigh as addresses do, not as identifiers.</para>
/// <para>Another number is weak evidence against: people have several. Two IMO numbers are two ships, unless one of them fails its check digit.</para>
/// <para>A near miss is one character replaced, or two neighbors exchanged, in a number of seven or more. Two numbers that both fit their
/// check digits (see <see cref="CheckDigits"/>) are two numbers, however alike: a slip of the pen would not fit.</para>
/// </remarks>
internal static class IdentifierEvidence
{
    /// <summary>Shorter values identify nobody.</summary>
    private const int ShortestValue = 4;

    /// <summary>Shorter values are alike by chance.</summary>
    private const int ShortestNearMiss = 7;

    public static EvidenceWeight Weigh(ImmutableArray<Identifier> query, ImmutableArray<Identifier> listed, Weights weights)
    {
        var best = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            for (var j = 0; j < listed.Length; j++)
            {
                if (!Meet(query[i], listed[j]) || Bits(query[i], listed[j], weights) is not { } bits)
                    continue;
                if (best.Query < 0 || bits > best.Bits)
                    best = new EvidenceWeight(bits > 0 ? Verdict.Agrees : Verdict.Conflicts, bits, i, j);
            }
        }
        return best;
    }

    /// <summary>The letters and digits of an identifier, upper case: what equality is decided by.</summary>
    public static string Normalize(Identifier identifier)
    {
        var text = new StringBuilder(identifier.Value.Length);
        foreach (var c in identifier.Value)
        {
            // A number typed in Arabic or Persian digits is the same number.
            if (char.IsDigit(c))
                text.Append((char)('0' + (int)char.GetNumericValue(c)));
            else if (char.IsLetter(c))
                text.Append(char.ToUpperInvariant(c));
        }
        // Whoever does not say that it is an IMO number writes it into the number.
        if (identifier.Kind is IdentifierKind.Imo or IdentifierKind.Other && text.Length > 3 && text[0] == 'I' && text[1] == 'M' && text[2] == 'O')
            text.Remove(0, 3);
        // The head office of a bank is written with or without XXX.
        if (identifier.Kind == IdentifierKind.Bic && text.Length == 11 && text[8] == 'X' && text[9] == 'X' && text[10] == 'X')
            text.Length = 8;
        return text.ToString();
    }

    private static bool IsNearMiss(string x, string y)
    {
        if (x.Length != y.Length || x.Length < ShortestNearMiss)
            return false;
        var first = x.AsSpan().CommonPrefixLength(y);
        return x.AsSpan(first + 1).SequenceEqual(y.AsSpan(first + 1))
            || (first + 1 < x.Length && x[first] == y[first + 1] && x[first + 1] == y[first] && x.AsSpan(first + 2).SequenceEqual(y.AsSpan(first + 2)));
    }

    /// <summary>Whether an identifier can identify: not contact data and not too short.</summary>
    public static bool Identifies(Identifier identifier) =>
        identifier.Kind is not (IdentifierKind.Email or IdentifierKind.Phone or IdentifierKind.Website) && Normalize(identifier).Length >= ShortestValue;

    /// <summary>The most that numbers can weigh of which none that identifies is equal.</summary>
    public static double MostUnequal(ImmutableArray<Identifier> query, Weights weights) =>
        query.IsEmpty ? 0 : Math.Max(0, Math.Max(weights.AddressAgrees, Math.Max(weights.IdentifierNearMiss, Math.Max(weights.ImoConflict, weights.IdentifierConflict))));

    private static bool Meet(Identifier a, Identifier b) =>
        a.Kind == b.Kind || ((a.Kind == IdentifierKind.Other || b.Kind == IdentifierKind.Other) && Identifies(a) && Identifies(b));

    private static double? Bits(Identifier a, Identifier b, Weights weights)
    {
        if (!Identifies(a) || !Identifies(b))
            return a.Kind == b.Kind && Normalize(a) is { Length: >= ShortestValue } text && text == Normalize(b) ? weights.AddressAgrees : null;
        string x = Normalize(a), y = Normalize(b);
        var sameIssuer = a.CountryCode is null || b.CountryCode is null || a.CountryCode == b.CountryCode;
        if (x == y)
            return sameIssuer ? weights.IdentifierAgrees : weights.IdentifierAgrees / 2;
        if (a.Kind != b.Kind || a.Kind == IdentifierKind.Other)
            return null;
        // A number that no ship can have says nothing of which ship it is not.
        if (a.Kind is IdentifierKind.Imo)
            return CheckDigits.AreRight(a.Kind, x) == false || CheckDigits.AreRight(b.Kind, y) == false ? null : weights.ImoConflict;
        if (IsNearMiss(x, y) && !(CheckDigits.AreRight(a.Kind, x) == true && CheckDigits.AreRight(b.Kind, y) == true))
            return weights.IdentifierNearMiss;
        return sameIssuer ? weights.IdentifierConflict : null;
    }
}
