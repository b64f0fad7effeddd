using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles;

public class ArticleReaderTests
{
    private static string? Linked(ArticleReading reading, string surface) =>
        reading.Mentions.Where(m => m.Surface == surface).SelectMany(m => m.Entries).FirstOrDefault(e => e.Probability >= 0.5)?.Entry;

    [Fact]
    public void A_listed_person_is_found_in_three_scripts()
    {
        Assert.Equal("x:1", Linked(InventedList.Read("The trial of Dariush Khalduni began on Monday."), "Dariush Khalduni"));
        Assert.Equal("x:2", Linked(InventedList.Read("Суд продлил арест Темирлана Грозукова на два месяца."), "Темирлана Грозукова"));
        Assert.Equal("x:3", Linked(InventedList.Read("وقال محام إن حمزة قاسم الوراقي، زعيم الحركة، غادر البلاد."), "حمزة قاسم الوراقي"));
    }

    [Fact]
    public void A_name_with_a_clitic_starts_behind_it()
    {
        var reading = InventedList.Read("وأعلنت الحكومة أن لا صلة لها بحركة الفجر الأصفر في المدينة.");
        Assert.Equal("x:4", Linked(reading, "حركة الفجر الأصفر"));
        Assert.True(reading.Mentions.Single(m => m.Surface == "حركة الفجر الأصفر").IsNegated);
    }

    [Fact]
    public void A_curated_name_finds_the_entry_that_bears_another_one() =>
        Assert.Equal("x:6", Linked(InventedList.Read("وتبنى تنظيم داعش الهجوم في بيان."), "تنظيم داعش"));

    [Fact]
    public void A_company_is_found_in_a_Russian_case() =>
        Assert.Equal("x:5", Linked(InventedList.Read("Завод расторг договор с Орлабанком в мае."), "Орлабанком"));

    [Fact]
    public void A_namesake_whose_age_contradicts_does_not_alert()
    {
        var reading = InventedList.Read("Dariush Khalduni, a 24-year-old pastry cook from the coast, won the prize.", new DateOnly(2025, 3, 1));
        Assert.Null(Linked(reading, "Dariush Khalduni"));
        Assert.Contains(reading.Mentions, m => m.Surface == "Dariush Khalduni");
    }

    [Fact]
    public void A_longer_name_that_begins_like_a_listed_one_does_not_alert() =>
        Assert.Null(Linked(InventedList.Read("Wrestler Hamza Qasim Turabek said he would retire.", new DateOnly(2025, 3, 1)), "Hamza Qasim Turabek"));

    [Fact]
    public void A_surname_alone_belongs_to_the_last_full_name()
    {
        var reading = InventedList.Read("Темирлан Грозуков скрылся. Хирург Павел Грозуков принимал раненых. Грозуков не спал двое суток.");
        Assert.Equal("x:2", Linked(reading, "Темирлан Грозуков"));
        Assert.Null(Linked(reading, "Павел Грозуков"));
        Assert.Null(Linked(reading, "Грозуков"));
    }

    [Fact]
    public void A_country_before_a_name_is_no_part_of_it() =>
        Assert.Equal("x:2", Linked(InventedList.Read("Суд признал, что министр России Темирлан Грозуков виновен."), "Темирлан Грозуков"));

    [Fact]
    public void A_word_of_a_persons_name_that_a_company_bears_does_not_alert() =>
        Assert.All(InventedList.Read("Доминика Орлабанка видели в порту.").Mentions, m => Assert.DoesNotContain(m.Entries, e => e.Probability >= 0.5));

    [Fact]
    public void An_ordinary_word_far_from_the_group_is_not_the_group()
    {
        // الشباب is the group's name and the word for youth.
        var entries = new[] { InventedList.Group("y:1", "Al-Shabaab") };
        var reader = ArticleReader.Prepare(Marsad.Engine.Matching.Watchlist.Prepare(entries, Marsad.Engine.Matching.ScoringModel.V1), entries);
        var reading = reader.Read("وقالت الشرطة إن حركة الشباب هاجمت القرية.\nودعا المدرب جمهور النادي إلى الحضور مبكراً لأن المباراة مهمة جداً، وطلب من الشباب التبرع.");
        Assert.Equal(["حركة الشباب"], reading.Mentions.Where(m => m.Entries is [{ Probability: >= 0.5 }, ..]).Select(m => m.Surface));
    }

    [Fact]
    public void Every_span_is_the_text_it_says()
    {
        const string Text = "ЗАРЕЧЕНСК, 5 июня 2024 года («Заречный край»). «Мы ждём», — сказал «Заречному краю» инженер Пётр Заславин. Погибли трое рабочих.";
        var reading = InventedList.Read(Text);
        Assert.All(reading.Mentions, m => Assert.Equal(m.Surface, Text[m.Span.Start..m.Span.End]));
        Assert.All(reading.Figures, f => Assert.Equal(f.Surface, Text[f.Span.Start..f.Span.End]));
        Assert.All(reading.Statements, s => Assert.Equal(s.Cue!.Surface, Text[s.Cue.Span.Start..s.Cue.Span.End]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\uD800")]
    [InlineData("«««“““\"\"\"(((")]
    [InlineData("\n\n\n")]
    [InlineData("12 12 12 12 12 12 12 12 12 12 12 12 12 12 12 12 12")]
    [InlineData("و و و و و ا ا ا ا ل ل ل ل")]
    public void Any_string_is_read(string text) => Assert.NotNull(InventedList.Read(text));

    [Fact]
    public void The_same_text_gives_the_same_reading()
    {
        const string Text = "وقال الباحث منذر الصفواني إن حركة الفجر الأصفر «قد تعود» إلى النشاط في 3 مارس 2024.";
        Assert.Equal(InventedList.Read(Text).Mentions.Select(m => m.ToString()), InventedList.Read(Text).Mentions.Select(m => m.ToString()));
    }
}
