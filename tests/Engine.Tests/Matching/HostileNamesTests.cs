using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>Names that are none, and names that are badly written on purpose.</summary>
public class HostileNamesTests
{
    private static readonly Watchlist Listed = Watchlist.Prepare(
        [
            .. CaseWatchlist.Entries,
            Entry("x:1", EntrySchema.Person, "Qasem Soleimani"), Entry("x:2", EntrySchema.Organization, "Nordlicht Hafen GmbH"),
            Entry("x:3", EntrySchema.Person, "Sheikh Omar al-Masri"), Entry("x:4", EntrySchema.Organization, "ООО Северный Причал"),
            Entry("x:5", EntrySchema.Person, ""), Entry("x:6", EntrySchema.Organization, "???"), Entry("x:7", EntrySchema.Vessel, "\u200F\u202E"),
        ],
        ScoringModel.V1);

    /// <summary>What a disguise may cost, in bits.</summary>
    private const double Little = 3;

    public static TheoryData<string> Nothing =>
    [
        "", " ", "\t\r\n", "-", "???", "...", "'", "()", "\u0000\u0001\u001F", "\u200B\u200C\u200D\u2060\uFEFF", "\u202E\u202D\u200F\u061C",
        "😀", "👨‍👩‍👧‍👦", "\uD83D", "\uDE00\uD83D", "\uFFFF\uFFFE", "\u0301\u0302", "ـــــ", "ًٌٍ", "、。",
    ];

    /// <summary>Words that stand in many names and name nobody.</summary>
    public static TheoryData<string> NamingNobody =>
    [
        "al", "&", "bin", "al bin", "von der", "de la", "ibn al", "بن", "ال", "оглы", "the", "of the", "al-", "bin bin bin", "ван дер",
        "Mr", "Mr.", "Dr. Mr.", "Sheikh", "Mullah", "Haji", "General", "Sheikh Mullah", "شيخ", "Mrs Dr Prof",
        "LLC", "GmbH", "Ltd", "GmbH & Co. KG", "Co., Ltd.", "S.A.", "ООО", "ЗАО", "ذ.م.م", "A.Ş.", "Limited Liability Company", "Public Joint Stock Company",
        "Company", "Bank", "Trading", "1", "12", "123", "٣", "M/V", "MV",
    ];

    [Theory]
    [MemberData(nameof(Nothing))]
    public void A_name_that_is_none_matches_nothing_and_weighs_nothing(string name)
    {
        Assert.Empty(Listed.Screen(Ask(name), new ScreeningOptions()));
        foreach (var schema in (EntrySchema[])[EntrySchema.Person, EntrySchema.Organization, EntrySchema.Vessel])
        {
            var comparison = Scoring.Names(name, "Qasem Soleimani", schema);
            Assert.True(comparison.WeightBits <= 0 && comparison.Evidence[0].Verdict == Verdict.Missing, comparison.Evidence[0].ToString());
            Assert.True(Scoring.Names("Qasem Soleimani", name, schema).WeightBits <= 0);
            Assert.True(Scoring.Names(name, name, schema).WeightBits <= 0);
        }
    }

    [Theory]
    [MemberData(nameof(NamingNobody))]
    public void Particles_titles_legal_forms_and_counts_alone_match_nothing(string name) =>
        Assert.Equal([], Listed.Screen(Ask(name), new ScreeningOptions()).Select(h => $"{h.Entry.Id} {h.Comparison.MatchedName} {h.Comparison.WeightBits}"));

    [Fact]
    public void A_subject_without_names_and_numbers_matches_nothing() => Assert.Empty(Listed.Screen(new Subject(), new ScreeningOptions()));

    [Theory]
    [InlineData("Qasem Soleimani", "Q\u0430sem Soleim\u0430ni")]
    [InlineData("Qasem Soleimani", "Q\u0430s\u0435m S\u043Eleim\u0430ni")]
    [InlineData("Qasem Soleimani", "QASEM S\u039FLEIM\u0391NI")]
    [InlineData("Victor Bout", "Vi\u0441t\u043Er B\u043Eut")]
    [InlineData("Касем Сулеймани", "Кaсeм Сулeймaни")]
    public void A_name_with_letters_of_another_alphabet_that_look_alike_matches_its_twin(string name, string disguised)
    {
        var undisguised = Scoring.Names(name, name).WeightBits;
        Assert.InRange(Scoring.Names(disguised, name).WeightBits, undisguised - Little, undisguised);
        Assert.InRange(Scoring.Names(name, disguised).WeightBits, undisguised - Little, undisguised);
    }

