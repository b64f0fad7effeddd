using System.IO.Hashing;
using System.Runtime.InteropServices;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Finds the entries of several lists that are one party.</summary>
/// <remarks>
/// Two entries are one party when one refers to the other's id, or when they share a strong name word for word and either the full
/// birth date or an identifier. A group is named after the least id in it, so the same lists give the same groups. What is compared
/// is kept as hashes of 128 bits, so that a list of millions needs little memory.
/// </remarks>
internal sealed class EntryGroups
{
    private readonly List<string> _ids = [];
    private readonly List<int> _up = [];
    private readonly Dictionary<UInt128, int> _first = [];

    /// <summary>Adds an entry; its place is how many were added before.</summary>
    public void Add(ListEntry entry)
    {
        var place = _ids.Count;
        _ids.Add(entry.Id);
        _up.Add(place);
        foreach (var key in Keys(entry))
        {
            var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.AsSpan()));
            if (!_first.TryAdd(hash, place))
                Union(_first[hash], place);
        }
    }

    /// <summary>For each entry the place of the one whose id names its group; −1 where no entry of another id is in it.</summary>
    public int[] Leaders()
    {
        var isShared = new bool[_ids.Count];
        for (var place = 0; place < _ids.Count; place++)
        {
            var root = Root(place);
            isShared[root] |= _ids[root] != _ids[place];
        }
        return [.. Enumerable.Range(0, _ids.Count).Select(place => Root(place) is var root && isShared[root] ? root : -1)];
    }

    /// <summary>What makes entries that share it one party.</summary>
    public static IEnumerable<string> Keys(ListEntry entry)
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

    private void Union(int a, int b)
    {
        int x = Root(a), y = Root(b);
        if (x == y)
            return;
        var isFirst = string.CompareOrdinal(_ids[x], _ids[y]) <= 0;
        _up[isFirst ? y : x] = isFirst ? x : y;
    }

    private int Root(int place)
    {
        while (_up[place] != place)
            place = _up[place] = _up[_up[place]];
        return place;
    }
}
