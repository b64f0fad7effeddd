namespace Marsad.Engine.Matching.Candidates;

/// <summary>What a word of a subject's name brings to the names that hold some term: the bits of the pair, less what the listed word costs alone.</summary>
/// <param name="Terms">The terms, in ascending order.</param>
/// <param name="Values">What each brings.</param>
/// <param name="Most">The most that one of them brings.</param>
/// <param name="MostBits">The most bits of a pair.</param>
/// <param name="Postings">How many names hold the terms, each as often as it holds one.</param>
internal sealed record CreditList(int[] Terms, float[] Values, float Most, float MostBits, long Postings)
{
    public static CreditList None { get; } = new([], [], 0, 0, 0);

    /// <summary>Sorts what was found, a term once.</summary>
    /// <param name="found">Terms with what they bring and the bits of the pair.</param>
    /// <param name="postings">How many names hold a term.</param>
    public static CreditList Of(List<(int Term, float Value, float Bits)> found, Func<int, int> postings)
    {
        if (found.Count == 0)
            return None;
        found.Sort((a, b) => a.Term != b.Term ? a.Term - b.Term : b.Value.CompareTo(a.Value));
        var once = found.Where((f, i) => i == 0 || f.Term != found[i - 1].Term).ToArray();
        return new CreditList(
            [.. once.Select(f => f.Term)], [.. once.Select(f => f.Value)], once.Max(f => f.Value), once.Max(f => f.Bits), once.Sum(f => (long)postings(f.Term)));
    }

    /// <summary>What a term brings; null when it is none of these.</summary>
    public float? ValueOf(int term) => Array.BinarySearch(Terms, term) is >= 0 and var place ? Values[place] : null;
}

/// <summary>What a word in a role brings to words, and to words that are made of two.</summary>
internal sealed record Credits(NameWord Word, CreditList Plain, CreditList Joined);

/// <summary>A part of a subject's name as the bounds of one screening take it.</summary>
/// <param name="List">What it brings.</param>
/// <param name="Alone">What the subject's name gains where it is met: what its words cost alone, as a positive number.</param>
/// <param name="Bit">Which word it is.</param>
internal readonly record struct AskedPart(CreditList List, float Alone, int Bit)
{
    /// <summary>The most a name can gain by it, the cost of the listed word alone left aside.</summary>
    public double MostGain => List.Terms.Length == 0 ? 0 : Math.Max(List.MostBits + Alone, 0);

    /// <summary>The most it adds to the bound of a name.</summary>
    public double Most => List.Terms.Length == 0 ? 0 : Math.Max(List.Most + Alone, 0);
}
