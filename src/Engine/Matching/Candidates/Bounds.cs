using System.Numerics;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>Upper bounds of the names one subject's name may be, as a small table that is used again and again by one thread.</summary>
internal sealed class Bounds
{
    private const int SmallestSize = 1 << 10;

    private Cell[] _cells = new Cell[SmallestSize];
    private int _shift = 32 - 10;
    private readonly List<int> _used = [];
    private int _part;

    /// <summary>A name that was met.</summary>
    public struct Cell
    {
        /// <summary>The name, plus one; 0 for an empty cell.</summary>
        public int Key;

        /// <summary>The part that was credited last.</summary>
        public int Part;

        /// <summary>What that part brought.</summary>
        public float Last;

        /// <summary>What all parts bring.</summary>
        public float Sum;

        /// <summary>Which words of the subject's name were met.</summary>
        public ulong Words;
    }

    /// <summary>How many names were met.</summary>
    public int Count => _used.Count;

    /// <summary>A name that was met, by the order in which it was.</summary>
    public ref readonly Cell At(int place) => ref _cells[_used[place]];

    /// <summary>Forgets all names.</summary>
    public void Clear()
    {
        foreach (var cell in _used)
            _cells[cell] = default;
        _used.Clear();
        _part = 0;
    }

    /// <summary>Begins the next part of the subject's name.</summary>
    public void NextPart() => _part++;

    /// <summary>Credits a name with a pair of the present part; of several pairs the best counts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">What the pair brings.</param>
    /// <param name="word">The bit of the subject's word.</param>
    public void Credit(int name, float value, ulong word)
    {
        ref var cell = ref CellOf(name);
        if (cell.Part != _part)
            (cell.Part, cell.Last, cell.Sum) = (_part, value, cell.Sum + value);
        else if (value > cell.Last)
            (cell.Last, cell.Sum) = (value, cell.Sum + (value - cell.Last));
        cell.Words |= word;
    }

    private ref Cell CellOf(int name)
    {
        var cells = _cells;
        for (var place = PlaceOf(name); ; place = (place + 1) & (cells.Length - 1))
        {
            ref var cell = ref cells[place];
            if (cell.Key == name + 1)
                return ref cell;
            if (cell.Key != 0)
                continue;
            if (_used.Count * 2 >= cells.Length)
            {
                Grow();
                return ref CellOf(name);
            }
            cell.Key = name + 1;
            _used.Add(place);
            return ref cell;
        }
    }

    private int PlaceOf(int name) => (int)(unchecked((uint)name * 2654435769u) >> _shift);

    private void Grow()
    {
        var old = _cells;
        var used = _used.ToArray();
        _cells = new Cell[old.Length * 2];
        _shift = 32 - BitOperations.Log2((uint)_cells.Length);
        _used.Clear();
        foreach (var from in used)
        {
            var place = PlaceOf(old[from].Key - 1);
            while (_cells[place].Key != 0)
                place = (place + 1) & (_cells.Length - 1);
            _cells[place] = old[from];
            _used.Add(place);
        }
    }
}
