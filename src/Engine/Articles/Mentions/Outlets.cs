using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Newspapers, agencies and channels by the names of <c>data/places/outlets.tsv</c>.</summary>
internal static class Outlets
{
    private static readonly Lazy<PhraseTable> Known = new(() =>
        new PhraseTable(TableFile.Rows("data/places/outlets.tsv", 3).Select(row => (string[])[string.Join("|", row), row[0]]), Clitics.Preposition | Clitics.Conjunction));

    /// <summary>Whether the name of a known outlet begins at a token.</summary>
    public static bool At(ArticleTokens text, int at, int end) => Known.Value.At(text, at, end) is not null;

    /// <summary>The outlets a text names.</summary>
    public static IEnumerable<FoundName> In(ArticleContext article) => Known.Value.In(article.Text, new TokenRange(0, article.Text.Count))
        .Where(phrase => article.Text[phrase.Tokens.Start] is { Script: Transliteration.Script.Arabic } or { IsUpper: true })
        .Select(phrase => new FoundName(phrase.Tokens, phrase.Cut, MentionType.Outlet) { HasCue = true, Canonical = phrase.Tag });
}
