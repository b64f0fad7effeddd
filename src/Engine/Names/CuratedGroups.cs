using System.Collections.Frozen;
using System.Collections.Immutable;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Names;

/// <summary>A well-known listed group.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Names">The names that lists and the press give it.</param>
internal sealed record CuratedGroup(string Name, ImmutableArray<CuratedName> Names);

/// <summary>A name of a well-known group.</summary>
/// <param name="Text">The name.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="IsWeak">Whether it is also an ordinary word, initials that others share, or the name of a part of the group.</param>
internal sealed record CuratedName(string Text, string Language, bool IsWeak)
{
    /// <summary>The name taken apart.</summary>
    public ParsedName Parsed { get; } = NameParser.Organization(Text);

    /// <summary>What all spellings of the name share.</summary>
    public string Key => CuratedGroups.KeyOf(Parsed);
}

/// <summary>The well-known listed groups: who is called داعش, ИГИЛ and ISIS at once, which no spelling tells.</summary>
/// <remarks>
/// Reads <c>data/organizations/aliases.tsv</c>, and <c>branches.tsv</c> for the names that a branch has by its parent and its region
/// (داعش خراسان, ISIL Khorasan): every strong name of the parent with the region in the same language. Pure and thread-safe.
/// </remarks>
internal static class CuratedGroups
{
    /// <summary>All groups, in the order of the table.</summary>
    public static ImmutableArray<CuratedGroup> All { get; } = Read();

    private static readonly FrozenDictionary<string, CuratedGroup> ByStrongName = All
        .SelectMany(g => g.Names.Where(n => !n.IsWeak).Select(n => (n.Key, Group: g)))
        .Where(n => n.Key.Length > 0).DistinctBy(n => n.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(n => n.Key, n => n.Group, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CuratedGroup>.AlternateLookup<ReadOnlySpan<char>> ByKey = ByStrongName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Initials = All.SelectMany(g => g.Names)
        .Where(n => n.Text.Length >= Acronyms.Shortest && n.Text.All(char.IsUpper)).Select(n => n.Key).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestKey = ByStrongName.Keys.Max(k => k.Length);

    /// <summary>The group that a name is a strong name of, spelled as in the table but for case, marks, spaces, articles and legal form; null for any other name.</summary>
    public static CuratedGroup? Find(ParsedName name)
    {
        Span<char> key = stackalloc char[LongestKey];
        var length = 0;
        foreach (var part in name.Parts)
        {
            if (!IsOfKey(part))
                continue;
            if (!part.Form.TryCopyTo(key[length..]))
                return null;
            length += part.Form.Length;
        }
        return ByKey.TryGetValue(key[..length], out var group) ? group : null;
    }

    /// <summary>Whether a word, in lower case, is initials of a group: the table writes those in capitals.</summary>
    public static bool AreInitials(string form) => Initials.Contains(form);

    /// <summary>What two spellings of one curated name share.</summary>
    public static string KeyOf(ParsedName name) => string.Concat(name.Parts.Where(IsOfKey).Select(p => p.Form));

    private static bool IsOfKey(NamePart part) => part.Role is not (PartRole.Particle or PartRole.LegalForm);

    private static ImmutableArray<CuratedGroup> Read()
    {
        var names = new Dictionary<string, List<CuratedName>>(StringComparer.Ordinal);
        foreach (var row in TableFile.Rows("data/organizations/aliases.tsv", 4))
            Add(names, row[0], new CuratedName(row[2], row[1], row[3] == "weak"));
        foreach (var row in TableFile.Rows("data/organizations/branches.tsv", 4))
        {
            foreach (var parent in names[row[1]].Where(n => n.Language == row[2] && !n.IsWeak).ToList())
                Add(names, row[0], new CuratedName(parent.Text + " " + row[3], row[2], false));
        }
        return [.. names.Select(g => new CuratedGroup(g.Key, [.. g.Value.DistinctBy(n => n.Text, StringComparer.Ordinal)]))];
    }

    private static void Add(Dictionary<string, List<CuratedName>> names, string group, CuratedName name)
    {
        if (!names.TryGetValue(group, out var known))
            names[group] = known = [];
        known.Add(name);
    }
}
