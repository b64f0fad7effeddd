using BenchmarkDotNet.Attributes;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Names that somebody could send to keep a screening busy: each must end in bounded time, whatever its length.</summary>
public class WorstCases
{
    private const int Long = 10_000;

    private static readonly ScreeningOptions Options = new() { Threshold = 0.3 };

    private Watchlist _list = null!;
    private Subject _commonWords = null!, _arabicWords = null!, _longText = null!, _manyNames = null!;

    [GlobalSetup]
    public void Load()
    {
        _list = Watchlist.Prepare(MeasuredLists.Read().Entries, ScoringModel.V1);
        // Every word is on the list hundreds of times, and near hundreds of others.
        string[] common = ["Muhammad", "Ahmad", "Ali", "Hassan", "Hussein", "Abdullah", "Ibrahim", "Omar", "Khalid", "Mahmoud", "Yusuf", "Hamid"];
        string[] arabic = ["محمد", "احمد", "علي", "حسن", "حسين", "عبد الله", "ابراهيم", "عمر", "خالد", "محمود", "يوسف", "حامد"];
        _commonWords = Named(string.Join(' ', common.Concat(common)));
        _arabicWords = Named(string.Join(' ', arabic.Concat(arabic)));
        _longText = Named(string.Concat(Enumerable.Repeat("Abdulrahmanmuhammad", Long / 19)));
        _manyNames = Named([.. Enumerable.Range(0, 50).Select(i => string.Join(' ', common.Skip(i % 6).Append("Na" + (char)('a' + i % 26) + "ir")))]);
        foreach (var name in (string[])[nameof(TwentyFourCommonWords), nameof(TwentyFourArabicWords), nameof(TenThousandLetters), nameof(FiftyNames)])
            Throughput.State(name, 1, "screens/s");
    }

    [Benchmark]
    public int TwentyFourCommonWords() => _list.Screen(_commonWords, Options).Count;

    [Benchmark]
    public int TwentyFourArabicWords() => _list.Screen(_arabicWords, Options).Count;

    [Benchmark]
    public int TenThousandLetters() => _list.Screen(_longText, Options).Count;

    [Benchmark]
    public int FiftyNames() => _list.Screen(_manyNames, Options).Count;

    private static Subject Named(params string[] names) =>
        new() { Schema = EntrySchema.Person, Names = [.. names.Select(n => new ListName(n, NameKind.Primary, "name"))] };
}
