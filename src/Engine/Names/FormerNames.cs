using System.Buffers;
using System.Collections.Immutable;

namespace Marsad.Engine.Names;

/// <summary>Takes apart what registers and payment orders print as one name: "Ocean Pioneer (ex-Cape Diamond)", "BENEFICIARY: X Ltd".</summary>
internal static class FormerNames
{
    private static readonly string[] Markers =
    [
        "formerly known as ", "previously known as ", "formerly ", "previously ", "f/k/a ", "f.k.a. ", "fka ", "ex- ", "ex-", "ex. ", "ex ",
    ];

    private static readonly SearchValues<string> MarkersInside = SearchValues.Create([.. Markers.Select(m => " " + m)], StringComparison.OrdinalIgnoreCase);

    // What stands in brackets and is no part of the name.
    private static readonly string[] Annotations = ["branch", "flag", "imo", "registered", "port "];

    private static readonly string[] Labels =
        ["beneficiary", "ordering customer", "originator", "remitter", "payer", "payee", "account name", "name", "vessel", "company"];

    /// <summary>The names in a name: the present one first, then former ones.</summary>
    /// <param name="name">The name of an organization, vessel or aircraft as given.</param>
    public static ImmutableArray<(string Text, bool IsFormer)> Split(string name)
    {
        var text = WithoutLabel(name);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.IndexOf(')', open) is var close and > 0)
        {
            var inside = text[(open + 1)..close].Trim();
            var outside = (text[..open] + text[(close + 1)..]).Trim();
            if (MarkerOf(inside) is { } marker)
                return [(outside, false), (WithoutYears(inside[marker.Length..]), true)];
            if (Annotations.Any(a => inside.Contains(a, StringComparison.OrdinalIgnoreCase)))
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
