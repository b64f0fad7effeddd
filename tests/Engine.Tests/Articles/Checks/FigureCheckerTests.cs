using Marsad.Engine.Articles;
using Marsad.Engine.Articles.Checks;

namespace Marsad.Engine.Tests.Articles.Checks;

/// <summary>One test for each trap of reading the border tables; the values are those that the agency printed.</summary>
public class FigureCheckerTests
{
    private static FigureCheck? Check(string sentence, DateOnly? date = null) =>
        InventedList.Read("U.S. Customs and Border Protection watches the northern border and the southwest border. " + sentence, date ?? new DateOnly(2025, 12, 12)).Figures.Last().Check;

    [Theory]
    [InlineData("Officers counted 301,981 encounters on the southwest border in December 2023.", CheckVerdict.Agrees)]
    [InlineData("Officers counted 370,883 encounters nationwide in December 2023.", CheckVerdict.Agrees)]
    [InlineData("Officers counted 370,883 encounters on the southwest border in December 2023.", CheckVerdict.AgreesIfNarrowed)]
    [InlineData("Officers counted nearly 2.5 million encounters on the southwest border in fiscal year 2023.", CheckVerdict.Agrees)]
    [InlineData("More than three million people crossed the southern border in fiscal year 2023.", CheckVerdict.AgreesIfNarrowed)]
    [InlineData("Agents between the ports stopped 169 people on the terrorist watchlist on the southwest border in 2023.", CheckVerdict.AgreesIfNarrowed)]
    [InlineData("Agents between the ports had 106 encounters with the terrorist watchlist on both land borders in 2024.", CheckVerdict.AgreesIfFiscalYear)]
    [InlineData("Officers at land ports had 4,011 encounters with the terrorist watchlist in the fiscal year that began on Oct. 1.", CheckVerdict.Stale)]
    [InlineData("Officers counted 4.5 million encounters nationwide in fiscal 2024.", CheckVerdict.Contradicts)]
    [InlineData("Officers counted more than one million encounters on the northern border in fiscal year 2022.", CheckVerdict.Contradicts)]
    [InlineData("Encounters on the northern border were counted, 1,500 Jordanians among them, in fiscal year 2023.", CheckVerdict.NotCheckable)]
    [InlineData("Officers counted 12,000 encounters nationwide in fiscal year 2009.", CheckVerdict.NotCheckable)]
    public void A_figure_is_held_against_the_cell_it_means(string sentence, CheckVerdict verdict) => Assert.Equal(verdict, Check(sentence)?.Verdict);

    [Fact]
    public void Six_published_months_are_added() => Assert.Equal(1_733_618, Check("From October 2023 through March 2024 there were 1,733,618 encounters nationwide.")?.Official);

    [Fact]
    public void A_ratio_is_not_checkable() => Assert.Equal(CheckVerdict.NotCheckable, Check("Officers counted 410 encounters with the terrorist watchlist in fiscal year 2024. Such encounters rose tenfold.")?.Verdict);

    [Fact]
    public void An_article_about_something_else_is_not_checked() =>
        Assert.All(InventedList.Read("The museum counted 410 encounters with visitors in 2024.").Figures, f => Assert.Null(f.Check));
}
