using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Tables;

namespace Marsad.Accuracy.Training;

/// <summary>Finds the names that the lists print as spellings of one name, though their <see cref="RarityKey"/> is not the same.</summary>
/// <remarks>
/// A pair counts for each person whose names hold both. It is attested by two people at least, by four where consonants differ (Muhanad
/// is misprinted for Muhammad), and by every second one of those who have several names and bear the rarer of the two: Jamal and Jamil
/// are sometimes printed for one man, and mostly for two. Names that nobody counted need no such pair.
/// </remarks>
internal static class AttestedSpellingsTable
{
    private const int LeastEntries = 2;
    private const int LeastEntriesOfOtherConsonants = 4;
    private const double LeastShare = 0.5;

    /// <summary>The table.</summary>
    /// <param name="entries">The entries whose names are looked at.</param>
    public static string Of(IEnumerable<ListEntry> entries)
    {
        var pairs = new Dictionary<(string, string), int>();
        var bearers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var names in entries.Where(e => e.Schema == EntrySchema.Person).Select(SpellingPairs.NamesOf).Where(n => n.Count > 1))
        {
            foreach (var key in names.SelectMany(n => n).Select(RarityKey.Of).Distinct())
                bearers[key] = bearers.GetValueOrDefault(key) + 1;
            foreach (var pair in SpellingPairs.Met(names).Where(AreAlike).Select(KeysOf).Distinct())
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }
        var known = TableFile.Rows("models/V1/rarity-person.tsv", 2).Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder(Header);
        foreach (var ((a, b), count) in pairs.OrderBy(p => p.Key.Item1, StringComparer.Ordinal).ThenBy(p => p.Key.Item2, StringComparer.Ordinal))
        {
            if (a != b && count >= (RarityKey.SkeletonOf(a) == RarityKey.SkeletonOf(b) ? LeastEntries : LeastEntriesOfOtherConsonants)
                && count >= LeastShare * Math.Min(bearers[a], bearers[b]) && known.Contains(a) && known.Contains(b))
                text.Append(a).Append('\t').Append(b).Append('\n');
        }
        return text.ToString();
    }

    private static bool AreAlike((string First, string Second) pair) =>
        SpellingPairs.Distance(pair.First, pair.Second) * 3 <= Math.Max(pair.First.Length, pair.Second.Length) + 1;

    private static (string, string) KeysOf((string First, string Second) pair)
    {
        string a = RarityKey.Of(pair.First), b = RarityKey.Of(pair.Second);
        return string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
    }

    private const string Header = """
        # Pairs of names of people that look like two names and are spellings of one: the lists print both for one person.
        # Made by accuracy/ (train-edits) from the aliases of the starter lists (UN 2026-02-27, OFAC SDN 2024-05-03); not edited by hand.
        # License: Apache-2.0, as the project. Columns: two keys (RarityKey, which counts most spellings of a name as one already).
        # Reader: src/Engine/Matching/AttestedSpellings.cs

        """;
}
