namespace Marsad.Engine.Tables;

/// <summary>The latest results of a pure function, found by the hash of what was asked: bounded, and without locks.</summary>
/// <remarks>
/// Each hash has two places; a new result moves the younger of the two to the elder's place. Results do not change once they are
/// added, so that a thread sees one whole or not at all, and at worst computes what another computed before.
/// </remarks>
/// <param name="capacity">How many results are kept at most: a power of two.</param>
internal sealed class Recent<T>(int capacity)
    where T : class
{
    private readonly T?[] _results = new T?[capacity];

    /// <summary>The results that may be the one of a hash; the caller compares.</summary>
    public ReadOnlySpan<T?> At(int hash) => _results.AsSpan(PlaceOf(hash), 2);

    /// <summary>Keeps a result.</summary>
    public void Add(int hash, T result)
    {
        var place = PlaceOf(hash);
        _results[place + 1] = _results[place];
        _results[place] = result;
    }

    // Places come in pairs.
    private int PlaceOf(int hash) => hash & (_results.Length - 2);
}
