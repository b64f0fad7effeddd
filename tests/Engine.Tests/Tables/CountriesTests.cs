using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Tables;

public class CountriesTests
{
    [Theory]
    [InlineData("Iran (Islamic Republic of)", "ir")]
    [InlineData("Islamic Republic of Iran", "ir")]
    [InlineData("Iranian", "ir")]
    [InlineData("Korea, North", "kp")]
    [InlineData("Democratic People's Republic of Korea", "kp")]
    [InlineData("Democratic People’s Republic of Korea", "kp")]
    [InlineData("Korea, South", "kr")]
    [InlineData("Burma", "mm")]
    [InlineData("Region: Gaza", "ps")]
    [InlineData("Palestinian", "ps")]
    [InlineData("West Bank", "ps")]
    [InlineData("Russian Federation", "ru")]
    [InlineData("Syrian Arab Republic", "sy")]
    [InlineData("Türkiye", "tr")]
    [InlineData("TURKIYE", "tr")]
    [InlineData("Congo, Democratic Republic of the", "cd")]
    [InlineData("Congo, Republic of the", "cg")]
    [InlineData("Côte d'Ivoire", "ci")]
    [InlineData("Cote d’Ivoire", "ci")]
    [InlineData("The Gambia", "gm")]
    [InlineData("Gambia, The", "gm")]
    [InlineData("Libyan Arab Jamahiriya", "ly")]
    [InlineData("Kosovo", "xk")]
    [InlineData("U.S.A.", "us")]
    [InlineData("Macedonia, The Former Yugoslav Republic of", "mk")]
    [InlineData("Hong Kong", "hk")]
    public void Knows_the_wordings_of_the_lists(string printed, string code) => Assert.Equal(code, Countries.CodeOf(printed));

    [Theory]
    [InlineData("إيران", "ir")]
    [InlineData("ایران", "ir")]
    [InlineData("ايران", "ir")]
    [InlineData("Иран", "ir")]
    [InlineData("Іран", "ir")]
    [InlineData("איראן", "ir")]
    [InlineData("İran", "ir")]
    [InlineData("Эрон", "ir")]
    [InlineData("العراق", "iq")]
    [InlineData("عراق", "iq")]
    [InlineData("روسيا", "ru")]
    [InlineData("روسیه", "ru")]
    [InlineData("КНДР", "kp")]
    [InlineData("الجمهورية العربية السورية", "sy")]
    [InlineData("Российская Федерация", "ru")]
    [InlineData("Rusya", "ru")]
    [InlineData("Russie", "ru")]
    [InlineData("República Islámica del Irán", "ir")]
    [InlineData("پاکستان", "pk")]
    [InlineData("Ўзбекистон", "uz")]
    [InlineData("Oʻzbekiston", "uz")]
    [InlineData("俄罗斯联邦", "ru")]
    [InlineData("سوري", "sy")]
    [InlineData("عراقية", "iq")]
    [InlineData("российское", "ru")]
    [InlineData("иранец", "ir")]
    [InlineData("افغانستانی", "af")]
    public void Knows_names_in_other_languages(string printed, string code) => Assert.Equal(code, Countries.CodeOf(printed));

    [Theory]
    [InlineData("ir", "ir")]
    [InlineData("IR", "ir")]
    [InlineData("IRN", "ir")]
    [InlineData("us-tx", "us")]
    [InlineData("ua-cri", "ua")]
    [InlineData("suhh", "suhh")]
    [InlineData("yucs", "yucs")]
    [InlineData("csxx", "csxx")]
    [InlineData("ddde", "ddde")]
    [InlineData("dd", "ddde")]
    [InlineData("xk", "xk")]
    [InlineData("eu", "eu")]
    public void Knows_codes(string printed, string code) => Assert.Equal(code, Countries.CodeOf(printed));

