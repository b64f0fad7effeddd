using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles;

public class StatementsTests
{
    private static (string? Speaker, string Content, bool IsHedged) Only(string text)
    {
        var statement = Assert.Single(InventedList.Read(text).Statements);
        return (statement.Speaker.Surface, string.Join(" … ", statement.Content.Select(c => text[c.Start..c.End])), statement.IsHedged);
    }

    [Theory]
    [InlineData("\"We heard nothing,\" said Norma Vasquero, a retired teacher.", "Norma Vasquero", "We heard nothing,", false)]
    [InlineData("Sheriff Dale Whitmore claimed that the bridge was closed for two days.", "Dale Whitmore", "the bridge was closed for two days", false)]
    [InlineData("The road may reopen on Friday, according to a county memo.", "a county memo", "The road may reopen on Friday", true)]
    [InlineData("The river rose overnight, residents said.", "residents", "The river rose overnight", false)]
    [InlineData("«Мы не уйдём отсюда», — сказала учительница Вера Мохова.", "Вера Мохова", "Мы не уйдём отсюда", false)]
    [InlineData("По словам Павла Гридина, дорогу откроют завтра.", "Павла Гридина", "дорогу откроют завтра", false)]
    [InlineData("Дорогу, вероятно, откроют завтра, считает Гридин Павел.", "Гридин Павел", "Дорогу, вероятно, откроют завтра", true)]
    [InlineData("وقالت وزارة النقل إن الطريق قد يفتح غداً.", "وزارة النقل", "الطريق قد يفتح غداً", true)]
    [InlineData("وأكدت المتحدثة سلمى الكناني: «لن نغادر هذه المدينة».", "سلمى الكناني", "لن نغادر هذه المدينة", false)]
    [InlineData("رفعت المنظمة راتب العمال، بحسب وزارة العمل.", "وزارة العمل", "رفعت المنظمة راتب العمال", false)]
    [InlineData("رضا کمالی، معلم شهر، گفت که جاده بسته است.", "رضا کمالی", "جاده بسته است", false)]
    public void A_frame_gives_speaker_content_and_hedge(string text, string speaker, string content, bool isHedged) =>
        Assert.Equal((speaker, content, isHedged), Only(text));

    [Fact]
    public void Before_a_perfect_قد_is_no_hedge() => Assert.False(Only("وقال الشاهد إن الجسر قد انهار ليلاً.").IsHedged);

    [Fact]
    public void An_unclosed_quotation_ends_with_its_paragraph()
    {
        const string Text = "وقالت سلمى الكناني إن “الطريق مغلق منذ أيام\nوفي المدينة هدوء.";
        Assert.Equal("الطريق مغلق منذ أيام", Only(Text).Content);
        Assert.Contains(InventedList.Read(Text).SourceCheck, i => i.Kind == "unclosedQuote");
    }

    [Fact]
    public void A_pronoun_means_the_last_speaker()
    {
        var reading = InventedList.Read("\"It was dark,\" said Norma Vasquero. \"Nobody saw the car,\" she told the Prairie Post.");
        Assert.Equal("Norma Vasquero", reading.Statements[1].Speaker.Canonical);
        Assert.Equal("Prairie Post", reading.Statements[1].Outlet?.Surface);
    }
}
