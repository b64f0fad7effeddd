using Marsad.Engine.Names;

namespace Marsad.Engine.Tests.Names;

public class AcronymsTests
{
    [Theory]
    [InlineData("Islamic Republic of Iran Shipping Lines", "irisl iroisl")]
    [InlineData("The Popular Front for the Liberation of Palestine", "pflp pfflop")]
    [InlineData("Golvar Trading Services LLC", "gts")]
    [InlineData("Народный фронт освобождения Палестины", "нфоп")]
    public void Are_the_initials_of_the_words_that_tell(string name, string acronyms) =>
        Assert.Equal(acronyms.Split(' '), Acronyms.Of(NameParser.Organization(name)));

    [Theory]
    [InlineData("")]
    [InlineData("Torvald Karst Elmora")]
    [InlineData("Golvar Bank")]
    [InlineData("Lumen Lotus Company")]
    [InlineData("Golvar 5000 Trading Services")]
    [InlineData("Golvar Торговая Services Bank")]
    [InlineData("One Two Three Four Five Six Bank Trading Shipping Company Holding Group of Golvar Torvald Karst")]
    public void Are_not_made_of_names_that_nobody_shortens(string name) => Assert.Empty(Acronyms.Of(NameParser.Organization(name)));

    [Theory]
    [InlineData("Korea Mining Development (KOMID)", "komid", "Korea Mining Development")]
    [InlineData("Korea Mining Development (KOMID) Ltd", "komid", "Korea Mining Development Ltd")]
    public void Are_read_in_brackets(string name, string acronym, string without)
    {
        Assert.Equal(acronym, Acronyms.InBrackets(name, out var rest));
        Assert.Equal(without, rest);
    }

    [Theory]
    [InlineData("Golvar Trading (SPAIN)")]
    [InlineData("Golvar Trading (TRADING)")]
    [InlineData("Golvar Trading (GT)")]
    [InlineData("Golvar Trading (GoT)")]
    [InlineData("Golvar Trading Services (GTS")]
    [InlineData("(GTS)")]
    [InlineData(")(")]
    public void Are_not_what_else_stands_in_brackets(string name)
    {
        Assert.Null(Acronyms.InBrackets(name, out var rest));
        Assert.Equal(name, rest);
    }
}
