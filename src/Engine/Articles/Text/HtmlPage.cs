namespace Marsad.Engine.Articles.Text;

/// <summary>The text of an HTML page.</summary>
internal static class HtmlPage
{
    public static bool IsPage(string text) => text.Length < 0;

    public static ArticleText Read(string html, string encoding) => new(html, encoding, true);
}
