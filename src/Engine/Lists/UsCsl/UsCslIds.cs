using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.UsCsl;

/// <summary>Reads one value of the column <c>ids</c>: country, dates, value and label in one text, "IR, 1998-03-14, M1, Passport".</summary>
internal static class UsCslIds
{
    private static readonly FrozenDictionary<string, string[]> Labels = TableFile.Rows("data/lists/us-csl-ids.tsv", columns: 3)
        .ToFrozenDictionary(row => row[0], StringComparer.OrdinalIgnoreCase);

    public static void Add(EntryDraft draft, string text, string path)
    {
        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma < 0)
        {
            draft.AddRemark(text, path);
            return;
        }
        var (value, label) = (text[..comma].Trim(), text[(comma + 2)..].Trim());
        if (Labels.TryGetValue(label, out var row))
        {
            Add(draft, row, value, label, path);
        }
        else if (label.StartsWith("Digital Currency Address", StringComparison.OrdinalIgnoreCase))
        {
            draft.AddIdentifier(IdentifierKind.CryptoAddress, value, path, null, label);
        }
        else if (label[^1..] is ":" or "-" || label.Contains("Date (", StringComparison.Ordinal))
        {
            draft.AddRemark($"{label.TrimEnd(':', '-', ' ')}: {value}", path);
        }
        else
        {
            draft.Report(path, label, "not a label of an identifier that is known; kept as an identifier of another kind");
            AddIdentifier(draft, IdentifierKind.Other, value, label, path);
        }
    }

    private static void Add(EntryDraft draft, string[] row, string value, string label, string path)
    {
        switch (row[1])
        {
            case "gender":
                draft.AddGender(value, path);
                break;
            case "date":
                draft.AddDate(Enum.Parse<DateKind>(row[2]), value, path);
                break;
            case "country":
                draft.AddCountry(Enum.Parse<CountryKind>(row[2]), value, path);
                break;
            case "linked":
                draft.AddLinkedTo(value, path);
                break;
            case "remark":
                draft.AddRemark($"{label.TrimEnd(':', '-', ' ')}: {value}", path);
                break;
            default:
                AddIdentifier(draft, Enum.Parse<IdentifierKind>(row[2]), value, label, path);
                break;
        }
    }

    private static void AddIdentifier(EntryDraft draft, IdentifierKind kind, string value, string label, string path)
    {
        var pieces = value.Split(", ").ToList();
        string? country = null;
        if (pieces.Count > 1 && pieces[0].Length == 2 && Countries.CodeOf(pieces[0]) is { } code)
        {
            country = code;
            pieces.RemoveAt(0);
        }
        // Dates of issue and expiry stand before the number.
        var note = label;
        while (pieces.Count > 1 && pieces[0].Length == 10 && PartialDate.TryParse(pieces[0], out _))
        {
            note += ", " + pieces[0];
            pieces.RemoveAt(0);
        }
        var number = string.Join(", ", pieces);
        if (kind == IdentifierKind.Imo && number.StartsWith("IMO ", StringComparison.OrdinalIgnoreCase))
            number = number[4..];
        draft.AddIdentifier(kind, number, path, country, note);
    }
}
