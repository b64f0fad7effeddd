namespace Marsad.Engine.Articles.Scanning;

/// <summary>Takes case endings off Russian words, so that Умарову, Умаровым and Умаров meet.</summary>
internal static class RussianStems
{
    private const int ShortestStem = 3;

    // Longest first. -ов and -ев are left alone: they end surnames as well as plurals.
    private static readonly string[] Endings =
    [
        "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ией", "ах", "ях", "ам", "ям", "ой", "ей", "ом", "ем", "ым", "им", "ую", "юю",
        "ая", "яя", "ое", "ее", "ый", "ий", "ые", "ие", "ых", "их", "ию", "ия", "ии", "ью", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й",
    ];

    /// <summary>A folded Cyrillic word without its case ending; the same for all cases of one word.</summary>
    public static string Of(string form)
    {
        foreach (var ending in Endings)
        {
            if (form.Length - ending.Length >= ShortestStem && form.EndsWith(ending, StringComparison.Ordinal))
                return form[..^ending.Length];
        }
        return form;
    }

    /// <summary>The stem of a genitive plural (талибов is of талиб); null when the word is none.</summary>
    public static string? OfPlural(string form) =>
        form.Length - 2 >= ShortestStem && (form.EndsWith("ов", StringComparison.Ordinal) || form.EndsWith("ев", StringComparison.Ordinal)) ? form[..^2] : null;

    /// <summary>What a name in an oblique case may be in the nominative, likeliest first; the printed form is among them.</summary>
    public static IEnumerable<string> Nominatives(string form)
    {
        if (form.Length > 5 && (form.EndsWith("ского", StringComparison.Ordinal) || form.EndsWith("скому", StringComparison.Ordinal)))
            yield return form[..^3] + "ий";
        else if (form.EndsWith("ским", StringComparison.Ordinal) || form.EndsWith("ском", StringComparison.Ordinal))
            yield return form[..^2] + "ий";
        else if (form.Length > 4 && (form.EndsWith("ого", StringComparison.Ordinal) || form.EndsWith("ому", StringComparison.Ordinal)))
            yield return form[..^3] + "ый";
        var stem = Of(form);
        if (form.Length > 3 && stem.Length < form.Length && !form.EndsWith("ий", StringComparison.Ordinal))
        {
            yield return stem;
            if (form[^1] is 'я' or 'ю' or 'е' or 'и')
                yield return stem + (stem[^1] is 'а' or 'е' or 'и' or 'о' or 'у' ? "й" : "ь");
        }
        yield return form;
    }
}
