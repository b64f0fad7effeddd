using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>What a labelled piece of OFAC's remarks becomes.</summary>
internal enum OfacBecomes
{
    Text,
    Date,
    BirthPlace,
    Country,
    Gender,
    Identifier,
    Linked,
    Position,
}

/// <summary>One row of <c>data/lists/ofac-remarks.tsv</c>.</summary>
/// <param name="Text">The label, as OFAC prints it.</param>
/// <param name="Becomes">What the piece becomes.</param>
/// <param name="Kind">The name of the member of DateKind, CountryKind or IdentifierKind; empty where there is no choice.</param>
/// <param name="Country">The issuing country that the label implies, or null.</param>
/// <param name="Note">The note of an identifier, or null.</param>
internal sealed record OfacRemarkLabel(string Text, OfacBecomes Becomes, string Kind, string? Country, string? Note)
{
    /// <summary>The kind of identifier; Other where the label is none.</summary>
    public IdentifierKind IdentifierKind { get; } = Becomes == OfacBecomes.Identifier ? Enum.Parse<IdentifierKind>(Kind) : IdentifierKind.Other;
}

/// <summary>The labels that start a piece of OFAC's remarks, and name the features and papers of its XML.</summary>
internal static class OfacRemarkLabels
{
    private static readonly FrozenDictionary<string, OfacRemarkLabel[]> ByFirstWord = TableFile.Rows("data/lists/ofac-remarks.tsv", 5)
        .Select(row => new OfacRemarkLabel(row[0], Enum.Parse<OfacBecomes>(row[1], ignoreCase: true), row[2], Empty(row[3]), Empty(row[4]) is "=" ? row[0] : Empty(row[4])))
        .GroupBy(label => FirstWord(label.Text).ToString(), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(l => l.Text.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, OfacRemarkLabel[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest label a piece starts with, or null.</summary>
    public static OfacRemarkLabel? Find(string piece)
    {
        if (!Lookup.TryGetValue(FirstWord(piece), out var labels))
            return null;
        foreach (var label in labels)
        {
            if (piece.StartsWith(label.Text, StringComparison.OrdinalIgnoreCase)
                && (piece.Length == label.Text.Length || !char.IsLetterOrDigit(piece[label.Text.Length])))
                return label;
        }
        return null;
    }

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':');
        return end < 0 ? text : text.AsSpan(0, end);
    }

    private static string? Empty(string cell) => cell.Length == 0 ? null : cell;
}
