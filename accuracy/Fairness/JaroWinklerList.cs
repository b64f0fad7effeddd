using System.Runtime.Intrinsics;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Fairness;

/// <summary>Plain Jaro-Winkler over the listed people: what most screening programs do, and what ours is held against.</summary>
/// <remarks>
/// Names in small letters without accents, their words in order of the alphabet, so that SOLEIMANI, Qasem meets Qasem Soleimani.
/// The similarity of a query is that of the listed name most like it, weak aliases left out.
/// </remarks>
internal sealed class JaroWinklerList
{
    /// <summary>What is less alike than this nobody alerts on; it is not told apart.</summary>
    private const double LeastAlike = 0.75;

    private readonly record struct ListedName(string Text, Vector256<byte> Letters);

    private readonly ListedName[] _names;
    private readonly ILookup<string, string> _byEntry;

    public JaroWinklerList(IEnumerable<ListEntry> entries)
    {
        var people = entries.Where(e => Schemas.Meet(EntrySchema.Person, e.Schema))
            .SelectMany(e => e.Names.Where(n => n.Kind != NameKind.WeakAlias).Select(n => (e.Id, Text: Key(n.Text)))).Where(n => n.Text.Length > 0).ToList();
        _byEntry = people.ToLookup(n => n.Id, n => n.Text, StringComparer.Ordinal);
        _names = [.. people.Select(n => n.Text).Distinct(StringComparer.Ordinal).Select(t => new ListedName(t, Count(t)))];
    }

    /// <summary>How alike the listed name is that is most like a name, 0 to 1; 0 when none is alike at all.</summary>
    public double Highest(string name)
    {
        var asked = Key(name);
        var letters = Count(asked);
        var best = LeastAlike;
        foreach (var listed in _names)
        {
            if (MostLike(asked, letters, listed) > best)
                best = Math.Max(best, JaroWinkler.Similarity(asked, listed.Text));
        }
        return best > LeastAlike ? best : 0;
    }

    /// <summary>How alike a name is to the names of some entries; 0 for entries that are no people.</summary>
    public double Against(string name, IEnumerable<string> entries)
    {
        var asked = Key(name);
        return entries.SelectMany(e => _byEntry[e]).Select(listed => JaroWinkler.Similarity(asked, listed)).DefaultIfEmpty().Max();
    }

    // The letters two names share, in whatever place, bound how alike they can be.
    private static double MostLike(string asked, Vector256<byte> letters, ListedName listed)
    {
        double shared = Vector256.Sum(Vector256.Min(letters, listed.Letters));
        if (shared == 0)
            return 0;
        var jaro = (shared / asked.Length + shared / listed.Text.Length + 1) / 3;
        return jaro + 0.4 * (1 - jaro);
    }

    private static Vector256<byte> Count(string text)
    {
        Span<byte> counts = stackalloc byte[Vector256<byte>.Count];
        counts.Clear();
        // The sum over all bins must not overflow; no listed name is near this long.
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, byte.MaxValue)))
            counts[c % counts.Length]++;
        return Vector256.Create<byte>(counts);
    }

    private static string Key(string name)
    {
        var letters = Letters.Fold(name).Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        return string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
