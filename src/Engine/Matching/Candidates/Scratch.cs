namespace Marsad.Engine.Matching.Candidates;

/// <summary>The working memory of one screening, used again by the next one on the same thread.</summary>
internal sealed class Scratch
{
    private readonly List<(Token Token, float[] Costs, List<int> Found)> _words = [];
    private readonly Stack<(float[] Costs, List<int> Found)> _spare = new();
    private float[] _bounds = [];
    private float[] _credit = [];
    private int[] _creditedAt = [];
    private int[] _touchedAt = [];
    private int _word;
    private int _round;
    private NameIndex? _index;

    /// <summary>The bound of a name none of whose words was met.</summary>
    public double Start { get; set; }

    /// <summary>The names with a bound of their own.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Begins one name of a subject.</summary>
    public void Begin(NameIndex index)
    {
        if (!ReferenceEquals(_index, index))
            Forget();
        _index = index;
        if (_bounds.Length < index.Count)
        {
            _bounds = new float[index.Count];
            _credit = new float[index.Count];
            _creditedAt = new int[index.Count];
            _touchedAt = new int[index.Count];
        }
        Touched.Clear();
        _round++;
    }

    /// <summary>Begins the next word of the name.</summary>
    public void NextWord() => _word++;

    /// <summary>The most a name can weigh.</summary>
    public double Bound(int name) => Start + (_touchedAt[name] == _round ? _bounds[name] : 0);

    /// <summary>Credits a name with a pair of the present word; of several pairs the best counts.</summary>
    public void Credit(int name, float value)
    {
        Touch(name);
        if (_creditedAt[name] != _word)
        {
            _creditedAt[name] = _word;
            _credit[name] = value;
            _bounds[name] += value;
        }
        else if (value > _credit[name])
        {
            _bounds[name] += value - _credit[name];
            _credit[name] = value;
        }
    }

    /// <summary>Raises the bound of a name by an amount that depends on no word.</summary>
    public void Add(int name, double value)
    {
        Touch(name);
        _bounds[name] += (float)value;
    }

    /// <summary>The costs of a word against a vocabulary, computed once for the subject.</summary>
    public float[] CostsOf(Token token, int vocabularySize, out List<int> found, out bool isNew)
    {
        foreach (var word in _words)
        {
            if (ReferenceEquals(word.Token, token))
            {
                (found, isNew) = (word.Found, false);
                return word.Costs;
            }
        }
        if (!_spare.TryPop(out var spare) || spare.Costs.Length < vocabularySize)
        {
            spare = (new float[vocabularySize], []);
            Array.Fill(spare.Costs, float.PositiveInfinity);
        }
        _words.Add((token, spare.Costs, spare.Found));
        (found, isNew) = (spare.Found, true);
        return spare.Costs;
    }

    /// <summary>The edit cost of a subject's word and a listed word, both met by <see cref="NameIndex.Bound"/>.</summary>
    public float Cost(Token query, Token listed)
    {
        foreach (var word in _words)
        {
            if (ReferenceEquals(word.Token, query))
                return word.Costs[listed.Id];
        }
        return float.PositiveInfinity;
    }

    /// <summary>Gives back the words of a subject.</summary>
    public void Forget()
    {
        foreach (var (_, costs, found) in _words)
        {
            foreach (var id in found)
                costs[id] = float.PositiveInfinity;
            found.Clear();
            _spare.Push((costs, found));
        }
        _words.Clear();
        _index = null;
    }

    private void Touch(int name)
    {
        if (_touchedAt[name] == _round)
            return;
        _touchedAt[name] = _round;
        _bounds[name] = 0;
        Touched.Add(name);
    }
}
