using System.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Transliteration;

/// <summary>The publishers' own pairs of one name in two scripts: how many readings come close enough for the edit model.</summary>
/// <remarks>Close here means: consonants of one kind taken as one, vowels not counted, at most one letter of difference in a word.</remarks>
public sealed class RealNamesTests
{
    [Fact]
    public void Nearly_every_UN_person_reads_close_to_the_Latin_name_beside_the_original()
    {
        var close = 0;
        var all = 0;
        foreach (var row in Rows("match-pairs/un-2026-02-original-script-pairs.tsv.gz").Skip(1).Where(row => row[1] == "individual" && row[2] == "arab"))
        {
            var words = row[4].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            var read = string.Concat(words.SelectMany(word => Transliterator.Read(word).Take(1)).Select(reading => reading.Latin));
            close += Distance(Skeleton(read), Skeleton(Letters.Fold(row[3]))) <= words.Length / 2 ? 1 : 0;
            all++;
        }
        Assert.True(close >= 0.95 * all, $"{close} of {all}");
    }

    [Theory]
    [InlineData("name-pairs/coling2018-wd_arabic_80.tsv.gz", 0.93)]
    [InlineData("name-pairs/coling2018-wd_russian_80.tsv.gz", 0.93)]
    public void Most_pairs_of_Wikidata_have_a_reading_close_to_the_Latin_word(string file, double share)
    {
        var close = 0;
        var all = 0;
        foreach (var row in Rows(file).Where((_, line) => line % 20 == 0))
        {
            var latin = Skeleton(Letters.Fold(row[0]));
            var readings = Transliterator.Read(row[1].Replace(" ", "", StringComparison.Ordinal));
            close += readings.Any(reading => Distance(Skeleton(reading.Latin), latin) <= 1) ? 1 : 0;
            all++;
        }
        Assert.True(close >= share * all, $"{close} of {all}");
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using var reader = new StreamReader(SharedData.Open(file));
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }

    private static string Skeleton(string latin)
    {
        var text = new StringBuilder(latin).Replace("sch", "s").Replace("kh", "h").Replace("gh", "g").Replace("ch", "s").Replace("sh", "s")
            .Replace("th", "t").Replace("dh", "d").Replace("zh", "j").Replace("dj", "j").Replace("ph", "f").Replace("x", "ks").ToString();
        var skeleton = new StringBuilder();
        foreach (var letter in text)
        {
            var kind = letter switch { 'c' or 'q' or 'g' => 'k', 'z' => 's', 'v' => 'f', 'p' => 'b', 'd' => 't', _ => letter };
            if (char.IsAsciiLetter(kind) && !"aeiouyw".Contains(kind) && (skeleton.Length == 0 || skeleton[^1] != kind))
                skeleton.Append(kind);
        }
        return skeleton.ToString();
    }

    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }
        return above[b.Length];
    }
}
