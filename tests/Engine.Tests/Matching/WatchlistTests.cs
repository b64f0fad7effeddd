using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>What must hold of any watchlist and any subject, tried on the names of the labelled cases.</summary>
public class WatchlistTests
{
    private static readonly Watchlist All = Watchlist.Prepare(CaseWatchlist.Entries, ScoringModel.V1);

    [Fact]
    public void The_index_returns_what_weighing_every_entry_returns() => CaseWatchlist.Subjects.Sample(
        subject =>
        {
            // The slow obvious way: every entry is weighed; by policy a weak alias opens nothing by itself.
            var weighed = CaseWatchlist.Entries.Where(e => Schemas.Meet(subject.Schema, e.Schema)).Select(e => All.Against(subject, e.Id, Asking(0))!).ToList();
            foreach (var threshold in (double[])[0.3, 0.5, 0.8])
            {
                var expected = Print(weighed.Where(h => h.Comparison.Probability >= threshold));
                Assert.Equal(expected, Print(All.Screen(subject, Asking(threshold) with { WeakAliasesOpen = true })));
                var opened = weighed.Where(h => h.Comparison.Probability >= threshold && OpensByAStrongName(subject, h.Entry, threshold));
                Assert.Equal(Print(opened), Print(All.Screen(subject, Asking(threshold))));
            }
        },
        iter: 40, threads: 1, print: Print);

    [Fact]
    public void A_weak_name_that_the_table_of_groups_gives_opens_nothing_by_itself()
    {
        // IS is a weak name of Daesh, and too short to be any of its others.
        var watchlist = Watchlist.Prepare([Named("x:1", EntrySchema.Organization, "داعش")], ScoringModel.V1);
        var subject = new Subject { Schema = EntrySchema.Company, Names = [new ListName("Zagros A", NameKind.Primary, "name"), new ListName("IS", NameKind.Primary, "name")] };
        Assert.Single(watchlist.Screen(subject, Asking(0.3) with { WeakAliasesOpen = true }));
        Assert.Empty(watchlist.Screen(subject, Asking(0.3)));
    }

    [Fact]
    public void Adding_entries_leaves_the_score_of_every_other_hit_identical_to_the_bit_and_in_the_same_order() =>
        Gen.Select(CaseWatchlist.Subjects, Gen.Int[0, 9], Gen.Bool).Sample(
            (subject, keep, first) =>
            {
                var few = CaseWatchlist.Entries.Where((_, i) => i % 10 != keep).ToList();
                var added = CaseWatchlist.Entries.Where((_, i) => i % 10 == keep);
                var fewer = Watchlist.Prepare(few, ScoringModel.V1);
                var more = Watchlist.Prepare(first ? added.Concat(few) : few.Concat(added), ScoringModel.V1);
                var ids = few.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
                var before = fewer.Screen(subject, Asking(0.3));
                var after = more.Screen(subject, Asking(0.3)).Where(h => ids.Contains(h.Entry.Id));
                Assert.Equal(Print(before), Print(after));
            },
            iter: 15, threads: 1);

    [Fact]
    public void The_order_of_the_entries_changes_nothing() =>
        Gen.Select(CaseWatchlist.Subjects.Array[5], Gen.Shuffle(CaseWatchlist.Entries.ToArray())).Sample(
            (subjects, shuffled) =>
            {
                var other = Watchlist.Prepare(shuffled, ScoringModel.V1);
                foreach (var subject in subjects)
                    Assert.Equal(Print(All.Screen(subject, Asking(0.3))), Print(other.Screen(subject, Asking(0.3))));
            },
            iter: 6, threads: 1);

