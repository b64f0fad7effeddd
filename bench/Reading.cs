using System.Text;
using BenchmarkDotNet.Attributes;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Articles;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Reading articles against the measured lists: the scanner alone, and ten kilobytes of each language end to end.</summary>
/// <remarks>
/// The texts are our own sentences about listed and invented parties, repeated with other numbers; a text of real news has fewer listed
/// names, so these are the slow case.
/// </remarks>
public class Reading
{
    private const int Kilobyte = 1_000;

    private static readonly string[] Sentences =
    [
        "Officials in Nairobi said on 3 May 2024 that gunmen of Al-Shabaab killed {0} people and wounded at least {1} near the border. ",
        "\"Nobody saw them come,\" said Norma Vasquero, a retired teacher who told the Prairie Post that the road was closed. ",
        "وقال المتحدث باسم وزارة الدفاع سامي الكناني إن تنظيم داعش قتل {0} شخصاً وأصاب {1} في 3 مايو 2024 قرب الحدود. ",
        "ونقلت وكالة رويترز عن مصدر أمني قوله إن سراج الدين حقاني «قد يزور» المدينة خلال الشهر المقبل، بحسب وزارة الداخلية. ",
        "По словам историка Петра Заславина, отряды Рустама Асельдерова взорвали мост 3 мая 2024 года: погибли {0} человек, ранены более {1}. ",
        "«Мы не зависим от одного банка», — пояснил директор завода Виктор Моховин, уточнив, что выручка выросла на {0} % до {1} млн рублей. ",
    ];

    private ArticleReader _reader = null!;
    private string _megabyte = "";
    private string _english = "";
    private string _arabic = "";
    private string _russian = "";

    [GlobalSetup]
    public void Load()
    {
        var entries = MeasuredLists.Read().Entries;
        _reader = ArticleReader.Prepare(Watchlist.Prepare(entries, ScoringModel.V1), entries);
        (_english, _arabic, _russian) = (Text(0, 2, 10 * Kilobyte), Text(2, 4, 10 * Kilobyte), Text(4, 6, 10 * Kilobyte));
        _megabyte = Text(0, 6, 1_000 * Kilobyte);
        Throughput.State(nameof(Scan), Encoding.UTF8.GetByteCount(_megabyte) / 1e6, "MB/s");
        Throughput.State(nameof(English), 1, "articles of 10 KB/s");
        Throughput.State(nameof(Arabic), 1, "articles of 10 KB/s");
        Throughput.State(nameof(Russian), 1, "articles of 10 KB/s");
    }

    /// <summary>Tokens and candidates of a megabyte; judging them is not part of it.</summary>
    [Benchmark]
    public int Scan() => _reader.Scan(_megabyte);

    [Benchmark]
    public int English() => _reader.Read(_english).Mentions.Length;

    [Benchmark]
    public int Arabic() => _reader.Read(_arabic).Mentions.Length;

    [Benchmark]
    public int Russian() => _reader.Read(_russian).Mentions.Length;

    private static string Text(int first, int end, int bytes)
    {
        var text = new StringBuilder();
        for (var (i, length) = (0, 0); length < bytes; i++)
        {
            var sentence = string.Format(System.Globalization.CultureInfo.InvariantCulture, Sentences[first + (i % (end - first))], (i * 7 % 90) + 2, (i * 13 % 400) + 5);
            text.Append(sentence).Append(i % 4 == 3 ? "\n" : "");
            length += Encoding.UTF8.GetByteCount(sentence);
        }
        return text.ToString();
    }
}
