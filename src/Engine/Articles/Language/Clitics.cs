using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Language;

/// <summary>Which Arabic letters written onto a word may be taken off it.</summary>
[Flags]
internal enum Clitics
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>و and ف, "and".</summary>
    Conjunction = 1,
    /// <summary>ب, ك, ل and س: prepositions and the future.</summary>
    Preposition = 2,
    /// <summary>ال, the article.</summary>
    Article = 4,
    /// <summary>All of them.</summary>
    All = 7,
}

/// <summary>A word without some of the letters written onto it.</summary>
/// <param name="Form">What stays, folded.</param>
/// <param name="Cut">How many letters were taken off; the article is not counted, as it belongs to the name.</param>
internal readonly record struct Stem(string Form, int Cut);

/// <summary>Takes clitics off Arabic words: whoever looks a word up tries the word itself, then each stem.</summary>
internal static class Stems
{
    /// <summary>Fewer letters are no word.</summary>
    private const int ShortestStem = 2;

    /// <summary>The word itself first, then what stays without clitics, the fewest taken off first.</summary>
    public static void Of(string form, Script script, Clitics clitics, List<Stem> stems)
    {
        stems.Clear();
        stems.Add(new Stem(form, 0));
        if (script != Script.Arabic || clitics == Clitics.None || form.Length < 3)
            return;
        AddWithout(form, 0, clitics, stems);
    }

    private static void AddWithout(string form, int cut, Clitics clitics, List<Stem> stems)
    {
        if (clitics.HasFlag(Clitics.Article) && form.StartsWith("ال", StringComparison.Ordinal) && form.Length - 2 >= ShortestStem)
            stems.Add(new Stem(form[2..], cut));
        if (form.Length - 1 < ShortestStem)
            return;
        if (clitics.HasFlag(Clitics.Conjunction) && form[0] is 'و' or 'ف' && cut == 0)
        {
            stems.Add(new Stem(form[1..], cut + 1));
            AddWithout(form[1..], cut + 1, clitics & ~Clitics.Conjunction, stems);
        }
        if (!clitics.HasFlag(Clitics.Preposition))
            return;
        if (form.StartsWith("لل", StringComparison.Ordinal))
        {
            stems.Add(new Stem(string.Concat("ال", form.AsSpan(2)), cut + 1));
            if (clitics.HasFlag(Clitics.Article))
                stems.Add(new Stem(form[2..], cut + 1));
        }
        if (form[0] is 'ب' or 'ك' or 'ل' or 'س' && form.Length > 3)
        {
            stems.Add(new Stem(form[1..], cut + 1));
            if (clitics.HasFlag(Clitics.Article) && form.AsSpan(1).StartsWith("ال", StringComparison.Ordinal) && form.Length - 3 >= ShortestStem)
                stems.Add(new Stem(form[3..], cut + 1));
        }
    }
}
