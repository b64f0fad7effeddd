using System.Collections.Frozen;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Names;

/// <summary>What the tables of <c>data/names</c> say a word can be; a word can be several things.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    /// <summary>The Arabic article: al, el, ال.</summary>
    Article = 1 << 0,
    /// <summary>The article before a letter it took the sound of: as-Sadr, ud-Din. An article only there.</summary>
    Assimilated = 1 << 1,
    /// <summary>Son or daughter of: bin, ibn, bint, ould.</summary>
    Filiation = 1 << 2,
    /// <summary>Son or daughter of, after the father's name: oglu, qizi.</summary>
    FiliationAfter = 1 << 3,
    /// <summary>A small word that stands between others: de, van, von.</summary>
    Particle = 1 << 4,
    /// <summary>Father or mother of: Abu, Umm.</summary>
    Kunya = 1 << 5,
    Abd = 1 << 6,
    /// <summary>Abd with its article: Abdul, Abdel.</summary>
    Abdul = 1 << 7,
    Abul = 1 << 8,
    Dhu = 1 << 9,
    Dhul = 1 << 10,
    Allah = 1 << 11,
    Din = 1 << 12,
    /// <summary>Din with its article: uddin, Eddine.</summary>
    Uddin = 1 << 13,
    /// <summary>A name of God, so that Abd before it makes a compound.</summary>
    Divine = 1 << 14,
    Bakr = 1 << 15,
    /// <summary>A title wherever it stands.</summary>
    Title = 1 << 16,
    /// <summary>A title before a name, a name elsewhere (Sheikh).</summary>
    LeadingTitle = 1 << 17,
    /// <summary>A title before two or more names (Sayyid).</summary>
    Honorific = 1 << 18,
    /// <summary>Stands after a name: Jr, Sr.</summary>
    Suffix = 1 << 19,
    /// <summary>A by-name of origin that is known as such, so that it is one without its article too.</summary>
    Nisba = 1 << 20,
    /// <summary>The first word of a title of several words.</summary>
    PhraseStart = 1 << 21,
    /// <summary>A word whose first ال is not the article (الياس).</summary>
    NotArticle = 1 << 22,
    /// <summary>As often a name as a title (Malik, Shah, Amir): never called a title, but see <see cref="NameWords.MayBeTitle"/>.</summary>
    TitleOrName = 1 << 23,
    /// <summary>A small word of organization names, too often a name in a person's.</summary>
    Connective = 1 << 24,
}

/// <summary>The words of names whose job is known.</summary>
internal static class NameWords
{
    private static readonly FrozenDictionary<string, WordKinds> Kinds = Load();

    public static WordKinds Of(string form) => Kinds.GetValueOrDefault(form);

    /// <summary>True for a word that is a title in some names and a name in others: it says little when one side lacks it.</summary>
    public static bool MayBeTitle(string form) => (Of(form) & (WordKinds.Title | WordKinds.LeadingTitle | WordKinds.Honorific | WordKinds.TitleOrName)) != 0;

    private static FrozenDictionary<string, WordKinds> Load()
    {
        var kinds = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        foreach (var table in (string[])["particles", "compounds", "titles", "nisbas"])
        {
            foreach (var row in TableFile.Rows($"data/names/{table}.tsv", 2))
            {
                if (!Enum.TryParse<WordKinds>(row[0], ignoreCase: true, out var kind))
                    throw new InvalidDataException($"data/names/{table}.tsv: '{row[0]}' is not a kind of word.");
                foreach (var phrase in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    Add(kinds, phrase, kind);
            }
        }
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, WordKinds> kinds, string phrase, WordKinds kind)
    {
        var form = Word.FormOf(phrase);
        kinds[form] = kinds.GetValueOrDefault(form) | kind;
        if (phrase.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
        {
            var first = Word.FormOf(phrase[..space]);
            kinds[first] = kinds.GetValueOrDefault(first) | WordKinds.PhraseStart;
        }
    }
}
