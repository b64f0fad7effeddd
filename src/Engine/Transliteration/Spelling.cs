using System.Collections.Immutable;

namespace Marsad.Engine.Transliteration;

/// <summary>A piece of a word and the ways it is written in Latin letters, likeliest first.</summary>
/// <param name="Readings">At least one; a reading may be empty.</param>
/// <param name="Rank">Where a word allows more readings than are kept, the pieces of low rank vary first.</param>
internal sealed record Piece(string[] Readings, int Rank)
{
    public bool IsAmbiguous => Readings.Length > 1;

    /// <summary>One piece for each of some characters that read as themselves.</summary>
    public static Piece[] Plain(char first, int count)
    {
        var pieces = new Piece[count];
        for (var i = 0; i < count; i++)
            pieces[i] = new Piece([((char)(first + i)).ToString()], 0);
        return pieces;
    }
}

/// <summary>A word as a row of pieces; multiplies out to the readings of the word.</summary>
/// <remarks>The same piece is read the same way wherever it stands in a word: who writes kh for one х writes it for the other.</remarks>
internal sealed class Spelling(int capacity)
{
    /// <summary>The most readings that a word gets.</summary>
    public const int Most = 8;

    private readonly List<Piece> _pieces = new(capacity);
    private readonly List<Piece> _ambiguous = [];
    private List<string>? _readings;
    private int _most;

    public void Add(Piece piece)
    {
        _pieces.Add(piece);
        if (!piece.IsAmbiguous || _ambiguous.Contains(piece))
            return;
        var at = _ambiguous.Count;
        while (at > 0 && _ambiguous[at - 1].Rank > piece.Rank)
            at--;
        _ambiguous.Insert(at, piece);
    }

    /// <summary>The readings in the order of how far they stray from the likeliest: one piece in its second reading strays by one.</summary>
    /// <param name="most">How many readings to keep, at most <see cref="Most"/>.</param>
    /// <param name="omitsVowels">Whether the script leaves short vowels out.</param>
    public ImmutableArray<Reading> Expand(int most, bool omitsVowels)
    {
        if (_ambiguous.Count == 0)
            return Concat([]) is { Length: > 0 } only ? [new Reading(only, omitsVowels)] : [];
        _most = most;
        _readings = new List<string>(most);
        Span<int> choice = stackalloc int[_ambiguous.Count];
        choice.Clear();
        var furthest = 0;
        foreach (var piece in _ambiguous)
            furthest += piece.Readings.Length - 1;
        for (var strays = 0; strays <= furthest && _readings.Count < most; strays++)
            Vary(choice, 0, strays);

        var readings = ImmutableArray.CreateBuilder<Reading>(_readings.Count);
        foreach (var reading in _readings)
            readings.Add(new Reading(reading, omitsVowels));
        return readings.DrainToImmutable();
    }

    /// <summary>Tries every choice of readings for the pieces from <paramref name="index"/> on that strays by exactly this much.</summary>
    private void Vary(Span<int> choice, int index, int strays)
    {
        if (_readings!.Count >= _most)
            return;
        if (index == choice.Length)
        {
            if (strays == 0 && Concat(choice) is { Length: > 0 } reading && !_readings.Contains(reading))
                _readings.Add(reading);
            return;
        }
        for (var pick = Math.Min(strays, _ambiguous[index].Readings.Length - 1); pick >= 0; pick--)
        {
            choice[index] = pick;
            Vary(choice, index + 1, strays - pick);
        }
        choice[index] = 0;
    }

    private string Concat(ReadOnlySpan<int> choice)
    {
        var latin = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        foreach (var piece in _pieces)
        {
            var pick = piece.IsAmbiguous ? choice[_ambiguous.IndexOf(piece)] : 0;
            latin.AppendLiteral(piece.Readings[pick]);
        }
        return latin.ToStringAndClear();
    }
}
