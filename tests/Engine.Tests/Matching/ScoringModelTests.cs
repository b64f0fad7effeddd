using System.Collections.Immutable;
using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Names;

namespace Marsad.Engine.Tests.Matching;

/// <summary>What must hold of any two parties, tried on the names of the labelled cases.</summary>
public class ScoringModelTests
{
    private static readonly Gen<ListEntry> AnyEntry = Gen.Int[0, CaseWatchlist.Entries.Length - 1].Select(i => CaseWatchlist.Entries[i]);

    private static readonly Gen<LabelledCase> AnyCase = Gen.Int[0, LabelledCases.All.Count - 1].Select(i => LabelledCases.All[i]);

    [Fact]
    public void The_bits_of_the_evidence_add_up_to_those_of_the_comparison_and_the_bits_of_the_parts_to_those_of_the_name() =>
        Gen.Select(CaseWatchlist.Subjects, AnyEntry).Sample(
            (subject, entry) =>
            {
                var comparison = ScoringModel.V1.Compare(subject, entry, explain: true);
                Assert.Equal(comparison.WeightBits, comparison.Evidence.Sum(e => e.WeightBits), 1e-9);
                Assert.Equal(Enum.GetValues<EvidenceKind>(), comparison.Evidence.Select(e => e.Kind));
                var name = comparison.Evidence[0];
                Assert.Equal(name.WeightBits, name.Parts.Sum(p => p.WeightBits), 1e-9);
                Assert.All(comparison.Evidence.Where(e => e.Verdict == Verdict.Missing), e => Assert.Equal(0, e.WeightBits));
                Assert.All(comparison.Evidence.Where(e => e.Verdict == Verdict.Agrees), e => Assert.True(e.WeightBits >= 0, e.ToString()));
                Assert.All(comparison.Evidence.Where(e => e.Verdict == Verdict.Conflicts), e => Assert.True(e.WeightBits <= 0, e.ToString()));
            },
            iter: 800, threads: 1);

    [Fact]
    public void Asking_for_the_explanation_changes_no_number() => Gen.Select(CaseWatchlist.Subjects, AnyEntry).Sample(
        (subject, entry) => Assert.Equal(ScoringModel.V1.Compare(subject, entry), ScoringModel.V1.Compare(subject, entry, explain: true) with { Evidence = [] }),
        iter: 300, threads: 1);

    [Fact]
    public void No_variation_of_a_name_weighs_more_than_the_name_itself() =>
        // A well-known group bears other names too, which a variation may meet.
        (from one in AnyCase.Where(c => CuratedGroups.Find(NameParser.Organization(c.Name2)) is null) from variation in CaseWatchlist.Variation(one.Name2) select (one, variation)).Sample(
            (one, variation) =>
            {
                var itself = Scoring.Names(one.Name2, one.Name2, one.Schema);
                var varied = Scoring.Names(variation, one.Name2, one.Schema);
                Assert.True(varied.WeightBits <= itself.WeightBits + 1e-5, $"{one.Name2} {itself.WeightBits} {variation} {varied.WeightBits}\n{Parts(itself)}\n{Parts(varied)}");
                Assert.True(varied.NameSimilarity <= itself.NameSimilarity + 1e-5, $"{one.Name2} {itself.NameSimilarity} {variation} {varied.NameSimilarity}");
            },
            iter: 1200, threads: 1);

    [Fact]
    public void A_name_weighs_against_itself_what_its_words_say_and_nothing_is_left_over() => Assert.All(LabelledCases.All, one =>
    {
        var name = Scoring.Names(one.Name1, one.Name1, one.Schema).Evidence[0];
        Assert.All(name.Parts, p => Assert.True(p is { Relation: PartRelation.Same or PartRelation.WholeName, WeightBits: >= 0 } or { Relation: PartRelation.GenericOnly }, $"{one.Name1}: {p}"));
    });

    [Fact]
    public void Nationality_gender_and_place_of_birth_never_raise_a_score() => Gen.Select(CaseWatchlist.Subjects, AnyEntry).Sample(
        (subject, entry) =>
        {
            var without = ScoringModel.V1.Compare(subject with { Countries = [], Gender = null, BirthPlaces = [] }, entry);
            Assert.True(ScoringModel.V1.Compare(subject, entry).WeightBits <= without.WeightBits);
            Assert.True(ScoringModel.V1.Compare(subject with { Countries = entry.Countries, BirthPlaces = [.. entry.BirthPlaces.Select(p => p.Text)] }, entry).WeightBits <= without.WeightBits);
        },
        iter: 1000, threads: 1);

