namespace Marsad.Engine.Matching;

/// <summary>What reading one spelling as another costs at least, by the letters that the other does not have: a quick no for most words.</summary>
/// <remarks>
/// Every letter of a spelling is read as some letter or grapheme of the other, or left over, and pays at least its share of that. So
/// for each letter it is known which letters the other must hold for the share to be small; where it holds none of them, the letter
/// adds what it would pay. A property test holds the bound against <see cref="EditModel.Cost"/>.
/// </remarks>
internal sealed class EditBound
{
    /// <summary>Numbers of letters and digits end here: 0 is none, 1–26 a–z, 27–36 0–9.</summary>
    private const int Letters = 37;

    private const ulong Any = ulong.MaxValue;

    // The shares that are told apart, in bits.
    private static readonly float[] Levels = [4.4f, 3, 1.5f];

    // By level and letter: the letters of the other spelling in whose presence the share may be less.
    private readonly ulong[] _cheap = new ulong[Levels.Length * Letters];

    /// <summary>Derives the bound from the costs of one kind of spelling against another.</summary>
    /// <param name="costs">The costs of each grapheme a for each grapheme b: [a, b]; 0 is nothing.</param>
    /// <param name="lettersOf">The letters each grapheme is written with, by their numbers; empty for nothing.</param>
    public EditBound(ReadOnlySpan<float> costs, byte[][] lettersOf)
    {
        for (var level = 0; level < Levels.Length; level++)
        {
            var cheap = _cheap.AsSpan(level * Letters, Letters);
            cheap[0] = Any;
            for (var a = 1; a < lettersOf.Length; a++)
            {
                // A single letter left over has its price in the step; of several letters each pays its share.
                for (var b = lettersOf[a].Length == 1 ? 1 : 0; b < lettersOf.Length; b++)
                {
                    if (costs[a * lettersOf.Length + b] / lettersOf[a].Length >= Levels[level])
                        continue;
                    foreach (var letter in lettersOf[a])
                        cheap[letter] |= b == 0 ? Any : Sign(lettersOf[b]);
                }
            }
        }
    }

    /// <summary>The letters of a spelling, one bit each.</summary>
    public static ulong LettersOf(ReadOnlySpan<Step> steps)
    {
        ulong letters = 0;
        foreach (var step in steps)
            letters |= 1UL << step.Letter;
        return letters;
    }

    /// <summary>How many shares are told apart.</summary>
    public static int LevelCount => Levels.Length;

    /// <summary>What a letter pays at least where none of <see cref="Cheap"/> is there; the levels fall.</summary>
    public static float LevelOf(int level, float leftOver) => Math.Min(Levels[level], leftOver);

    /// <summary>The letters of the other spelling in whose presence a letter may pay less than a level.</summary>
    public ulong Cheap(int level, byte letter) => _cheap[level * Letters + letter];

    /// <summary>What a letter pays at least beside a spelling.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="leftOver">Its price left over.</param>
    /// <param name="others">The letters of the other spelling.</param>
    public float Of(byte letter, float leftOver, ulong others)
    {
        for (var level = 0; level < Levels.Length; level++)
        {
            if ((_cheap[level * Letters + letter] & others) == 0)
                return Math.Min(Levels[level], leftOver);
        }
        return 0;
    }

    // One letter that tells whether a grapheme may be there: its first consonant, for every word has vowels.
    private static ulong Sign(ReadOnlySpan<byte> letters)
    {
        foreach (var letter in letters)
        {
            if (letter is not (1 or 5 or 9 or 15 or 21))
                return 1UL << letter;
        }
        return 1UL << letters[0];
    }
}
