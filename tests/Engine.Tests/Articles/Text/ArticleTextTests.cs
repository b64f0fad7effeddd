using System.Text;
using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles.Text;

public class ArticleTextTests
{
    private const string Arabic = "قالت وزارة الصحة إن عدد المصابين بلغ ثلاثين شخصا في المدينة";
    private const string Russian = "Министерство сообщило, что дорогу откроют завтра утром после ремонта";

    [Theory]
    [InlineData("windows-1256", Arabic)]
    [InlineData("windows-1251", Russian)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-8", Arabic)]
    public void The_encoding_is_recognized(string name, string text)
    {
        var encoding = name.StartsWith("windows", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
        Assert.Equal(text, ArticleText.Decode(bytes).Text);
    }

    [Fact]
    public void Empty_binary_and_huge_input_is_refused_with_the_reason()
    {
        Assert.Contains("empty", Assert.Throws<InvalidDataException>(() => ArticleText.Decode([])).Message, StringComparison.Ordinal);
        Assert.Contains("no text", Assert.Throws<InvalidDataException>(() => ArticleText.Decode([.. Enumerable.Range(0, 4000).Select(i => (byte)(i % 7))])).Message, StringComparison.Ordinal);
        Assert.Contains("at most", Assert.Throws<InvalidDataException>(() => ArticleText.Decode(new byte[ArticleText.MostBytes + 1])).Message, StringComparison.Ordinal);
        Assert.Contains("no letters", Assert.Throws<InvalidDataException>(() => ArticleText.Decode("   \n"u8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_gives_the_text_of_its_article()
    {
        const string Page = """
            <!DOCTYPE html><html lang="ar"><head><title>x</title><meta property="article:published_time" content="2024-03-31T10:00:00Z"></head>
            <body><nav><a href="/">menu</a></nav><script>var a = "<p>no</p>";</script>
            <article><h1>عنوان</h1><p>قال &laquo;الوزير&raquo; إن <b>الطريق</b> مغلق.</p><p>سطر ثان طويل بما يكفي.</p></article><footer>©</footer></body></html>
            """;
        var text = ArticleText.Decode(Encoding.UTF8.GetBytes(Page));
        Assert.Equal("عنوان\nقال «الوزير» إن الطريق مغلق.\nسطر ثان طويل بما يكفي.", text.Text);
        Assert.Equal((true, new DateOnly(2024, 3, 31), ArticleLanguage.Arabic), (text.IsPage, text.PageDate, text.PageLanguage));
    }

    [Theory]
    [InlineData("<table>", 200_000)]
    [InlineData("<b><i>", 150_000)]
    [InlineData("<p><a title='", 60_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<script><", 60_000)]
    [InlineData("&amp;lt;p&", 60_000)]
    [InlineData("<div", 100_000)]
    public void A_bomb_of_tags_costs_its_length(string piece, int times)
    {
        var page = "<html><body><p>text before the bomb</p>" + string.Concat(Enumerable.Repeat(piece, times)) + "<p>after</p>";
        Assert.StartsWith("text before the bomb", ArticleText.Decode(Encoding.UTF8.GetBytes(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_is_refused() =>
        Assert.Throws<InvalidDataException>(() => ArticleText.Decode("<html><body><script>load()</script></body></html>"u8));
}