    [Theory]
    [InlineData("Afghanistan (since 2009)", "af")]
    [InlineData("Pakistani (presumed)", "pk")]
    [InlineData("Belarus / Bélarus", "by")]
    [InlineData("1) Qatar", "qa")]
    [InlineData("former Iraqi national", "iq")]
    [InlineData("Oran, Algeria", "dz")]
    [InlineData("  saudi   ARABIA ", "sa")]
    [InlineData("nationality Iran", "ir")]
    [InlineData("possibly Somalia", "so")]
    [InlineData("In Syria as at June 2013", "sy")]
    [InlineData("Tunisian National Identity Card number", "tn")]
    public void Sees_the_country_behind_notes_and_qualifying_words(string printed, string code) =>
        Assert.Equal(code, Countries.CodeOf(printed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-0-")]
    [InlineData("unknown")]
    [InlineData("N/A")]
    [InlineData("stateless")]
    [InlineData("Atlantis")]
    [InlineData("())(")]
    [InlineData("\uD800\uFFFF")]
    [InlineData("the")]
    [InlineData("1)")]
    [InlineData("French, Turkish")]
    public void Is_null_for_what_is_not_one_country(string? printed) => Assert.Null(Countries.CodeOf(printed));

    [Fact]
    public void Is_null_for_a_cell_of_a_megabyte() => Assert.Null(Countries.CodeOf(new string('(', 1 << 20)));

    [Theory]
    [InlineData("French, Turkish", "fr tr")]
    [InlineData("1) Saudi Arabia 2) Qatar", "sa qa")]
    [InlineData("(1) Iran (Islamic Republic of) (2) Iraq", "ir iq")]
    [InlineData("a) Iraq b) Syria", "iq sy")]
    [InlineData("ru;tj", "ru tj")]
    [InlineData("no;to", "no to")]
    [InlineData("(1) to (6) Algeria (7) Morocco", "dz ma")]
    [InlineData("DRC and Belgian nationalities", "cd be")]
    [InlineData("Iraq and Syria", "iq sy")]
    [InlineData("Bosnia and Herzegovina", "ba")]
    [InlineData("Trinidad and Tobago; Venezuela", "tt ve")]
    [InlineData("Congo, Democratic Republic of the", "cd")]
    [InlineData("CONGO, Democratic Republic of (was Zaire)", "cd")]
    [InlineData("CONGO, Democratic Republic of, ANGOLA", "cd ao")]
    [InlineData("RUSSIAN FEDERATION, MOLDOVA, REPUBLIC OF", "ru md")]
    [InlineData("PALESTINIAN TERRITORY, Occupied, ALGERIA", "ps dz")]
    [InlineData("United States. Also believed to hold Syrian nationality", "us sy")]
    [InlineData("St. Lucia", "lc")]
    [InlineData("Iraq; Iraq", "iq")]
    [InlineData("", "")]
    [InlineData("nobody; nowhere", "")]
    public void Reads_every_country_of_a_cell(string printed, string codes) =>
        Assert.Equal(codes, string.Join(' ', Countries.CodesOf(printed)));

    [Theory]
    [InlineData("ru", "Russia")]
    [InlineData("suhh", "Soviet Union")]
    [InlineData("tr", "Türkiye")]
    [InlineData("q9", "Q9")]
    public void Names_a_country_in_English(string code, string name) => Assert.Equal(name, Countries.Name(code));

    [Theory]
    [InlineData("ir", "ir", true)]
    [InlineData("suhh", "ua", true)]
    [InlineData("ua", "suhh", true)]
    [InlineData("yucs", "rs", true)]
    [InlineData("csxx", "me", true)]
    [InlineData("sd", "ss", true)]
    [InlineData("ru", "ua", false)]
    [InlineData("rs", "hr", false)]
    [InlineData("cn", "tw", false)]
    [InlineData("cn", "hk", false)]
    public void A_state_is_compatible_with_itself_and_its_successors(string a, string b, bool compatible) =>
        Assert.Equal(compatible, Countries.AreCompatible(a, b));

    [Fact]
    public void Every_code_resolves_to_itself_and_has_one_display_name()
    {
        var rows = TableFile.Rows("data/places/countries.tsv", 4).ToList();
        var displayed = rows.Where(row => row[1] == "display").Select(row => row[0]).ToList();
        Assert.Equal(displayed.Count, displayed.Distinct().Count());
        Assert.Empty(rows.Select(row => row[0]).Distinct().Except(displayed));
        Assert.All(displayed, code => Assert.Equal(code, Countries.CodeOf(code)));
        Assert.All(displayed, code => Assert.Equal(code, Countries.CodeOf(Countries.Name(code))));
        Assert.True(displayed.Count >= 255, $"only {displayed.Count} countries");
    }

    [Fact]
    public void Successors_are_countries_of_the_table() =>
        Assert.All(TableFile.Rows("data/places/successors.tsv", 3), row => Assert.NotEqual(Countries.Name(row[0]), row[0].ToUpperInvariant()));
}
