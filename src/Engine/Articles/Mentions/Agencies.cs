using System.Collections.Frozen;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Well-known agencies and bodies by their names in any language, and their acronyms.</summary>
internal static class Agencies
{
    private static readonly Lazy<FrozenDictionary<string, string>> Known = new(() => TableFile.Rows("data/organizations/agencies.tsv", 2)
        .SelectMany(row => row[1..].Where(name => name.Length > 0).Select(name => (Key(name), row[0].ToLowerInvariant())))
        .DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    /// <summary>The acronym in small letters; null for a name that the table does not have.</summary>
    public static string? Acronym(string name) => Known.Value.GetValueOrDefault(Key(name));

    /// <summary>The bodies a text names.</summary>
    public static IEnumerable<FoundName> In(ArticleContext article) => Names.Value.In(article.Text, new TokenRange(0, article.Text.Count))
        .Where(phrase => article.Text[phrase.Tokens.Start] is { Script: Transliteration.Script.Arabic } or { IsUpper: true })
        .Where(phrase => phrase.Tokens.Length > 1 || article.Text[phrase.Tokens.Start] is { Script: Transliteration.Script.Arabic } or { IsAllUpper: true } or { Form.Length: > 5 })
        .Select(phrase => new FoundName(phrase.Tokens, phrase.Cut, MentionType.Organization) { HasCue = true, Canonical = phrase.Cell(1) });

    private static readonly Lazy<PhraseTable> Names = new(() =>
        new PhraseTable(TableFile.Rows("data/organizations/agencies.tsv", 2).Select(row => (string[])[string.Join("|", row.Where(n => n.Length > 0)), row[1]]), Clitics.Preposition | Clitics.Conjunction));

    private static string Key(string name) => string.Join(' ', new Tokenizer().Tokenize(name).Where(t => t.IsWord).Select(t => t.Form));
}
