using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>The score OFAC's public Sanctions List Search would give a typed name against a listed one.</summary>
/// <remarks>
/// <para><b>Meaning.</b> For those whose procedures are written for that score; it is shown beside ours and never enters it. OFAC
/// publishes the method only in outline, so this is a close imitation: <c>docs/ofac-parity.md</c> says how close and where not.</para>
/// <para><b>Scale.</b> 0 to 100; 100 means that every part that was asked for is there, in any order. Names only: no date, country
/// or number counts. Not symmetric: what is listed and was not asked for costs nothing, what was asked for and is not listed does.</para>
/// <para><b>Rule.</b> The higher of two techniques:</para>
/// <para>1. Jaro-Winkler of the whole names, up to five common first letters counting; where the word asked last is the word listed
/// first, a family name, also with that word in front.</para>
/// <para>2. The mean, over the parts asked for, of the listed part most like each, by nine tenths Jaro-Winkler and one tenth likeness
/// of the Soundex codes. Parts are compared only if they begin with the same letter and an edit distance of at most half the shorter
/// one lies between them; a part without a partner counts 0. Parts of one or two letters are not asked for beside longer ones.</para>
/// <para><b>Several names.</b> The best pair counts, weak aliases like any other name.</para>
/// <para><b>Missing.</b> No name on either side gives 0. The search knows no script but Latin: a name without a Latin letter or a digit
/// is passed over, not transliterated. Accents do not count.</para>
/// <para><b>Example.</b> VLADIMIR PUTIN and PUTIN, Vladimir Vladimirovich: 100. محمد علي and MOHAMMED ALI: 0.</para>
/// <para><b>Source.</b> OFAC FAQ 246, 247, 249 and 251.</para>
/// <para>Pure and thread-safe.</para>
/// </remarks>
internal static class OfacParity
{
    /// <summary>Names that begin alike gain on the search as if up to five letters counted, where the literature has four.</summary>
    private const int LongestPrefix = 5;

    private const double SoundexShare = 0.1;

    /// <summary>Beside a longer part, the search passes over parts this short: KIM JONG UN meets KIM, Jong Man fully.</summary>
    private const int ShortPart = 2;

    /// <summary>The score of the best pair of names.</summary>
    /// <param name="query">The names asked for.</param>
    /// <param name="listed">The names of an entry.</param>
    /// <returns>0 to 100.</returns>
    public static int Score(ImmutableArray<ListName> query, ImmutableArray<ListName> listed)
    {
        if (query.IsDefaultOrEmpty || listed.IsDefaultOrEmpty)
            return 0;
        var asked = new List<OfacName>(query.Length);
        foreach (var name in query)
        {
            if (OfacName.From(name.Text) is { } read)
                asked.Add(read);
        }
        var best = 0.0;
        foreach (var name in listed)
        {
            if (asked.Count == 0 || best >= 1)
                break;
            if (OfacName.From(name.Text) is not { } read)
                continue;
            foreach (var one in asked)
                best = Math.Max(best, Similarity(one, read, best));
        }
        // Only what is all there has 100 (FAQ 247); the best of the rest has 99.
        return best >= 1 ? 100 : Math.Min((int)Math.Floor(best * 100 + 0.5), 99);
    }

    /// <summary>The higher of the two techniques, 0 to 1; the first is left out where it cannot exceed what was reached.</summary>
    private static double Similarity(OfacName asked, OfacName listed, double reached)
    {
        var parts = ByParts(asked, listed);
        reached = Math.Max(reached, parts);
        var whole = OfWholes(asked.Whole, listed.Whole, reached);
        if (asked.Count > 1 && asked[asked.Count - 1].SequenceEqual(listed[0]))
            whole = Math.Max(whole, OfWholes(asked.FamilyFirst, listed.Whole, Math.Max(reached, whole)));
        return Math.Max(parts, whole);
    }

    private static double OfWholes(string asked, string listed, double reached) =>
        JaroWinkler.Bound(asked, listed, LongestPrefix) <= reached ? 0 : JaroWinkler.Similarity(asked, listed, LongestPrefix);

    private static double ByParts(OfacName asked, OfacName listed)
    {
        var shortest = 0;
        for (var i = 0; i < asked.Count; i++)
        {
            if (asked[i].Length > ShortPart)
                shortest = ShortPart + 1;
        }
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < asked.Count; i++)
        {
            if (asked[i].Length < shortest)
                continue;
            count++;
            var best = 0.0;
            for (var j = 0; j < listed.Count && best < 1; j++)
                best = Math.Max(best, OfParts(asked, i, listed, j));
            sum += best;
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double OfParts(OfacName asked, int i, OfacName listed, int j)
    {
        var a = asked[i];
        var b = listed[j];
        if (a[0] != b[0])
            return 0;
        if (a.SequenceEqual(b))
            return 1;
        if (!IsNear(a, b))
            return 0;
        return (1 - SoundexShare) * JaroWinkler.Similarity(a, b) + SoundexShare * JaroWinkler.Jaro(asked.CodeOf(i), listed.CodeOf(j));
    }

    /// <summary>Whether inserting, deleting and exchanging letters turns one part into the other in at most half as many steps as the shorter has letters.</summary>
    private static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var most = Math.Min(a.Length, b.Length) / 2;
        if (Math.Abs(a.Length - b.Length) > most)
            return false;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            var least = row[0];
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = Math.Min(Math.Min(above, row[j]) + 1, diagonal + (a[i] == b[j] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j + 1]);
            }
            if (least > most)
                return false;
        }
        return row[^1] <= most;
    }
}
