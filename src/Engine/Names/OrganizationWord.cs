using System.Globalization;

namespace Marsad.Engine.Names;

/// <summary>What a word can be in the name of an organization, wherever it stands.</summary>
/// <param name="Digits">Its digits 0–9, when it is nothing else; null otherwise.</param>
/// <param name="Number">The number it spells (first, الخامس, 55th), in digits; null otherwise.</param>
/// <param name="Role">Its role taken alone.</param>
/// <param name="BeginsLegalForm">Whether a legal form, perhaps of several words, begins with it.</param>
internal sealed record OrganizationWord(string? Digits, string? Number, PartRole Role, bool BeginsLegalForm)
{
    /// <summary>Looks a word up.</summary>
    /// <param name="text">As written.</param>
    /// <param name="form">Its form.</param>
    public static OrganizationWord Of(string text, string form) => new(
        Numerals.Digits(text),
        OrganizationWords.TryNumber(form, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        OrganizationWords.RoleOf(form),
        OrganizationWords.MayBeginLegalForm(form));
}
