using System.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>What stood between a word and the one before it.</summary>
internal enum Gap
{
    Space,
    Comma,
    Hyphen,
    Apostrophe,
    /// <summary>Nothing: the two were written as one word (البغدادي → ال + بغدادي).</summary>
    Glued,
}

/// <summary>A word of a name while the name is being taken apart.</summary>
internal sealed class Word(string text, Gap before)
{
    /// <summary>As written.</summary>
    public string Text { get; } = text;

    /// <summary>Folded in its own script, without apostrophes and dots.</summary>
    public string Form { get; init; } = FormOf(text);

    public Gap Before { get; } = before;

    /// <summary>What the tables say this word can be.</summary>
    public WordKinds Kinds { get; init; }

    public PartRole Role { get; set; }

    /// <summary>Given or Family where the order of the name (a comma, capitals) says so.</summary>
    public PartRole Stated { get; set; }

    /// <summary>What the word is read as where a table knows better than its letters: digits for a number, llc for GmbH and ООО, al for ash.</summary>
    public string? Canonical { get; set; }

    /// <summary>What its letters alone decide; null for a word made of several.</summary>
    public KnownWord? Known { get; init; }

    /// <summary>How a compound is built; null for a single word.</summary>
    public Compound? Compound { get; init; }

    /// <summary>The text of several words as one.</summary>
    public static string TextOf(List<Word> words, int start, int length)
    {
        if (length == 1)
            return words[start].Text;
        var text = new StringBuilder(words[start].Text);
        for (var i = start + 1; i < start + length; i++)
            text.Append(words[i].Before switch { Gap.Glued => "", Gap.Hyphen => "-", _ => " " }).Append(words[i].Text);
        return text.ToString();
    }

    public bool Is(WordKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>The form of a word: what remains when case, marks, variants of letters and punctuation inside the word are unified.</summary>
    public static string FormOf(string text)
    {
        if (text.AsSpan().IndexOfAny('.', ' ') >= 0)
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Letters.Fold(text);
    }
}

/// <summary>A name of several words that is one name: Abd al-Rahman, Salah al-Din, Habib Allah.</summary>
/// <param name="Kind">The pattern.</param>
/// <param name="Stem">The word that distinguishes it: Rahman, Salah, Habib.</param>
internal sealed record Compound(CompoundKind Kind, string Stem);

/// <summary>The patterns of Arabic compound names.</summary>
internal enum CompoundKind
{
    /// <summary>Abd al-X, servant of X.</summary>
    Abd,
    /// <summary>X Allah.</summary>
    Allah,
    /// <summary>X al-Din, X of the faith.</summary>
    Din,
    /// <summary>Abu al-X, father of the X.</summary>
    Abu,
    /// <summary>Dhu al-X, possessor of the X.</summary>
    Dhu,
    /// <summary>Abu Bakr, always one name.</summary>
    AbuBakr,
    /// <summary>A title of several words.</summary>
    Phrase,
}
