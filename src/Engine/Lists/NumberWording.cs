using System.Text.RegularExpressions;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists;

/// <summary>Reads numbers of documents as publishers word them: "Passport No: K0000001 (Iraqi), issued 2007".</summary>
internal static partial class NumberWording
{
    /// <summary>
    /// Adds the numbers of a text that may hold several. The number is the first word with a digit (with a short word in
    /// capitals before it: "AB 123456"); what stands around it is the note, and the country is what the first brackets name.
    /// A text without a digit becomes a remark.
    /// </summary>
    public static void Add(EntryDraft draft, IdentifierKind kind, string? text, string path)
    {
        foreach (var printed in Alternatives.Split(text))
        {
            if (Number().Match(printed) is not { Success: true } match)
            {
                draft.AddRemark($"{path}: {printed}", path);
                continue;
            }
            var note = (printed[..match.Index].Trim(' ', ':', '.', ',') + " " + printed[(match.Index + match.Length)..].Trim(' ', '.', ',', ';')).Trim();
            draft.AddIdentifier(kind, match.Value.TrimEnd('.', ',', ';', ':'), path, CountryOf(printed), note.Length == 0 ? null : note);
        }
    }

    private static string? CountryOf(string printed)
    {
        if (Brackets().Match(printed) is not { Success: true } match)
            return null;
        // "(ID card)" is no Indonesian: two letters are not taken for a country.
        var inside = match.Groups[1].Value;
        var word = inside.Split(' ')[0];
        return (inside.Length > 2 ? Countries.CodeOf(inside) : null) ?? (word.Length > 3 ? Countries.CodeOf(word) : null);
    }

    [GeneratedRegex(@"(?:\b[A-Z]{1,3}\s)?[^\s(),;]*\d[^\s(),;]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\(([^()]{2,60})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
