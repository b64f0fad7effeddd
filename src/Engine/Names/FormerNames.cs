using System.Buffers;
using System.Collections.Immutable;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Names;

/// <summary>Takes apart what registers and payment orders print as one name: "Ocean Pioneer (ex-Cape Diamond)", "BENEFICIARY: X Ltd".</summary>
internal static class FormerNames
{
    private static readonly string[] Markers =
    [
        "formerly known as ", "previously known as ", "formerly ", "previously ", "f/k/a ", "f.k.a. ", "fka ", "anciennement ", "vormals ", "бывш. ", "бывший ", "سابقا ", "ex- ", "ex-", "ex. ", "ex ",
    ];

    private static readonly SearchValues<string> MarkersInside = SearchValues.Create([.. Markers.Select(m => " " + m)], StringComparison.OrdinalIgnoreCase);

    // What stands in brackets and is no part of the name.
    private static readonly string[] Annotations = ["branch", "flag", "imo", "registered", "port "];

    // Dots inside a word would cut it in two.
    private static readonly (string Written, string Meant)[] Contractions = [("F.lli", "Fratelli"), ("C.ia", "Compagnia")];

    private static readonly string[] Labels =
        ["beneficiary", "ordering customer", "originator", "remitter", "payer", "payee", "account name", "name", "vessel", "company"];

    /// <summary>The names in a name: the present one first, then former ones.</summary>
    /// <param name="name">The name of an organization, vessel or aircraft as given.</param>
    /// <param name="isVessel">Whether it is a ship's: then a country in brackets is its flag and what follows a comma its port.</param>
    public static ImmutableArray<(string Text, bool IsFormer)> Split(string name, bool isVessel = false)
    {
        var text = WithoutAddress(Expanded(WithoutLabel(name)), isVessel);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.IndexOf(')', open) is var close and > 0)
        {
            var inside = text[(open + 1)..close].Trim();
            var outside = (text[..open] + text[(close + 1)..]).Trim();
            if (MarkerOf(inside) is { } marker)
                return [(outside, false), (WithoutYears(inside[marker.Length..]), true)];
            if (Annotations.Any(a => inside.Contains(a, StringComparison.OrdinalIgnoreCase)) || (isVessel && Countries.CodeOf(inside) is not null))
                return [(outside, false)];
        }
        if (!text.AsSpan().ContainsAny(MarkersInside))
            return [(text, false)];
        foreach (var marker in Markers)
        {
            var at = text.IndexOf(" " + marker, StringComparison.OrdinalIgnoreCase);
            if (at > 2 && at + marker.Length + 3 < text.Length)
                return [(text[..at].TrimEnd(',', ' '), false), (WithoutYears(text[(at + 1 + marker.Length)..]), true)];
        }
        return [(text, false)];
    }

    // "Tidewell Inc, 12250 Harbor Lane": what follows the legal form and has a number is an address or a register's.
    private static string WithoutAddress(string text, bool isVessel)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 2 || text.AsSpan(0, comma).Contains('('))
            return text;
        var rest = text.AsSpan(comma + 1);
        var isAddress = isVessel ? !rest.Contains('(') && !Markers.Any(m => text.Contains(m, StringComparison.OrdinalIgnoreCase))
            : rest.ContainsAnyInRange('0', '9') && EndsInLegalForm(text[..comma]);
        return isAddress ? text[..comma] : text;
    }

    private static bool EndsInLegalForm(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word.FormOf).ToList();
        for (var start = Math.Max(1, words.Count - 4); start < words.Count; start++)
        {
            if (OrganizationWords.TryLegalForm(words, start, out var length, out _) && start + length == words.Count)
                return true;
        }
        return false;
    }

    private static string Expanded(string name)
    {
        if (!name.Contains('.', StringComparison.Ordinal))
            return name;
        foreach (var (written, meant) in Contractions)
        {
            if (name.Contains(written, StringComparison.OrdinalIgnoreCase))
                name = name.Replace(written, meant, StringComparison.OrdinalIgnoreCase);
        }
        return name;
    }

    private static string? MarkerOf(string text) =>
        Markers.FirstOrDefault(m => text.StartsWith(m, StringComparison.OrdinalIgnoreCase) && text.Length > m.Length + 1);

    // "Lindos Harrier until 2019", "Warri Osprey, 2020": when the name was borne is no part of it.
    private static string WithoutYears(string former)
    {
        var end = former.LastIndexOf(" until ", StringComparison.OrdinalIgnoreCase);
        var text = end > 0 ? former[..end] : former;
        var comma = text.LastIndexOf(',');
        if (comma > 0 && text[(comma + 1)..].Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit))
            text = text[..comma];
        return text.Trim();
    }

    private static string WithoutLabel(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon + 2 >= name.Length)
            return name;
        var label = name[..colon].Trim().ToLowerInvariant();
        return Labels.Contains(label) || label.StartsWith("field ", StringComparison.Ordinal) ? name[(colon + 1)..].Trim() : name;
    }
}
