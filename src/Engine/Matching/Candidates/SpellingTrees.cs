using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>Spellings as trees of letters, laid out in the order in which they are searched: each node before those below it.</summary>
/// <remarks>A beginning that a hundred words share stands once. A tree holds the spellings of one kind.</remarks>
internal sealed class SpellingTrees(IndexSections sections, bool ofPeople)
{
    /// <summary>Below so many nodes it is not asked whether their letters would do: to try them is as quick.</summary>
    private const int WorthALook = 6;

    private readonly TreeRecord[] _trees = sections.Of<TreeRecord>(SectionId.Trees, ofPeople).Span.ToArray();
    private readonly Section<NodeRecord> _nodes = sections.Of<NodeRecord>(SectionId.Nodes, ofPeople);
    private readonly Section<Step> _steps = sections.Of<Step>(SectionId.Steps, ofPeople);
    private readonly Section<int> _words = sections.Of<int>(SectionId.NodeWords, ofPeople);

    /// <summary>The trees there are.</summary>
    public ReadOnlySpan<TreeRecord> Trees => _trees;

    /// <summary>Finds the words of a tree whose edit cost from a spelling is within a limit; a word may be found more than once.</summary>
    /// <param name="edits">The costs.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="query">The spelling.</param>
    /// <param name="limit">The limit, in bits.</param>
    /// <param name="found">Takes the words, each with its cost.</param>
    /// <param name="byVectors">Whether rows are computed as vectors, where the processor has them.</param>
    public void Search(EditModel edits, TreeRecord tree, Spelling query, float limit, List<(int Token, float Cost)> found, bool byVectors = true)
    {
        if (tree.Count == 0 || query.Length == 0)
            return;
        if (byVectors && VectorRows.IsSupported && limit > 0)
            SearchByVectors(edits, tree, query, limit, found);
        else
            SearchByLetters(edits, tree, query, limit, found);
    }

    private void SearchByLetters(EditModel edits, TreeRecord tree, Spelling query, float limit, List<(int Token, float Cost)> found)
    {
        ReadOnlySpan<NodeRecord> nodes = _nodes.Span;
        ReadOnlySpan<Step> steps = _steps.Span;
        Span<float> rows = stackalloc float[(EditModel.MaxLength + 1) * (query.Length + 1)];
        Span<EditModel.Search.Row> known = stackalloc EditModel.Search.Row[EditModel.MaxLength + 1];
        var search = new EditModel.Search(edits, KindOf(tree), query, limit, rows, known);
        search.FirstRow();
        var shortest = edits.ShortestOf(query, KindOf(tree), limit);
        for (var node = tree.First; node < tree.First + tree.Count;)
        {
            ref readonly var record = ref nodes[node];
            if (!record.Reach.Includes(query.Length, query.Kind, shortest))
            {
                node = After(record, node);
                continue;
            }
            var depth = record.Depth;
            ref readonly var step = ref steps[record.Step];
            search.NextRow(depth, step);
            if (search.IsHopeless(depth, step.Open))
            {
                node = After(record, node);
                continue;
            }
            if (record.FirstWord < nodes[node + 1].FirstWord && search.Total(depth) is var cost && cost <= limit)
                Take(node, cost, found);
            node++;
        }
    }

    // The same by rows that are never above the true costs; the words found so are then held to these.
    private void SearchByVectors(EditModel edits, TreeRecord tree, Spelling query, float limit, List<(int Token, float Cost)> found)
    {
        ReadOnlySpan<NodeRecord> nodes = _nodes.Span;
        ReadOnlySpan<Step> steps = _steps.Span;
        Span<Vector256<byte>> rows = stackalloc Vector256<byte>[EditModel.MaxLength + 1], profile = stackalloc Vector256<byte>[VectorRows.ProfileLength(edits)];
        Span<bool> isLaidOut = stackalloc bool[profile.Length + 2 * edits.GraphemeCount];
        isLaidOut.Clear();
        Span<byte> firsts = stackalloc byte[2 * (EditModel.MaxLength + 1)];
        Span<bool> isNear = stackalloc bool[EditModel.MaxLength + 1];
        Span<int> path = stackalloc int[EditModel.MaxLength + 1];
        Span<byte> letters = stackalloc byte[EditModel.MaxLength + 1];
        isNear[0] = true;
        var search = new VectorRows(edits, KindOf(tree), query, limit, rows, firsts, profile, isLaidOut);
        var shortest = edits.ShortestOf(query, KindOf(tree), limit);
        for (var node = tree.First; node < tree.First + tree.Count;)
        {
            ref readonly var record = ref nodes[node];
            if (!record.Reach.Includes(query.Length, query.Kind, shortest))
            {
                node = After(record, node);
                continue;
            }
            var depth = record.Depth;
            ref readonly var step = ref steps[record.Step];
            path[depth] = record.Step;
            isNear[depth] = search.NextRow(depth, step);
            letters[depth] = step.Letter;
            if ((!isNear[depth] && !isNear[(depth - step.Open)..depth].Contains(true))
                || (record.After - node > WorthALook && !search.MayGoOn(depth, step.Open, record.LettersAfter, letters)))
            {
                node = After(record, node);
                continue;
            }
            if (record.FirstWord < nodes[node + 1].FirstWord && search.MayEnd(depth) && CostOf(edits, tree, query, limit, path[1..(depth + 1)]) is var cost && cost <= limit)
                Take(node, cost, found);
            node++;
        }
    }