    [Fact]
    public void Evidence_that_agrees_never_lowers_a_score() => Gen.Select(CaseWatchlist.Subjects, AnyEntry).Sample(
        (subject, entry) =>
        {
            var name = subject with { BirthDates = [], Countries = [], Gender = null, BirthPlaces = [], Identifiers = [], Addresses = [] };
            var least = ScoringModel.V1.Compare(name, entry).WeightBits;
            var all = Subject.From(entry);
            foreach (var more in (Subject[])[
                name with { BirthDates = all.BirthDates }, name with { Countries = all.Countries }, name with { Gender = all.Gender },
                name with { BirthPlaces = all.BirthPlaces }, name with { Identifiers = all.Identifiers }, name with { Addresses = all.Addresses },
                all with { Schema = name.Schema, Names = name.Names }])
                Assert.True(ScoringModel.V1.Compare(more, entry).WeightBits >= least);
        },
        iter: 500, threads: 1);

    [Fact]
    public void Another_value_beside_one_that_agrees_never_lowers_a_score() => Gen.Select(AnyEntry, AnyEntry).Sample(
        (entry, other) =>
        {
            Subject all = Subject.From(entry), more = Subject.From(other);
            var one = ScoringModel.V1.Compare(all, entry).WeightBits;
            Assert.True(one <= ScoringModel.V1.Compare(all with { Names = [.. all.Names, .. more.Names] }, entry).WeightBits);
            Assert.True(all.BirthDates.IsEmpty || one <= ScoringModel.V1.Compare(all with { BirthDates = [.. more.BirthDates, .. all.BirthDates] }, entry).WeightBits);
            Assert.True(all.Countries.IsEmpty || one <= ScoringModel.V1.Compare(all with { Countries = [.. more.Countries, .. all.Countries] }, entry).WeightBits);
            Assert.True(all.Identifiers.IsEmpty || one <= ScoringModel.V1.Compare(all with { Identifiers = [.. more.Identifiers, .. all.Identifiers] }, entry).WeightBits);
        },
        iter: 500, threads: 1);

    [Fact]
    public void The_same_facts_on_both_sides_are_a_match_and_a_name_alone_is_at_most_possible() => Assert.All(
        CaseWatchlist.Entries, entry =>
        {
            Assert.Equal(Band.Possible, ScoringModel.V1.Compare(Scoring.Asking(entry.Names[0].Text, entry.Schema), entry).Band);
            if (!entry.Identifiers.IsEmpty)
                Assert.Equal(Band.Strong, ScoringModel.V1.Compare(Subject.From(entry), entry).Band);
        });

    [Fact]
    public void A_band_needs_what_it_says()
    {
        var entry = Scoring.Listed("Qasem Soleimani") with
        {
            Dates = [new ListDate(DateKind.Birth, Date("1957-03-11"), "dob")],
            Countries = [new ListCountry(CountryKind.Nationality, "Iran", "ir", "nationality")],
            Genders = [new Sourced<Gender>(Gender.Male, "gender")],
            Identifiers = [new Identifier(IdentifierKind.Passport, "K7001234", "ir", "id")],
        };
        var subject = Scoring.Asking("قاسم سليماني");
        Assert.Equal(Band.Possible, ScoringModel.V1.Compare(subject, entry).Band);
        Assert.Equal(Band.Possible, ScoringModel.V1.Compare(subject with { Gender = Gender.Male }, entry).Band);
        Assert.Equal(Band.Probable, ScoringModel.V1.Compare(subject with { Countries = entry.Countries }, entry).Band);
        Assert.Equal(Band.Probable, ScoringModel.V1.Compare(subject with { BirthDates = [Date("1957-03-11")] }, entry).Band);
        Assert.Equal(Band.Probable, ScoringModel.V1.Compare(subject with { BirthDates = [Date("1957")], Countries = entry.Countries }, entry).Band);
        Assert.Equal(Band.Strong, ScoringModel.V1.Compare(subject with { BirthDates = [Date("1957-03-11")], Countries = entry.Countries }, entry).Band);
        Assert.Equal(Band.Strong, ScoringModel.V1.Compare(subject with { Identifiers = entry.Identifiers }, entry).Band);
    }

    [Theory]
    [InlineData("Qasem Soleimani", "قاسم سليماني")]
    [InlineData("Qasem Soleimani", "Касем Сулеймани")]
    [InlineData("Усама бен Ладен", "Usama bin Ladin")]
    public void Parts_in_two_scripts_are_shown_as_they_were_written(string asked, string listed)
    {
        var name = Scoring.Names(asked, listed).Evidence[0];
        Assert.Equal((asked, listed), (name.Query, name.Listed));
        var met = name.Parts.Where(p => p.Query is not null && p.Listed is not null && p.WeightBits > 0).ToList();
        Assert.Equal(2, met.Count);
        Assert.All(met, p => Assert.Equal(PartRelation.Transliteration, p.Relation));
        Assert.All(met, p => Assert.True(asked.Contains(p.Query!, StringComparison.Ordinal) && listed.Contains(p.Listed!, StringComparison.Ordinal), p.ToString()));
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    private static string Parts(Comparison comparison) => string.Join("; ", comparison.Evidence[0].Parts.Select(p => $"{p.Query}~{p.Listed} {p.WeightBits:F2}"));
}
