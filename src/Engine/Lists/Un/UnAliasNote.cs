using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists.Un;

/// <summary>Reads the NOTE beside an alias: "formerly listed as", the name in another script, transliterations in a list.</summary>
internal static partial class UnAliasNote
{
    private static readonly HashSet<string> Particles = ["al", "bin", "ibn", "abu", "the", "of", "ould", "ben", "de", "el", "al-", "ul", "ur", "e"];

    /// <summary>Whether the note says that the party was listed under the alias before.</summary>
    public static bool SaysFormer(string note) => Former().IsMatch(note);

    /// <summary>Whether the note holds more than what <see cref="SaysFormer"/> and <see cref="Names"/> take from it.</summary>
    public static bool HasMore(string note) => !Plain().IsMatch(note);

    /// <summary>The names in the note: runs of other scripts, and lists of Latin transliterations of an alias in another script.</summary>
    public static IEnumerable<string> Names(string note, string alias)
    {
        foreach (Match run in OtherScript().Matches(note))
            yield return run.Value.Trim();
        var isTransliterated = note.Contains("transliteration", StringComparison.OrdinalIgnoreCase);
        var isOther = UnAliasText.Scripts(alias) is (false, true);
        var lists = Bracketed().Matches(note).Select(m => m.Groups[1].Value).Where(t => t.Contains(';', StringComparison.Ordinal)).ToList();
        if (lists.Count == 0 && (isOther || isTransliterated))
            lists.Add(note.Split('(', ')').Select(t => t.Replace("transliterations:", "", StringComparison.OrdinalIgnoreCase).Trim()).FirstOrDefault(t => t.Length > 0) ?? "");
        foreach (var item in lists.SelectMany(t => UnAliasText.Items(t, isTransliterated ? [';', ','] : [';'])))
        {
            if (IsNameLike(item))
                yield return item;
        }
    }

    // Every word is a capital letter's or a particle, and there are few of them.
    private static bool IsNameLike(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 8 && words.All(w => !w.Any(char.IsDigit) && !w.Contains(':', StringComparison.Ordinal)
            && (char.IsUpper(w.TrimStart('‘', '’', '\'', '"', '“')[..1], 0) || Particles.Contains(w) || w.StartsWith("al-", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\b(previously|formerly) listed\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Former();

    [GeneratedRegex(@"^\W*((previously|formerly) listed( as)?|original script: [^A-Za-z]+|in arabic( script)?: [^A-Za-z]+|[.,;\s])*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[\u0370-\u1DFF\u2E80-\uD7FF\uFB1D-\uFDFF\uFE70-\uFEFF](?:[\u0370-\u1DFF\u2E80-\uD7FF\uFB1D-\uFDFF\uFE70-\uFEFF\s'’-]*[\u0370-\u1DFF\u2E80-\uD7FF\uFB1D-\uFDFF\uFE70-\uFEFF])?", RegexOptions.CultureInvariant)]
    private static partial Regex OtherScript();

    [GeneratedRegex(@"\(([^()]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
