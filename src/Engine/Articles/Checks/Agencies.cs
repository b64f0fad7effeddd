using System.Collections.Frozen;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Checks;

/// <summary>The acronyms of well-known agencies, by their names in any language.</summary>
internal static class Agencies
{
    private static readonly Lazy<FrozenDictionary<string, string>> Known = new(() => TableFile.Rows("data/organizations/agencies.tsv", 2)
        .SelectMany(row => row[1..].Where(name => name.Length > 0).Select(name => (Key(name), row[0].ToLowerInvariant())))
        .DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    /// <summary>The acronym in small letters; null for a name that the table does not have.</summary>
    public static string? Acronym(string name) => Known.Value.GetValueOrDefault(Key(name));

    private static string Key(string name) => string.Join(' ', new Tokenizer().Tokenize(name).Where(t => t.IsWord).Select(t => t.Form));
}
