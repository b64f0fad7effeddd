using CsCheck;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>Relatives and namesakes: names of two people that agree in all but one part.</summary>
public class PersonContradictionsTests
{
    private static double Cap => ScoringModel.V1.Weights.ContradictionCap;

    [Theory]
    [InlineData("Uday Saddam Hussein al-Tikriti", "Qusay Saddam Hussein al-Tikriti")]
    [InlineData("عدي صدام حسين التكريتي", "Qusay Saddam Hussein al-Tikriti")]
    [InlineData("Vitali Klitschko", "Wladimir Klitschko")]
    [InlineData("Klitschko Vitali", "KLITSCHKO, Wladimir")]
    [InlineData("Karim Haddad", "Karima Haddad")]
    [InlineData("Maria Gonzalez", "GONZALEZ, Mario")]
    [InlineData("Faisal bin Turki Al Saud", "Turki bin Faisal Al Saud")]
    public void However_rare_the_rest_is_another_given_name_says_no_more_than_that_they_are_relatives(string asked, string listed) =>
        Assert.InRange(Scoring.Names(asked, listed).WeightBits, 0, Cap + 1e-6);

    [Theory]
    [InlineData("Carlos Alberto Ruiz", "Carlos Alberto Diaz", "Carlos Alberto")]
    [InlineData("Vladimir Sergeevich Putin", "Vladimir Petrovich Putin", "Vladimir Putin")]
    [InlineData("Abu Omar Walid al-Baghdadi", "Abu Hamza Walid al-Baghdadi", "Walid al-Baghdadi")]
    public void A_part_that_differs_costs_more_than_one_that_is_left_out_on_either_side(string asked, string listed, string without)
    {
        var differs = Scoring.Names(asked, listed).WeightBits;
        Assert.True(differs < Scoring.Names(without, listed).WeightBits, $"{differs}");
        Assert.True(differs < Scoring.Names(asked, without).WeightBits, $"{differs}");
    }

    [Theory]
    [InlineData("Mandela Nelson Rolihlahla", "Nelson Rolihlahla Mandela", "Rolihlahla Nelson Mandela")]
    [InlineData("Mansour Khalid Walid", "Khalid Walid Mansour", "Walid Khalid Mansour")]
    public void The_family_name_in_front_costs_less_than_a_chain_exchanged(string turned, string listed, string exchanged) =>
        Assert.True(Scoring.Names(turned, listed).WeightBits > Scoring.Names(exchanged, listed).WeightBits + 3);

    [Theory]
    [InlineData("Daniel Perez", "Daniel Rojas", "PEREZ ROJAS, Daniel")]
    [InlineData("Julio Ramirez", "Antonio Ramirez", "RAMIREZ, Julio Antonio")]
    public void People_go_by_their_first_given_and_first_family_name(string first, string second, string listed)
    {
        Assert.DoesNotContain(Scoring.Names(first, listed).Evidence[0].Parts, p => p.Relation == PartRelation.Contradiction);
        Assert.Contains(Scoring.Names(second, listed).Evidence[0].Parts, p => p is { Relation: PartRelation.Contradiction, WeightBits: < 0 });
    }

    [Theory]
    [InlineData("Wilhelmna Strasser", "Wilhelmina Strasser")]
    [InlineData("Ayman Zawahri", "Ayman al-Zawahiri")]
    public void A_slip_of_the_pen_contradicts_nothing(string asked, string listed) =>
        Assert.DoesNotContain(Scoring.Names(asked, listed).Evidence[0].Parts, p => p.Relation == PartRelation.Contradiction);

    [Theory]
    [InlineData("Kim Jong-il", "Kim Jong-un")]
    [InlineData("김정일", "Kim Jong-un")]
    [InlineData("Min-jun Kim", "KIM, Man Chun")]
    [InlineData("Ha-yoon Youn", "YUN, Ho-Jin")]
    public void A_syllable_that_differs_is_another_name(string asked, string listed) => Assert.True(Scoring.Names(asked, listed).Probability < 0.5);

    [Theory]
    [InlineData("毛澤東", "Mao Tse-tung")]
    [InlineData("蔣經國", "Chiang Ching-kuo")]
    [InlineData("李登輝", "Lee Teng-hui")]
    [InlineData("Zhou Enlai", "周恩来")]
    [InlineData("성현 김", "KIM, Song Hyon")]
    [InlineData("김정은", "Kim Jong Un")]
    public void Every_customary_spelling_of_a_syllable_is_the_same_name(string asked, string listed) => Assert.True(Scoring.Names(asked, listed).Probability > 0.5);

    [Theory]
    [InlineData("Jamil Harrani", "Jamal Harrani", "جمال حراني")]
    [InlineData("Salim Harrani", "Salam Harrani", "سلم حراني")]
    public void A_name_in_another_script_explains_little_more_than_the_entry_s_own_writing_of_it(string asked, string own, string other)
    {
        var both = Scoring.Listed(own) with { Names = [new(own, Engine.Lists.NameKind.Primary, "name"), new(other, Engine.Lists.NameKind.Alias, "name")] };
        var comparison = ScoringModel.V1.Compare(Scoring.Asking(asked), both, explain: true);
        Assert.True(comparison.WeightBits <= Scoring.Names(asked, own).WeightBits + ScoringModel.V1.Weights.OtherScriptMore + 1e-6);
        Assert.Equal(comparison.WeightBits, comparison.Evidence[0].Parts.Sum(p => p.WeightBits), 1e-9);
    }

    [Fact]
    public void A_contradiction_only_lowers_and_never_below_nothing() =>
        Gen.Select(CaseWatchlist.Subjects, Gen.Int[0, CaseWatchlist.Entries.Length - 1]).Sample(
            (subject, i) =>
            {
                var name = ScoringModel.V1.Compare(subject, CaseWatchlist.Entries[i], explain: true).Evidence[0];
                var against = name.Parts.Where(p => p.Relation == PartRelation.Contradiction).ToList();
                Assert.All(against, p => Assert.True(p.WeightBits <= 0, p.ToString()));
            },
            iter: 500, threads: 1);
}
