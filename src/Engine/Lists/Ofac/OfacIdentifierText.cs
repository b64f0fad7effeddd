using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads identifiers as OFAC's remarks print them: <c>VALUE (Country) issued DATE expires DATE</c>.</summary>
internal static class OfacIdentifierText
{
    private static readonly string[] LabelEnds = ["Passport", "No.", "No", "Number", "#", "ID", "Code", "Certificate", "Card", "Register", "Registry", "Registro", "Document"];

    public static void Take(EntryDraft draft, OfacRemarkLabel label, string text, string path) =>
        Take(draft, label.IdentifierKind, label.Country, label.Note, text, path);

    /// <summary>Reads a piece whose label the table lacks, when the label ends as those of identifiers do and a digit follows; else false.</summary>
    public static bool TakeUnknownLabel(EntryDraft draft, string piece, string path)
    {
        foreach (var end in LabelEnds)
        {
            var at = piece.IndexOf(" " + end + " ", StringComparison.Ordinal);
            if (at < 0 || at > 60)
                continue;
            var label = piece[..(at + 1 + end.Length)];
            var value = piece[(at + 2 + end.Length)..].TrimStart(' ', '#', ':');
            if (!value.Any(char.IsAsciiDigit))
                continue;
            Take(draft, end == "Passport" ? IdentifierKind.Passport : IdentifierKind.Other, null, label, value, path);
            return true;
        }
        return false;
    }

    /// <summary>Reads a piece that is nothing but a mail address or a web site.</summary>
    public static bool TakeAddress(EntryDraft draft, string piece, string path)
    {
        var word = piece.Split(' ')[0].TrimEnd('.');
        if (piece.Length > word.Length + 12)
            return false;
        if (word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            draft.AddIdentifier(IdentifierKind.Website, word, path);
        else if (word.IndexOf('@', StringComparison.Ordinal) > 0)
            draft.AddIdentifier(IdentifierKind.Email, word, path);
        else
            return false;
        return true;
    }

    private static void Take(EntryDraft draft, IdentifierKind kind, string? country, string? label, string text, string path)
    {
        var notes = new List<string>();
        if (label is not null)
            notes.Add(label);
        var rest = CutDates(text, notes);
        if (kind == IdentifierKind.CryptoAddress && rest.IndexOf(' ') is > 0 and var blank)
        {
            notes.Add(rest[..blank]);
            rest = rest[(blank + 1)..].Trim();
        }
        if (kind != IdentifierKind.Phone && rest.EndsWith(')') && rest.LastIndexOf(" (", StringComparison.Ordinal) is >= 0 and var open)
        {
            var printed = rest[(open + 2)..^1];
            var code = Countries.CodeOf(printed);
            if (code is null)
                notes.Add(printed);
            country = code ?? country;
            rest = rest[..open].TrimEnd();
        }
        if (rest.IndexOf(": ", StringComparison.Ordinal) is > 0 and <= 6 and var colon && rest.AsSpan(0, colon).IndexOfAnyExceptInRange('A', 'Z') < 0)
        {
            notes.Add(rest[..colon]);
            rest = rest[(colon + 2)..];
        }
        // "Passport issued in Sarajevo" has no number: the remarks keep it.
        if (rest.Any(char.IsLetterOrDigit))
            draft.AddIdentifier(kind, rest, path, country, notes.Count > 0 ? string.Join(", ", notes) : null);
    }

    /// <summary>Takes "issued …" and "expires …" off the end.</summary>
    private static string CutDates(string text, List<string> notes)
    {
        var at = text.Length;
        foreach (var word in new[] { "issued ", "expires ", "expired " })
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                at = 0;
            else if (text.IndexOf(" " + word, StringComparison.Ordinal) is >= 0 and var found && found < at)
                at = found;
        }
        if (at < text.Length)
            notes.Add(text[at..].Trim());
        return text[..at].TrimEnd(' ', ',');
    }
}