    [Theory]
    [InlineData("Qa\u200Bsem\u200D Solei\u00ADmani")]
    [InlineData("\u202EQasem Soleimani\u202C")]
    [InlineData("Qasem\u00A0\u2003Soleimani\u0000")]
    [InlineData("Qasem 😀 Soleimani")]
    [InlineData("Qasem \uD83D Soleimani\uDE00")]
    [InlineData("Ｑａｓｅｍ Ｓｏｌｅｉｍａｎｉ")]
    [InlineData("  qasem,,  SOLEIMANI.. ")]
    [InlineData("Qásêm Şoleimāñi")]
    [InlineData("Qa\u0301se\u0302m Solei\u0304mani")]
    public void Characters_that_are_no_letters_hide_nobody(string disguised)
    {
        var undisguised = Scoring.Names("Qasem Soleimani", "Qasem Soleimani").WeightBits;
        Assert.InRange(Scoring.Names(disguised, "Qasem Soleimani").WeightBits, undisguised - Little, undisguised);
        Assert.Contains(Listed.Screen(Ask(disguised), new ScreeningOptions()), h => h.Entry.Id == "x:1");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Qasem ")]
    [InlineData("al-")]
    [InlineData("Ab")]
    [InlineData("(")]
    [InlineData("م ")]
    [InlineData("王")]
    [InlineData("12 ")]
    [InlineData("x'")]
    [InlineData("Qasem-Soleimani, ")]
    [InlineData("A.")]
    [InlineData("김 정 은 ")]
    public void A_name_of_any_length_is_compared_without_failing(string piece)
    {
        var name = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length + 1));
        Assert.InRange(Listed.Screen(Ask(name), new ScreeningOptions { Explain = true }).Count, 0, 10);
        Assert.InRange(Scoring.Names(name, name).Probability, double.Epsilon, 1 - 1e-16);
        Assert.InRange(Scoring.Names(name, name, EntrySchema.Organization).Probability, double.Epsilon, 1 - 1e-16);
    }

    [Fact]
    public void Many_names_of_many_words_are_screened_without_failing()
    {
        var names = Enumerable.Range(0, 50).Select(n => new ListName(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"na{(char)('a' + n % 26)}me{(char)('a' + i % 26)}")), NameKind.Primary, "name"));
        Assert.InRange(Listed.Screen(new Subject { Names = [.. names] }, new ScreeningOptions()).Count, 0, 10);
    }

    [Fact]
    public void Any_text_on_both_sides_gives_a_probability() => Gen.Select(Gen.String, Gen.String, Gen.Enum<EntrySchema>()).Sample(
        (a, b, schema) =>
        {
            Assert.InRange(Scoring.Names(a, b, schema).Probability, double.Epsilon, 1 - 1e-16);
            Assert.NotNull(Listed.Screen(Ask(a), new ScreeningOptions { Explain = true }));
        },
        iter: 150, threads: 1);

    [Fact]
    public void Letters_of_all_scripts_in_any_mixture_give_a_probability_and_no_failure() =>
        Gen.Select(Mixture, Mixture).Sample((a, b) => Assert.InRange(Scoring.Names(a, b).Probability, double.Epsilon, 1 - 1e-16), iter: 500, threads: 1);

    private static readonly string[] Pieces =
        ["a", "Ä", "ı", "ß", "و", "ال", "عبد", "ж", "ё", "Ω", "ק", "ა", "ա", "김", "王", "ア", "ー", "ๆ", "อ", "अ", " ", " ", "-", "'", "7", "٧", "\u200D", "\uD83D", "😀", "."];

    private static Gen<string> Mixture => Gen.Int[0, Pieces.Length - 1].Array[1, 12].Select(which => string.Concat(which.Select(i => Pieces[i])));

    private static Subject Ask(string name) => Scoring.Asking(name, null);

    private static ListEntry Entry(string id, EntrySchema schema, string name) => Scoring.Listed(name, schema) with { Id = id };
}