    /// <summary>Words that are spelt alike once their accents are gone, or are a legal form here and a word there, are still two words.</summary>
    [Theory]
    [InlineData(EntrySchema.Person, "Jurgen Mueller", "Jürgen Müller", "Jurgen Muller")]
    [InlineData(EntrySchema.Person, "Dzhordzh Goering", "George Göring", "George Goring")]
    [InlineData(EntrySchema.Person, "Soren Kierkegaard", "Søren Kierkegård", "Soren Kierkegard")]
    [InlineData(EntrySchema.Organization, "SA Minerales Ocaso", "Ocaso Minerales S.A.", "Sa Ocaso Trading")]
    [InlineData(EntrySchema.Organization, "AS Nordlicht", "Nordlicht AS", "As Nordlicht Hafen Ltd")]
    [InlineData(EntrySchema.Vessel, "El Nino", "El Niño", "El Nino Star")]
    public void A_word_of_another_entry_that_looks_the_same_changes_nothing(EntrySchema schema, string asked, string listed, string other)
    {
        ListEntry first = Named("x:1", schema, listed), second = Named("x:2", schema, other);
        var subject = new Subject { Schema = schema, Names = [new ListName(asked, NameKind.Primary, "name")] };
        var alone = Watchlist.Prepare([first], ScoringModel.V1).Against(subject, "x:1", Asking(0));
        foreach (var watchlist in (Watchlist[])[Watchlist.Prepare([first, second], ScoringModel.V1), Watchlist.Prepare([second, first], ScoringModel.V1)])
            Assert.Equal(Print([alone!]), Print([watchlist.Against(subject, "x:1", Asking(0))!]));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var subjects = CaseWatchlist.Entries.Select(Subject.From).ToArray();
        var alone = subjects.Select(s => Print(All.Screen(s, Asking(0.5)))).ToArray();
        var together = new string[subjects.Length];
        Parallel.For(0, subjects.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Print(All.Screen(subjects[i], Asking(0.5))));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_name_of_very_many_words_finds_what_weighing_every_entry_finds()
    {
        var long1 = string.Join(' ', Enumerable.Range(0, 60).Select(i => "Word" + (char)('a' + i % 26) + (char)('a' + i / 26) + "son"));
        var short1 = string.Join(' ', long1.Split(' ').Take(24));
        var watchlist = Watchlist.Prepare([Named("x:1", EntrySchema.Person, long1), Named("x:2", EntrySchema.Organization, long1), Named("x:3", EntrySchema.Person, short1)], ScoringModel.V1);
        var subject = new Subject { Names = [new ListName(long1, NameKind.Primary, "name")] };
        Assert.Equal(
            Print(((string[])["x:1", "x:2", "x:3"]).Select(id => watchlist.Against(subject, id, Asking(0.5))!)),
            Print(watchlist.Screen(subject, Asking(0.5))));
    }

    [Fact]
    public void A_limit_cuts_the_end_of_the_same_list_and_a_filter_takes_out_whole_lists() => CaseWatchlist.Subjects.Sample(
        subject =>
        {
            var hits = All.Screen(subject, Asking(0.3));
            Assert.Equal(Print(hits.Take(2)), Print(All.Screen(subject, Asking(0.3) with { Limit = 2 })));
            Assert.Equal(
                Print(hits.Where(h => h.Entry.Id.StartsWith("mixed:", StringComparison.Ordinal))),
                Print(All.Screen(subject, Asking(0.3) with { Lists = new HashSet<string>(StringComparer.Ordinal) { "mixed" } })));
        },
        iter: 30, threads: 1, print: Print);

    [Fact]
    public void An_identifier_finds_its_holder_under_any_name_and_without_one()
    {
        var entry = Named("x:1", EntrySchema.Person, "Qasem Soleimani") with { Identifiers = [new Identifier(IdentifierKind.Passport, "K-7001234", "ir", "id")] };
        var watchlist = Watchlist.Prepare([entry, .. CaseWatchlist.Entries], ScoringModel.V1);
        var passport = new Identifier(IdentifierKind.Passport, "k7001234", null, "id");
        Assert.Equal("x:1", watchlist.Screen(new Subject { Identifiers = [passport] }, Asking(0.5))[0].Entry.Id);
        Assert.Equal("x:1", watchlist.Screen(new Subject { Identifiers = [passport], Names = [new ListName("Wilhelmina Oosterhuis", NameKind.Primary, "name")] }, Asking(0.5))[0].Entry.Id);
    }

    // The slow obvious way once more: the weak names of the entry, and those the table of groups gives it, left out.
    private static bool OpensByAStrongName(Subject subject, ListEntry entry, double threshold)
    {
        var model = ScoringModel.V1;
        var asPerson = entry.Schema == EntrySchema.Person;
        var listed = ListedParty.From(entry, asPerson, model.Forms);
        var best = model.Parties.WeighNames(new AskedParty(subject, model.Forms).Names(asPerson), listed, model.Pairs.CostWithin, withWeak: false);
        return model.Parties.Total(best.Weight.Bits, model.Parties.WeighOthers(subject, listed)) >= model.Screening.WeightFor(threshold);
    }

    /// <summary>The bounds may not be short by a hair: an entry whose probability is just above the threshold is found.</summary>
    [Fact]
    public void An_entry_is_found_at_every_threshold_up_to_its_own_probability()
    {
        for (var i = 0; i < LabelledCases.All.Count; i++)
        {
            var subject = new Subject { Schema = LabelledCases.All[i].Schema, Names = [new ListName(LabelledCases.All[i].Name1, NameKind.Primary, "name")] };
            FoundUpToItsProbability(All, subject, "cases:" + i);
        }
    }

    /// <summary>An initial may be paired with any word that begins like it, and then spares both what they cost alone: dear for a rare word of an organization.</summary>
    [Theory]
    [InlineData(EntrySchema.Organization, "Z. Novakovic Shipping", "Zvonimirskaya Novakovic Shipping")]
    [InlineData(EntrySchema.Organization, "Zvonimirskaya Novakovic Shipping", "Z. Novakovic Shipping")]
    [InlineData(EntrySchema.Organization, "K. Z. Tarabya", "Kvetoslav Zvonimirskaya Tarabya")]
    [InlineData(EntrySchema.Organization, "Kvetoslav Zvonimirskaya Tarabya", "K. Z. Tarabya")]
    [InlineData(EntrySchema.Person, "Z. Novakovic", "Zvonimir Novakovic")]
    [InlineData(EntrySchema.Person, "Zvonimir Novakovic", "Z. Novakovic")]
    [InlineData(EntrySchema.Person, "Z. K. Novakovic", "Zvonimir Kvetoslav Novakovic")]
    [InlineData(EntrySchema.Person, "Q. Z. X. Vostrikov", "Qasem Zvonimir Xander Vostrikov")]
    public void Initials_on_either_side_lose_no_entry(EntrySchema schema, string asked, string listed)
    {
        var subject = new Subject { Schema = schema, Names = [new ListName(asked, NameKind.Primary, "name")] };
        FoundUpToItsProbability(Watchlist.Prepare([Named("x:1", schema, listed)], ScoringModel.V1), subject, "x:1");
    }

    private static void FoundUpToItsProbability(Watchlist watchlist, Subject subject, string entry)
    {
        var probability = watchlist.Against(subject, entry, Asking(0))!.Comparison.Probability;
        var hits = watchlist.Screen(subject, Asking(probability * (1 - 1e-9)) with { WeakAliasesOpen = true });
        Assert.True(hits.Any(h => h.Entry.Id == entry), $"{subject.Names[0].Text} at {probability}");
    }

    private static ListEntry Named(string id, EntrySchema schema, string name) => new() { Id = id, Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] };

    private static ScreeningOptions Asking(double threshold) => new() { Threshold = threshold, Limit = int.MaxValue };

    // Everything that must not change, the bits of the numbers included.
    private static string Print(IEnumerable<Hit> hits) => string.Join('\n', hits
        .OrderByDescending(h => h.Comparison.WeightBits).ThenBy(h => h.Entry.Id, StringComparer.Ordinal)
        .Select(h => $"{h.Entry.Id} {h.Comparison.WeightBits:R} {h.Comparison.Probability:R} {h.Comparison.NameSimilarity:R} {h.Comparison.Band} {h.Comparison.MatchedName}"));

    private static string Print(Subject subject) =>
        $"{subject.Schema} {string.Join(" | ", subject.Names.Select(n => n.Text))} {string.Join(' ', subject.BirthDates)} {string.Join(' ', subject.Identifiers.Select(i => i.Kind + ":" + i.Value))}";
}
