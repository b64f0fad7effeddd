using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Matching;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Tests.Matching.Index;

public class WatchlistIndexTests
{
    private static readonly string[] Lists = ["cases@1 a", "mixed@1 b"];
    private static readonly byte[] Written = Write(CaseWatchlist.Entries);
    private static readonly Watchlist Prepared = Watchlist.Prepare(CaseWatchlist.Entries, ScoringModel.V1);
    private static readonly Watchlist Opened = Open(Written);

    [Fact]
    public void An_index_that_is_opened_finds_what_the_prepared_list_finds() => CaseWatchlist.Subjects.Sample(
        subject =>
        {
            foreach (var threshold in (double[])[0, 0.3, 0.5])
                Assert.Equal(Print(Prepared.Screen(subject, Asking(threshold))), Print(Opened.Screen(subject, Asking(threshold))));
        },
        iter: 30, threads: 1);

    [Fact]
    public void Entries_come_back_from_an_index_as_they_were_and_are_found_by_their_ids()
    {
        Assert.Equal(CaseWatchlist.Entries.Length, Opened.Count);
        foreach (var entry in CaseWatchlist.Entries)
            Assert.Equal(NkWriter.Hash(entry), NkWriter.Hash(Opened.Find(entry.Id)!));
        Assert.Null(Opened.Find("cases:none"));
        Assert.Null(Opened.Find(""));
    }

    [Fact]
    public void The_same_entries_make_the_same_bytes() => Assert.Equal(Written, Write(CaseWatchlist.Entries));

    [Fact]
    public void An_index_without_entries_finds_nothing()
    {
        var empty = Open(Write([]));
        Assert.Equal(0, empty.Count);
        Assert.Empty(empty.Screen(new Subject { Names = [new ListName("Qasem Soleimani", NameKind.Primary, "name")] }, Asking(0)));
    }

    [Fact]
    public void Each_changed_byte_makes_an_index_unusable() => Gen.Select(Gen.Int[0, Written.Length - 1], Gen.Byte[1, 255]).Sample(
        (at, by) =>
        {
            var changed = Written.ToArray();
            changed[at] ^= by;
            // What lies between the sections is not read.
            if (IsPadding(at))
                return;
            Assert.Throws<InvalidDataException>(() => Open(changed));
        },
        iter: 400, threads: 1);

    [Fact]
    public void An_index_that_is_cut_anywhere_or_goes_on_is_unusable()
    {
        for (var length = 0; length < Written.Length; length += length < 3000 ? 1 : 9973)
            Assert.Throws<InvalidDataException>(() => Open(Written[..length]));
        Assert.Throws<InvalidDataException>(() => Open([.. Written, 0]));
    }

    /// <summary>A large index is opened without being read whole: then damage may show only when it is met, as an error.</summary>
    [Fact]
    public void Damage_that_nobody_looked_for_ends_in_an_answer_or_an_error_and_never_hangs() => Gen.Select(Gen.Int[0, Written.Length - 1].Array[40], CaseWatchlist.Subjects).Sample(
        (places, subject) =>
        {
            var changed = Written.ToArray();
            foreach (var place in places)
                changed[place] ^= 0xA5;
            try
            {
                Watchlist.Open(IndexBytes.Of(changed), ScoringModel.V1, Lists, verify: false).Screen(subject, Asking(0.5));
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or InvalidOperationException)
            {
                Assert.NotEmpty(error.Message);
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void An_index_of_other_versions_of_the_lists_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Watchlist.Open(IndexBytes.Of(Written), ScoringModel.V1, ["cases@2 a", "mixed@1 b"]));

    private static bool IsPadding(int at)
    {
        var sections = new IndexSections(IndexBytes.Of(Written));
        return !sections.Covers(at);
    }

    private static Watchlist Open(byte[] bytes) => Watchlist.Open(IndexBytes.Of(bytes), ScoringModel.V1, Lists);

    private static byte[] Write(IEnumerable<ListEntry> entries)
    {
        using var output = new MemoryStream();
        Watchlist.Write(entries, ScoringModel.V1, Lists, output);
        return output.ToArray();
    }

    private static ScreeningOptions Asking(double threshold) => new() { Threshold = threshold, Limit = int.MaxValue };

    private static string Print(IEnumerable<Hit> hits) => string.Join('\n', hits.Select(h =>
        $"{h.Entry.Id} {h.Comparison.WeightBits:R} {h.Comparison.Probability:R} {h.Comparison.NameSimilarity:R} {h.Comparison.OfacScore} {h.Comparison.Band} {h.Comparison.MatchedName} {h.Group} {string.Join(',', h.EntryQuality)}"));
}
