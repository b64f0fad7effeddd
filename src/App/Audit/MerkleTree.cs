using System.Security.Cryptography;

namespace Marsad.App.Audit;

/// <summary>A hash tree over the results of a batch, as in RFC 6962: one root stands for a thousand rows, and a row is proved by its
/// path without showing the others.</summary>
internal static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root over leaves; for none, the hash of nothing.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => Leaf(leaves[0]),
        _ => Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..])),
    };

    /// <summary>The hashes that lead from a leaf to the root, the nearest first.</summary>
    public static IReadOnlyList<byte[]> Path(ReadOnlySpan<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)leaves.Length);
        if (leaves.Length == 1)
            return [];
        var split = Split(leaves.Length);
        return index < split
            ? [.. Path(leaves[..split], index), Root(leaves[split..])]
            : [.. Path(leaves[split..], index - split), Root(leaves[..split])];
    }

    /// <summary>True when the path leads from the leaf to the root.</summary>
    public static bool Proves(byte[] root, byte[] leaf, int index, int count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count)
            return false;
        // From the root down: on which side the leaf lies, split by split.
        var sides = new Stack<bool>();
        for (var (at, size) = (index, count); size > 1;)
        {
            var split = Split(size);
            sides.Push(at < split);
            (at, size) = at < split ? (at, split) : (at - split, size - split);
        }
        if (sides.Count != path.Count)
            return false;
        var hash = Leaf(leaf);
        foreach (var sibling in path)
            hash = sides.Pop() ? Node(hash, sibling) : Node(sibling, hash);
        return hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>The largest power of two below a count.</summary>
    private static int Split(int count) => 1 << (31 - int.LeadingZeroCount(count - 1));

    private static byte[] Leaf(byte[] leaf) => SHA256.HashData([LeafPrefix, .. leaf]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
