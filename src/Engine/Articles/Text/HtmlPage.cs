using System.Globalization;
using System.Net;
using System.Text;

namespace Marsad.Engine.Articles.Text;

/// <summary>Takes the text out of an HTML page: one pass over its tags, linear for any input.</summary>
/// <remarks>
/// <para>A tree is not needed and not built: a page of a million nested tables costs what its length costs. Elements that hold no
/// text of the article (scripts, menus, forms) are left out with all inside; a block element ends the line; entities are
/// decoded; a line that is mostly links is a menu. Where the page marks its article, only that is taken.</para>
/// </remarks>
internal sealed class HtmlPage
{
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "svg", "textarea", "title", "math" };
    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase) { "nav", "aside", "footer", "form", "button", "select", "iframe", "object", "video", "audio", "menu", "dialog", "figcaption" };
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "input", "label", "meta", "link", "del", "data",
    };

    private readonly record struct Line(string Text, int LinkLetters, bool IsInArticle);

    private readonly List<Line> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly string _html;
    private int _leftOut, _articles, _links, _linkLetters;
    private DateOnly? _date;
    private ArticleLanguage? _language;

    private HtmlPage(string html) => _html = html;

    /// <summary>Whether a text is a page: it begins with a tag and has one of those that pages have.</summary>
    public static bool IsPage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        return head.StartsWith("<") && (Has(head, "<!doctype html") || Has(head, "<html") || Has(head, "<body") || Has(head, "<p>") || Has(head, "<p ") || Has(head, "<div") || Has(head, "<article") || Has(head, "<table"));
    }

    /// <summary>The text of a page.</summary>
    /// <exception cref="InvalidDataException">The page has no text.</exception>
    public static ArticleText Read(string html, string encoding)
    {
        var page = new HtmlPage(html);
        page.Walk();
        var text = page.Text();
        return text.Length == 0
            ? throw new InvalidDataException("the page has no text: it may be made by a script in the browser")
            : new ArticleText(text, encoding, true, page._date, page._language);
    }

    private static bool Has(ReadOnlySpan<char> text, string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);

    private void Walk()
    {
        for (var at = 0; at < _html.Length;)
        {
            var open = _html.IndexOf('<', at);
            if (open < 0)
                open = _html.Length;
            Append(_html.AsSpan(at, open - at));
            at = open < _html.Length ? Tag(open) : open;
        }
        EndLine();
    }

    // A tag, a comment or a stray "<"; returns where the text goes on.
    private int Tag(int open)
    {
        if (string.CompareOrdinal(_html, open, "<!--", 0, 4) == 0)
            return Behind(_html.IndexOf("-->", open + 4, StringComparison.Ordinal), 3);
        if (open + 1 >= _html.Length || !(char.IsAsciiLetter(_html[open + 1]) || _html[open + 1] is '/' or '!' or '?'))
        {
            Append("<");
            return open + 1;
        }
        var close = EndOfTag(open);
        var isEnd = _html[open + 1] == '/';
        var start = open + (isEnd ? 2 : 1);
        var end = start;
        while (end < close && char.IsAsciiLetterOrDigit(_html[end]))
            end++;
        var name = _html[start..end];
        if (!isEnd && Raw.Contains(name) && _html[close - 1] != '/')
            return EndOfRaw(name, close + 1);
        Element(name, isEnd, _html.AsSpan(open, close - open), close > open && _html[close - 1] == '/');
        return close + 1;
    }

    private int Behind(int found, int length) => found < 0 ? _html.Length : found + length;

    // A ">" inside a quoted attribute ends no tag; an unclosed quotation ends with the tag after all.
    private int EndOfTag(int open)
    {
        var quote = '\0';
        var first = _html.IndexOf('>', open);
        for (var i = open + 1; i < Math.Min(_html.Length, open + 4096); i++)
        {
            var c = _html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i;
        }
        return first < 0 ? _html.Length - 1 : first;
    }

    private int EndOfRaw(string name, int at)
    {
        if (at >= _html.Length)
            return _html.Length;
        var end = _html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? _html.Length : Behind(_html.IndexOf('>', end), 1);
    }

    private void Element(string name, bool isEnd, ReadOnlySpan<char> tag, bool isEmpty)
    {
        if (LeftOut.Contains(name) && !isEmpty)
            _leftOut = Math.Max(0, _leftOut + (isEnd ? -1 : 1));
        if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
            _links = isEnd ? 0 : 1;
        if (name.Equals("article", StringComparison.OrdinalIgnoreCase) || name.Equals("main", StringComparison.OrdinalIgnoreCase))
        {
            EndLine();
            _articles = Math.Max(0, _articles + (isEnd ? -1 : 1));
        }
        if (!isEnd)
            Metadata(name, tag);
        if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
            Append(" ");
        else if (name.Length > 0 && !Inline.Contains(name))
            EndLine();
    }

    private void Metadata(string name, ReadOnlySpan<char> tag)
    {
        if (name.Equals("html", StringComparison.OrdinalIgnoreCase))
        {
            _language ??= Attribute(tag, "lang") switch { ['a', 'r', ..] => ArticleLanguage.Arabic, ['r', 'u', ..] => ArticleLanguage.Russian, ['f', 'a', ..] => ArticleLanguage.Persian, ['e', 'n', ..] => ArticleLanguage.English, _ => null };
            return;
        }
        var isTime = name.Equals("time", StringComparison.OrdinalIgnoreCase);
        if (!isTime && !(name.Equals("meta", StringComparison.OrdinalIgnoreCase) && (Has(tag, "published_time") || Has(tag, "datePublished") || Has(tag, "\"date\"") || Has(tag, "pubdate"))))
            return;
        var value = Attribute(tag, isTime ? "datetime" : "content");
        if (_date is null && value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            _date = day;
    }

    private static string Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "";
        var value = tag[(at + name.Length + 1)..].TrimStart("\"'");
        var end = value.IndexOfAny("\"' >");
        return (end < 0 ? value : value[..end]).ToString();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_leftOut > 0 || text.IsEmpty)
            return;
        var before = _line.Length;
        // Entities are decoded before spaces are counted: &nbsp; is one.
        ReadOnlySpan<char> decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text;
        foreach (var c in decoded)
        {
            if (!char.IsWhiteSpace(c))
                _line.Append(c);
            else if (_line.Length > 0 && _line[^1] != ' ')
                _line.Append(' ');
        }
        if (_links > 0)
            _linkLetters += _line.Length - before;
    }

    private void EndLine()
    {
        var text = _line.ToString().Trim();
        if (text.Length > 0)
            _lines.Add(new Line(text, _linkLetters, _articles > 0));
        _line.Clear();
        _linkLetters = 0;
    }

    private string Text()
    {
        // Menus and lists of related articles are lines of links.
        var lines = _lines.FindAll(l => l.LinkLetters * 10 < l.Text.Length * 7);
        var marked = lines.FindAll(l => l.IsInArticle);
        if (marked.Sum(l => l.Text.Length) is > 200)
            lines = marked;
        return string.Join('\n', lines.Select(l => l.Text));
    }
}
