using System.Runtime.InteropServices;

namespace Marsad.Engine.Articles.Scanning;

/// <summary>Rows of token numbers, walked one token at a time; a row ends in the aliases that are written so.</summary>
internal sealed class TokenTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly Dictionary<int, List<int>> _ends = [];
    private int _nodes = 1;

    /// <summary>The node every walk begins at.</summary>
    public const int Root = 0;

    /// <summary>How many distinct rows it holds.</summary>
    public int Count => _ends.Count;

    /// <summary>Adds a row; a row that many aliases share keeps the first of them.</summary>
    public void Add(ReadOnlySpan<int> tokens, int alias, int mostPerRow)
    {
        var node = Root;
        foreach (var token in tokens)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, Key(node, token), out var exists);
            if (!exists)
                next = _nodes++;
            node = next;
        }
        ref var ends = ref CollectionsMarshal.GetValueRefOrAddDefault(_ends, node, out _);
        ends ??= new List<int>(1);
        if (ends.Count < mostPerRow && !ends.Contains(alias))
            ends.Add(alias);
    }

    /// <summary>The node behind a token; −1 when no row goes on so.</summary>
    public int Next(int node, int token) => _edges.TryGetValue(Key(node, token), out var next) ? next : -1;

    /// <summary>The aliases that end at a node; null when none does.</summary>
    public List<int>? EndsAt(int node) => _ends.GetValueOrDefault(node);

    private static long Key(int node, int token) => ((long)node << 32) | (uint)token;
}
