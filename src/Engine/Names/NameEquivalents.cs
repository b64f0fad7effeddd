using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Names;

/// <summary>Given names that stand for each other though their letters do not tell: William and Bill, Yusuf and Joseph.</summary>
/// <remarks>
/// The names are Latin forms or readings (<see cref="NamePart.Form"/>, <c>Reading.Latin</c>): lower case, a to z. The relation is symmetric and
/// not transitive: Sasha is Aleksandr and is Aleksandra, who are two people. A name is not its own equivalent.
/// </remarks>
internal static class NameEquivalents
{
    private static readonly string[][] Groups =
        [.. TableFile.Rows("data/names/equivalents.tsv", 3).Select(row => row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static readonly FrozenDictionary<string, int[]> GroupsByName = Groups
        .SelectMany((group, number) => group.Select(name => (name, number)))
        .GroupBy(pair => pair.name, pair => pair.number)
        .ToFrozenDictionary(names => names.Key, names => names.ToArray(), StringComparer.Ordinal);

    /// <summary>True when two different names share a group.</summary>
    public static bool AreEquivalent(string a, string b)
    {
        if (!GroupsByName.TryGetValue(a, out var groupsOfA) || !GroupsByName.TryGetValue(b, out var groupsOfB) || a == b)
            return false;
        foreach (var group in groupsOfA)
        {
            if (groupsOfB.AsSpan().Contains(group))
                return true;
        }
        return false;
    }

    /// <summary>The numbers of the groups a name is in; two names that share one are equivalent.</summary>
    public static ReadOnlySpan<int> GroupsOf(string name) => GroupsByName.TryGetValue(name, out var groups) ? groups : [];

    /// <summary>The names a name may stand for, itself left out; null when it has no equivalents.</summary>
    public static IReadOnlyList<string>? GroupOf(string name) =>
        GroupsByName.TryGetValue(name, out var groups)
            ? [.. groups.SelectMany(g => Groups[g]).Where(other => other != name).Distinct(StringComparer.Ordinal)]
            : null;
}
