using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Training;

/// <summary>Two spellings of one word, and how much the pair counts.</summary>
/// <param name="First">The readings of the first spelling, in lower-case Latin letters; the side whose script has a column of its own.</param>
/// <param name="Second">The second spelling.</param>
/// <param name="Count">How often the pair was met.</param>
/// <param name="IsListed">Whether it spells a name that the starter lists hold for people of countries that write so.</param>
internal sealed record SpellingPair(IReadOnlyList<string> First, string Second, int Count, bool IsListed = false)
{
    private const double Listed = 16;

    /// <summary>What the pair counts: what is met often counts more, but not as often as it is met; and word lists are full of foreign
    /// names, Elizabeth in Arabic letters, so a name of the kind that lists hold counts more.</summary>
    public double Weight => (1 + Math.Log2(Count)) * (IsListed ? Listed : 1);
}

/// <summary>The pairs of spellings that the edit model learns from, each from a source that may be learned from.</summary>
/// <remarks>
/// <para>Latin: the words of two names of one listed person or organization that are spelled alike (edit distance at most half the
/// longer word, each the other's nearest), the same words included. Aliases that are other names altogether have no such words.</para>
/// <para>Arabic and Persian, Cyrillic: word lists under CC0 (NETransliteration-COLING2018), Apache-2.0 (google/transliteration) and
/// MIT (NLP-BackTransliteration-PersianNames). The original scripts of the UN list are left out: they are measured on.</para>
/// </remarks>
internal static class SpellingPairs
{
    private const int LongestWord = 24;

    // The Persian file writes one letter for several; what it cannot tell apart is told by the Latin side.
    private const string PersianCode = "AYVRNLSTKDMBGHPZFJ'QX";
    private const string PersianLetters = "ایورنلستکدمبگهپزفجعقخ";

    /// <summary>Latin spellings from the names of the starter lists.</summary>
    /// <param name="lists">The ids of the lists.</param>
    public static IReadOnlyList<SpellingPair> Latin(IEnumerable<string> lists)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var pair in lists.SelectMany(StarterLists.Entries).SelectMany(e => Met(NamesOf(e))))
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        return [.. Ordered(counts).Select(c => new SpellingPair([c.Key.Item1], c.Key.Item2, c.Value))];
    }

    /// <summary>The names of an entry as words in Latin letters, the names without such words left out.</summary>
    public static List<List<string>> NamesOf(ListEntry entry) =>
        [.. entry.Names.Where(n => n.Kind != NameKind.WeakAlias).Select(n => Words(n.Text, entry.Schema == EntrySchema.Person)).Where(w => w.Count > 0).Take(12)];

    /// <summary>The words of two names of one entry that are spelled alike.</summary>
    public static HashSet<(string First, string Second)> Met(List<List<string>> names)
    {
        var met = new HashSet<(string, string)>();
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count; j++)
                met.UnionWith(Nearest(names[i], names[j]));
        }
        return met;
    }

    // Where names are written in Arabic letters.
    private static readonly HashSet<string> ArabicCountries =
        ["ae", "af", "bh", "dz", "eg", "iq", "ir", "jo", "kw", "lb", "ly", "ma", "om", "pk", "ps", "qa", "sa", "sd", "sy", "tn", "ye"];

    private static readonly Lazy<HashSet<string>> ListedNames = new(() => ((string[])["un", "ofac-sdn"]).SelectMany(StarterLists.Entries)
        .Where(e => e.Schema == EntrySchema.Person && e.Countries.Any(c => c.Code is { } code && ArabicCountries.Contains(code)))
        .SelectMany(NamesOf).SelectMany(n => n).Select(RarityKey.Of).ToHashSet(StringComparer.Ordinal));

    /// <summary>Arabic and Persian words with a Latin spelling.</summary>
    public static IReadOnlyList<SpellingPair> Arabic() =>
    [
        .. FromFile("name-pairs/coling2018-wd_arabic_80.tsv.gz", c => (c[1].Replace(" ", "", StringComparison.Ordinal), c[0]), 1),
        .. FromFile("name-pairs/google-ar2en-train.txt", c => (c[0], c[1]), 1),
        .. FromFile("name-pairs/persian-latin-train.tsv", c => (Persian(c[0], c[1]), c[1]), 2),
    ];

    /// <summary>Cyrillic words with a Latin spelling.</summary>
    public static IReadOnlyList<SpellingPair> Cyrillic() =>
        [.. FromFile("name-pairs/coling2018-wd_russian_80.tsv.gz", c => (c[1].Replace(" ", "", StringComparison.Ordinal), c[0]), 3, isArabic: false)];

    private static IEnumerable<SpellingPair> FromFile(string file, Func<string[], (string Native, string Latin)> pair, int every, bool isArabic = true)
    {
        var path = DataFiles.Shared(file);
        if (!File.Exists(path))
            throw new MeasureException($"{path}: no such file; the full training needs it");
        var counts = new Dictionary<(string, string), int>();
        var number = 0;
        foreach (var (_, line) in DataFiles.Lines(path))
        {
            if (number++ % every != 0 || line.Split('\t') is not { Length: >= 2 } cells)
                continue;
            var (native, latin) = pair(cells);
            if (Transliterator.Read(latin) is [var reading, ..] && reading.Latin.Length is > 1 and < LongestWord)
                counts[(native, reading.Latin)] = counts.GetValueOrDefault((native, reading.Latin)) + 1;
        }
        foreach (var ((native, latin), count) in Ordered(counts))
        {
            var readings = Transliterator.Read(native).Select(r => r.Latin).Where(r => r.Length is > 1 and < LongestWord).Distinct(StringComparer.Ordinal).ToList();
            if (readings.Count > 0)
                yield return new SpellingPair(readings, latin, count, isArabic && ListedNames.Value.Contains(RarityKey.Of(latin)));
        }
    }

    private static string Persian(string code, string latin) => string.Concat(code.Select(c => c switch
    {
        'C' => latin.Contains("sh", StringComparison.Ordinal) ? 'ش' : 'چ',
        _ when PersianCode.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 => PersianLetters[at],
        _ => ' ',
    })).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<(string, string), int>> Ordered(Dictionary<(string, string), int> counts) =>
        counts.OrderBy(c => c.Key.Item1, StringComparer.Ordinal).ThenBy(c => c.Key.Item2, StringComparer.Ordinal);

    private static List<string> Words(string name, bool asPerson) =>
        [.. (asPerson ? NameParser.Person(name) : NameParser.Organization(name)).Parts
            .Where(p => p.Script == Script.Latin && p.Role is not (PartRole.Initial or PartRole.Number or PartRole.LegalForm or PartRole.Particle))
            .Select(p => p.Readings.FirstOrDefault().Latin).Where(w => w?.Length is > 2 and < LongestWord).Select(w => w!).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string, string)> Nearest(List<string> a, List<string> b)
    {
        foreach (var x in a)
        {
            var y = b.MinBy(w => Distance(x, w))!;
            if (Distance(x, y) * 2 <= Math.Max(x.Length, y.Length) && a.MinBy(w => Distance(w, y)) == x)
                yield return string.CompareOrdinal(x, y) <= 0 ? (x, y) : (y, x);
        }
    }

    /// <summary>How many letters must be changed, added or left out.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
