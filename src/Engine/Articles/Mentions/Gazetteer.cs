using System.Collections.Frozen;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>A place of the gazetteer, found in a text.</summary>
/// <param name="Name">Its name in English.</param>
/// <param name="Country">The code of its country.</param>
/// <param name="IsCountry">Whether it is the country itself.</param>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Cut">Letters of the first token that belong to the word before.</param>
internal sealed record FoundPlace(string Name, string Country, bool IsCountry, TokenRange Tokens, int Cut);

/// <summary>Countries and cities by their names in the letters of the article, in any Russian case and with Arabic clitics.</summary>
internal static class Gazetteer
{
    private const int LongestName = 6;

    private sealed record Place(string Name, string Country, bool IsCountry);

    private static readonly Lazy<FrozenDictionary<string, Place>> Places = new(Read);
    private static readonly Lazy<FrozenSet<string>> Starts = new(() => Places.Value.Keys.Select(k => k.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenSet<string>> Demonyms = new(() => TableFile.Rows("data/places/countries.tsv", 4).Where(r => r[1] == "demonym")
        .SelectMany(r => new[] { LetterFolds.Fold(r[3]), LetterFolds.Fold(r[3]) + "s" }).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The longest place name that begins at a token; null when none does.</summary>
    public static FoundPlace? At(ArticleTokens text, int at, int end)
    {
        var token = text[at];
        if (!token.IsWord || (token.Script is Script.Latin or Script.Cyrillic && !token.IsUpper))
            return null;
        var stems = new List<Stem>(8);
        Stems.Of(token.Form, token.Script, Clitics.Conjunction | Clitics.Preposition, stems);
        foreach (var stem in stems)
        {
            if (Longest(text, at, end, Key(stem.Form, token.Script)) is ({ } place, var last))
                return new FoundPlace(place.Name, place.Country, place.IsCountry, new TokenRange(at, last), stem.Cut);
        }
        return null;
    }

    /// <summary>Whether a word is one for a people: Indian, Jordanians.</summary>
    public static bool IsDemonym(string form) => Demonyms.Value.Contains(form);

    private static (Place? Place, int End) Longest(ArticleTokens text, int at, int end, string first)
    {
        if (!Starts.Value.Contains(first))
            return (null, at);
        (Place?, int) best = Places.Value.TryGetValue(first, out var place) ? (place, at + 1) : (null, at);
        var key = first;
        for (var i = at + 1; i < Math.Min(end, at + (2 * LongestName)); i++)
        {
            if (text[i].Is('-') && text.Touch(i))
                continue;
            if (!text[i].IsWord)
                break;
            key += " " + Key(text[i].Form, text[i].Script);
            if (Places.Value.TryGetValue(key, out var longer))
                best = (longer, i + 1);
        }
        return best;
    }

    private static string Key(string form, Script script) => script == Script.Cyrillic ? RussianStems.Of(form) : form;

    private static FrozenDictionary<string, Place> Read()
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var row in TableFile.Rows("data/places/countries.tsv", 4))
        {
            if (row[1] is "name" or "form" or "display")
                Add(places, row[3], new Place(Countries.Name(row[0]), row[0], row[1] != "form" || Countries.CodeOf(row[3]) == row[0]));
        }
        foreach (var row in TableFile.Rows("data/places/cities.tsv", 3))
        {
            foreach (var name in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(row[1]))
                Add(places, name, new Place(row[1], row[0], false));
        }
        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Place> places, string name, Place place)
    {
        if (Transliterator.ScriptOf(name) is not (Script.Latin or Script.Arabic or Script.Cyrillic))
            return;
        var words = new Tokenizer().Tokenize(name).Where(t => t.IsWord).Select(t => Key(t.Form, t.Script)).ToArray();
        if (words.Length is > 0 and <= LongestName && words.Sum(w => w.Length) > 2)
            places.TryAdd(string.Join(' ', words), place);
    }
}
