using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class SubjectIndexTests
{
    private static readonly SubjectIndex Subjects = SubjectIndex.Prepare(CaseWatchlist.Entries, ScoringModel.V1);

    [Fact]
    public void An_entry_finds_the_subjects_whose_screening_would_find_it() => Gen.Select(Gen.Int[0, CaseWatchlist.Entries.Length - 1], Gen.Bool).Sample(
        (at, weakOpens) =>
        {
            // The slow obvious way: each subject is screened against a list of that entry alone.
            var entry = CaseWatchlist.Entries[at];
            var list = Watchlist.Prepare([entry], ScoringModel.V1);
            foreach (var threshold in (double[])[0.3, 0.5, 0.8])
            {
                var options = new ScreeningOptions { Threshold = threshold, WeakAliasesOpen = weakOpens };
                var expected = CaseWatchlist.Entries.SelectMany(s => list.Screen(Subject.From(s), options).Select(h => Print(s, h)));
                Assert.Equal(expected, Subjects.Screen(entry, options).Select(h => Print(h.Subject, h.Hit)));
            }
        },
        iter: 25, threads: 1);

    [Fact]
    public void A_number_finds_its_holder_whatever_the_names()
    {
        var passport = new Identifier(IdentifierKind.Passport, "K-7001234", "ir", "id");
        var subject = Named("s:1", "Wilhelmina Oosterhuis") with { Identifiers = [passport] };
        var hit = Assert.Single(SubjectIndex.Prepare([Named("s:0", "Tamerlan Vostrikov"), subject], ScoringModel.V1)
            .Screen(Named("x:1", "Qasem Soleimani") with { Identifiers = [passport] }, new ScreeningOptions()));
        Assert.Equal("s:1", hit.Subject.Id);
    }

    [Fact]
    public void No_subjects_and_an_entry_without_a_name_find_nothing()
    {
        Assert.Empty(SubjectIndex.Prepare([], ScoringModel.V1).Screen(Named("x:1", "Qasem Soleimani"), new ScreeningOptions()));
        Assert.Empty(Subjects.Screen(new ListEntry { Id = "x:1", Schema = EntrySchema.Person }, new ScreeningOptions()));
    }

    private static ListEntry Named(string id, string name) => new() { Id = id, Schema = EntrySchema.Person, Names = [new ListName(name, NameKind.Primary, "name")] };

    private static string Print(ListEntry subject, Hit hit) => $"{subject.Id} {hit.Comparison.WeightBits:R} {hit.Comparison.Probability:R} {hit.Comparison.MatchedName} {hit.IsMatch}";
}
