namespace Marsad.Engine.Names;

/// <summary>Whose patronymic a word ends like; a word can end like several.</summary>
[Flags]
internal enum PatronymicEnding
{
    None = 0,
    /// <summary>Only a daughter's patronymic ends so.</summary>
    Certain = 1 << 0,
    /// <summary>Family names end so too.</summary>
    Slavic = 1 << 1,
    /// <summary>A family name where it comes last.</summary>
    SlavicInside = 1 << 2,
    Turkic = 1 << 3,
}

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
            var ending = word.Known?.Ending ?? EndingOf(word.Form);
            if ((ending & PatronymicEnding.Certain) != 0
                || (!hasSlavic && (!isLast || i >= 2) && (ending & PatronymicEnding.Slavic) != 0)
                || (!hasSlavic && !isLast && (ending & PatronymicEnding.SlavicInside) != 0))
            {
                word.Role = PartRole.Patronymic;
                hasSlavic = true;
            }
            else if ((ending & PatronymicEnding.Turkic) != 0)
            {
                word.Role = PartRole.Patronymic;
            }
        }
    }

    /// <summary>Which of the endings a word has.</summary>
    public static PatronymicEnding EndingOf(string form) =>
        (EndsWithAny(form, Certain) ? PatronymicEnding.Certain : PatronymicEnding.None)
        | (EndsWithAny(form, Slavic) ? PatronymicEnding.Slavic : PatronymicEnding.None)
        | (EndsWithAny(form, SlavicInside) ? PatronymicEnding.SlavicInside : PatronymicEnding.None)
        | (EndsWithAny(form, Turkic) ? PatronymicEnding.Turkic : PatronymicEnding.None);

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
