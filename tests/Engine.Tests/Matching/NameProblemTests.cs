using System.Collections.Immutable;
using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class NameProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("😀")]
    [InlineData("ـــــ")]
    public void A_name_without_a_letter_is_nothing_to_read(string name) => Assert.Contains(NameProblem.NothingToRead, Of(name));

    [Theory]
    [InlineData("Dr. Mr.", EntrySchema.Person)]
    [InlineData("Sheikh Mullah", EntrySchema.Person)]
    [InlineData("GmbH & Co. KG", EntrySchema.Company)]
    [InlineData("Ltd", null)]
    public void Titles_small_words_and_legal_forms_name_nobody(string name, EntrySchema? schema) => Assert.Equal([NameProblem.NamesNobody], Of(name, schema));

    [Theory]
    [InlineData("Q\u0430sem Soleimani", NameProblem.MixedAlphabets)]
    [InlineData("Qa\u200Bsem Soleimani", NameProblem.HiddenCharacters)]
    [InlineData("\u202EQasem Soleimani\u202C", NameProblem.HiddenCharacters)]
    [InlineData("Qasem \uD83D Soleimani", NameProblem.HiddenCharacters)]
    [InlineData("Qasem\u0000 Soleimani", NameProblem.HiddenCharacters)]
    public void What_was_left_out_or_put_right_is_said(string name, NameProblem problem) => Assert.Equal([problem], Of(name));

    [Fact]
    public void A_name_that_is_longer_than_what_is_compared_is_cut()
    {
        Assert.Equal([NameProblem.Cut], Of(string.Join(' ', Enumerable.Repeat("Qasem", 40))));
        Assert.Equal([NameProblem.Cut], Of(string.Concat(Enumerable.Repeat("qasem", 2000))));
    }

    [Theory]
    [InlineData("Qasem Soleimani")]
    [InlineData("علی‌اکبر ولایتی")]
    [InlineData("قاسم سليماني")]
    [InlineData("Anna-Maria O'Neill")]
    [InlineData("김정은")]
    [InlineData("Касем Сулеймани")]
    [InlineData("Jean Петров")]
    public void An_ordinary_name_has_no_problem(string name) => Assert.Empty(Of(name));

    [Fact]
    public void A_subject_without_names_has_none() => Assert.Empty(NameProblems.Of(new Subject()));

    [Fact]
    public void Any_text_is_looked_at_without_failing_and_what_cannot_be_read_matches_nothing() => Gen.Select(Gen.String, Gen.Enum<EntrySchema>()).Sample(
        (text, schema) =>
        {
            var problems = Of(text, schema);
            if (problems.Contains(NameProblem.NothingToRead))
                Assert.True(Scoring.Names(text, "Qasem Soleimani", schema).WeightBits <= 0);
        },
        iter: 300, threads: 1);

    private static ImmutableArray<NameProblem> Of(string name, EntrySchema? schema = EntrySchema.Person) => NameProblems.Of(Scoring.Asking(name, schema));
}