    // The true cost of the spelling that a path leads to.
    private float CostOf(EditModel edits, TreeRecord tree, Spelling query, float limit, ReadOnlySpan<int> path)
    {
        Span<float> rows = stackalloc float[(path.Length + 1) * (query.Length + 1)];
        Span<EditModel.Search.Row> known = stackalloc EditModel.Search.Row[EditModel.MaxLength + 1];
        var search = new EditModel.Search(edits, KindOf(tree), query, limit, rows, known);
        search.FirstRow();
        for (var i = 0; i < path.Length; i++)
        {
            ref readonly var step = ref _steps.Span[path[i]];
            search.NextRow(i + 1, step);
            if (search.IsHopeless(i + 1, step.Open))
                return float.PositiveInfinity;
        }
        return search.Total(path.Length);
    }

    private void Take(int node, float cost, List<(int Token, float Cost)> found)
    {
        foreach (var word in _words.Span[_nodes.Span[node].FirstWord.._nodes.Span[node + 1].FirstWord])
            found.Add((word, cost));
    }

    // A node that followed itself would be damage, and must not hold us here.
    private static int After(in NodeRecord record, int node) => Math.Max(record.After, node + 1);

    private static SpellingKind KindOf(TreeRecord tree) => (SpellingKind)tree.Kind;

    /// <summary>Writes the trees of some words.</summary>
    public static void Write(IndexSections.Writer writer, bool ofPeople, IReadOnlyList<Token> tokens, ScoringModel model)
    {
        var layout = new Layout(model.Edits, model.Pairs);
        foreach (var isJoined in (bool[])[false, true])
        {
            foreach (var kind in (SpellingKind[])[SpellingKind.Voweled, SpellingKind.Omitting, SpellingKind.Cyrillic])
                layout.Add(tokens, isJoined, kind);
        }
        layout.Write(writer, ofPeople);
    }

    private sealed class Layout(EditModel edits, PairWeights pairs)
    {
        private readonly List<TreeRecord> _trees = [];
        private readonly List<NodeRecord> _nodes = [];
        private readonly List<int> _words = [];
        private readonly List<Step> _steps = [];
        private readonly Dictionary<Step, int> _stepOf = [];

        public void Add(IReadOnlyList<Token> tokens, bool isJoined, SpellingKind kind)
        {
            var all = new List<(string Letters, Spelling Spelling, int Id)>();
            for (var id = 0; id < tokens.Count; id++)
            {
                if (tokens[id].IsJoined != isJoined)
                    continue;
                foreach (var spelling in tokens[id].Spellings)
                {
                    if (spelling.Length > 0 && spelling.Kind == kind)
                        all.Add((EditModel.GraphemesOf(spelling), spelling, id));
                }
            }
            all.Sort((a, b) => string.CompareOrdinal(a.Letters, b.Letters) is var order and not 0 ? order : a.Id - b.Id);
            var first = _nodes.Count;
            Grow(all, isJoined ? pairs.JoinedLimit : pairs.SpellingLimit);
            _trees.Add(new TreeRecord(isJoined ? 1 : 0, (int)kind, first, _nodes.Count - first));
        }

        private void Grow(List<(string Letters, Spelling Spelling, int Id)> all, float limit)
        {
            var path = new Stack<int>();
            var previous = "";
            foreach (var (letters, spelling, id) in all)
            {
                var shared = previous.AsSpan().CommonPrefixLength(letters);
                while (path.Count > shared)
                    Close(path);
                for (var i = shared; i < letters.Length; i++)
                {
                    path.Push(_nodes.Count);
                    _nodes.Add(new NodeRecord(PlaceOf(spelling.Steps[i]), i + 1, 0, _words.Count));
                }
                var reach = new NodeReach((byte)letters.Length, (byte)edits.ShortestOf(spelling, SpellingKind.Voweled, limit),
                    (byte)edits.ShortestOf(spelling, SpellingKind.Omitting, limit), (byte)edits.ShortestOf(spelling, SpellingKind.Cyrillic, limit));
                _nodes[path.Peek()] = _nodes[path.Peek()] with { Reach = _nodes[path.Peek()].Reach.With(reach) };
                _words.Add(id);
                previous = letters;
            }
            while (path.Count > 0)
                Close(path);
        }

        private void Close(Stack<int> path)
        {
            var node = path.Pop();
            _nodes[node] = _nodes[node] with { After = _nodes.Count };
            if (!path.TryPeek(out var above))
                return;
            _nodes[above] = _nodes[above] with
            {
                Reach = _nodes[above].Reach.With(_nodes[node].Reach),
                Letters = _nodes[above].Letters | _nodes[node].Letters | NodeRecord.BitOf(_steps[_nodes[node].Step].Letter),
            };
        }

        private int PlaceOf(Step step)
        {
            if (!_stepOf.TryGetValue(step, out var place))
            {
                _stepOf[step] = place = _steps.Count;
                _steps.Add(step);
            }
            return place;
        }

        public void Write(IndexSections.Writer writer, bool ofPeople)
        {
            // Ends the words of the last node.
            _nodes.Add(new NodeRecord(0, 0, 0, _words.Count));
            writer.Write<TreeRecord>(SectionId.Trees, ofPeople, CollectionsMarshal.AsSpan(_trees));
            writer.Write<NodeRecord>(SectionId.Nodes, ofPeople, CollectionsMarshal.AsSpan(_nodes));
            writer.Write<Step>(SectionId.Steps, ofPeople, CollectionsMarshal.AsSpan(_steps));
            writer.Write<int>(SectionId.NodeWords, ofPeople, CollectionsMarshal.AsSpan(_words));
        }
    }
}
