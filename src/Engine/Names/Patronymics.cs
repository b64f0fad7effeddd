namespace Marsad.Engine.Names;

/// <summary>Finds names made from the father's name by their endings.</summary>
internal static class Patronymics
{
    /// <summary>Endings that only a daughter's patronymic has.</summary>
    private static readonly string[] Certain = ["ovna", "evna", "yevna", "овна", "евна", "івна", "ївна"];

    /// <summary>Endings that family names have too: a patronymic inside a name, or last of three (Putin Vladimir Vladimirovich).</summary>
    private static readonly string[] Slavic =
        ["ovich", "evich", "avich", "ovych", "evych", "avych", "ovitch", "evitch", "ovitj", "evitj", "avitj", "ович", "евич", "овіч", "евіч", "авіч", "йович", "ych",
         "ыч", "inichna", "ична"];

    /// <summary>The same as Czech and Slovene write it; last in a name it is a family name of the Balkans (Milošević).</summary>
    private static readonly string[] SlavicInside = ["ovic", "evic", "avic"];

    private static readonly string[] Turkic =
        ["oglu", "ogly", "oglou", "ugli", "uly", "uulu", "qizi", "kyzy", "kizi", "gizi", "zade", "zoda", "zada", "оглы", "улы", "уулу", "кызы", "зода", "заде"];

    public static void Assign(List<Word> words)
    {
        var hasSlavic = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Is(WordKinds.FiliationAfter) && word.Role == PartRole.Particle)
            {
                if (words[i - 1].Role == PartRole.Unknown)
                    words[i - 1].Role = PartRole.Patronymic;
                continue;
            }
            if (word.Role != PartRole.Unknown || i == 0 && word.Stated != PartRole.Family)
                continue;
            var isLast = i == words.Count - 1;
            if (EndsWithAny(word.Form, Certain)
                || (!hasSlavic && (!isLast || i >= 2) && EndsWithAny(word.Form, Slavic))
                || (!hasSlavic && !isLast && EndsWithAny(word.Form, SlavicInside)))
            {
                word.Role = PartRole.Patronymic;
                hasSlavic = true;
            }
            else if (EndsWithAny(word.Form, Turkic))
            {
                word.Role = PartRole.Patronymic;
            }
        }
    }

    private static bool EndsWithAny(string form, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (form.Length >= ending.Length + 2 && form.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
