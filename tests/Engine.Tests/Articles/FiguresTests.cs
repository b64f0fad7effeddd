using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles;

public class FiguresTests
{
    private static readonly DateOnly Today = new(2024, 6, 5);

    [Theory]
    [InlineData("The yard sold 7,651.8 crore rupees of steel.", 76_518_000_000, "=", "INR")]
    [InlineData("More than 300 people were hurt.", 300, ">", "persons")]
    [InlineData("At least twenty-two ships sailed.", 22, ">=", "ships")]
    [InlineData("Revenue fell by 7.8 %.", 7.8, "=", "percent")]
    [InlineData("The fine was $4.2 million.", 4_200_000, "=", "USD")]
    [InlineData("Завод отгрузил сто сорок пять тысяч тонн щебня.", 145_000, "=", "tonnes")]
    [InlineData("Заняты не менее полутора тысяч человек.", 1_500, ">=", "persons")]
    [InlineData("Прошли 2,7 млн пассажиров.", 2_700_000, "=", "persons")]
    [InlineData("Помощь получили семеро детей.", 7, "=", "persons")]
    [InlineData("سجلت الهيئة ٣٥ ألفاً و٢٠٠ مواجهة.", 35_200, "=", "encounters")]
    [InlineData("وصل خمسة وعشرون جندياً.", 25, "=", "persons")]
    [InlineData("عبر نحو مليونين ونصف مليون شخص.", 2_500_000, "~", "persons")]
    [InlineData("بلغ العدد 10,2 ملايين سائح.", 10_200_000, "=", "persons")]
    [InlineData("وانفجرت قنبلتان في السوق.", 2, "=", "bombs")]
    [InlineData("بیش از ۲٫۵ هزار میلیارد تومان هزینه شد.", 2_500_000_000_000, ">", "IRT")]
    public void A_number_has_its_value_comparator_and_unit(string text, double value, string comparator, string unit)
    {
        var figure = Assert.Single(InventedList.Read(text, Today).Figures);
        Assert.Equal((value, comparator, unit), (figure.Value, figure.Comparator, figure.Unit));
    }

    [Theory]
    [InlineData("A 29-year-old sailor left on 3 May 2024.")]
    [InlineData("24-летний тренер уехал в 2019 году.")]
    [InlineData("يبلغ الرجل 44 عاماً.")]
    [InlineData("The meeting began at 19:58.")]
    public void Ages_dates_and_hours_are_no_figures(string text) => Assert.Empty(InventedList.Read(text, Today).Figures);

    [Theory]
    [InlineData("Officers counted 410 encounters in fiscal year 2024.", "2023-10-01/2024-09-30")]
    [InlineData("From October 2023 through March 2024 officers counted 410 encounters.", "2023-10-01/2024-03-31")]
    [InlineData("Officers counted 410 encounters last year.", "2023")]
    [InlineData("За одиннадцать месяцев 2023 года прошли 410 человек.", "2023-01-01/2023-11-30")]
    [InlineData("سجلت الشرطة 410 حالات في أكتوبر/تشرين الأول 2023.", "2023-10")]
    [InlineData("در ۲۴ آذر ۱۴۰۲ پلیس ۴۱۰ نفر را شمرد.", "2023-12-15")]
    public void A_figure_has_its_period(string text, string period) =>
        Assert.Equal(period, Assert.Single(InventedList.Read(text, Today).Figures).Period?.Value);

    [Fact]
    public void A_vague_number_has_no_value() => Assert.Null(Assert.Single(InventedList.Read("Dozens of fighters fled.", Today).Figures).Value);

    [Fact]
    public void A_part_is_marked_as_such()
    {
        var figures = InventedList.Read("قُتل 22 شخصاً، بينهم 13 سائحاً، في 3 مايو 2024.", Today).Figures;
        Assert.False(figures[0].IsPart);
        Assert.True(figures[1].IsPart);
    }
}
