using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>Pairs of names of people that look like two names and are spellings of one, because the lists print both for one person.</summary>
/// <remarks>
/// Letters do not tell that Mohamed is Muhammad and Jamal is not Jamil. A table of the scoring model does, made by <c>accuracy/</c>
/// (train-edits) from the aliases of the lists.
/// </remarks>
internal sealed class AttestedSpellings
{
    private readonly HashSet<long> _pairs = [];

    /// <summary>Reads the table.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="names">Numbers the names.</param>
    public AttestedSpellings(string path, Rarity names)
    {
        foreach (var row in TableFile.Rows(path, 2))
        {
            int a = names.NumberOf(row[0]), b = names.NumberOf(row[1]);
            if (a > 0 && b > 0)
                _pairs.Add(KeyOf(a, b));
        }
    }

    /// <summary>Whether two numbered names are one.</summary>
    public bool AreOneName(int a, int b) => a > 0 && b > 0 && (a == b || _pairs.Contains(KeyOf(a, b)));

    private static long KeyOf(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
