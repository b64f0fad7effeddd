using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Finds the entries of several lists that are one party.</summary>
/// <remarks>
/// Two entries are one party when one refers to the other's id, or when they share a strong name word for word and either the full
/// birth date or an identifier. A group is named after the least id in it, so the same lists give the same groups.
/// </remarks>
internal static class EntryGroups
{
    /// <summary>The group of each entry that shares one; entries that stand alone are not in the result.</summary>
    public static Dictionary<string, string> Find(IReadOnlyList<ListEntry> entries)
    {
        var leader = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var key in Keys(entry))
            {
                if (!first.TryAdd(key, entry.Id))
                    Union(leader, first[key], entry.Id);
            }
        }
        var groups = entries.GroupBy(e => Root(leader, e.Id), StringComparer.Ordinal).Where(g => g.Select(e => e.Id).Distinct(StringComparer.Ordinal).Skip(1).Any());
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var entry in group)
                result[entry.Id] = group.Key;
        }
        return result;
    }

    private static IEnumerable<string> Keys(ListEntry entry)
    {
        yield return "id " + entry.Id;
        foreach (var reference in entry.References)
            yield return "id " + reference.Value;
        var proofs = entry.Dates.Where(d => d.Value.Precision == DatePrecision.Day && d.Kind != DateKind.Death).Select(d => d.Value.ToString())
            .Concat(entry.Identifiers.Where(IdentifierEvidence.Identifies).Select(IdentifierEvidence.Normalize)).Distinct(StringComparer.Ordinal).ToList();
        if (proofs.Count == 0)
            yield break;
        foreach (var name in entry.Names.Where(n => n.Kind != NameKind.WeakAlias).Select(n => NameKey(n.Text)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var proof in proofs)
                yield return "name " + name + " " + proof;
        }
    }

    private static string? NameKey(string name)
    {
        var words = name.ToUpperInvariant().Split([' ', ',', '.', '-', '\''], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return null;
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    private static void Union(Dictionary<string, string> leader, string a, string b)
    {
        string x = Root(leader, a), y = Root(leader, b);
        if (x != y)
            leader[string.CompareOrdinal(x, y) < 0 ? y : x] = string.CompareOrdinal(x, y) < 0 ? x : y;
    }

    private static string Root(Dictionary<string, string> leader, string id)
    {
        while (leader.TryGetValue(id, out var up))
            id = up;
        return id;
    }
}
