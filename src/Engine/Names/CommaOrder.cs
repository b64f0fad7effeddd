namespace Marsad.Engine.Names;

/// <summary>Turns "SOLEIMANI, Qasem" into reading order, and notes what order and capitals say about the family name.</summary>
internal static class CommaOrder
{
    /// <summary>
    /// Puts the words before the first comma, the family name, behind the rest. Titles and suffixes that stand alone between
    /// commas (Smith, John, Jr.) do not count as a name and go last.
    /// </summary>
    public static void Turn(List<Word> words)
    {
        var comma = NextComma(words, 1);
        if (comma == words.Count)
            return;
        // 1. The first stretch between commas that is a name is the family name, the next one begins with the given name.
        (int Start, int End)? family = null, given = null;
        for (var start = 0; start < words.Count; start = NextComma(words, start + 1))
        {
            var end = NextComma(words, start + 1);
            if (IsExtra(words, start, end))
                continue;
            if (family is null)
                family = (start, end);
            else
                given ??= (start, end);
        }
        if (family is not var (familyStart, familyEnd) || given is not var (givenStart, givenEnd))
            return;
        for (var i = familyStart; i < familyEnd; i++)
            words[i].Stated = PartRole.Family;
        for (var i = givenStart; i < givenEnd; i++)
        {
            if (words[i].Form.Length > 1 && !words[i].Is(NotAName))
            {
                words[i].Stated = PartRole.Given;
                break;
            }
        }
        // 2. Names, family name, titles and suffixes.
        var turned = new List<Word>(words.Count);
        var extras = new List<Word>();
        for (var start = 0; start < words.Count; start = NextComma(words, start + 1))
        {
            var end = NextComma(words, start + 1);
            if (start != familyStart)
                (IsExtra(words, start, end) ? extras : turned).AddRange(words.GetRange(start, end - start));
        }
        turned.AddRange(words.GetRange(familyStart, familyEnd - familyStart));
        turned.AddRange(extras);
        words.Clear();
        words.AddRange(turned);
    }

    private const WordKinds NotAName = WordKinds.Article | WordKinds.Assimilated | WordKinds.Filiation | WordKinds.Particle | WordKinds.Kunya
        | WordKinds.Title | WordKinds.LeadingTitle | WordKinds.Suffix;

    private static int NextComma(List<Word> words, int from)
    {
        var i = from;
        while (i < words.Count && words[i].Before != Gap.Comma)
            i++;
        return i;
    }

    private static bool IsExtra(List<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!words[i].Is(WordKinds.Suffix | WordKinds.Title | WordKinds.LeadingTitle) && Numerals.Roman(words[i].Text) is not ("2" or "3" or "4"))
                return false;
        }
        return true;
    }

    /// <summary>Where only the family name is in capitals (Qasem SOLEIMANI), says so.</summary>
    public static void ReadCapitals(List<Word> words)
    {
        int first = -1, last = -1, others = 0, capitals = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Stated != PartRole.Unknown)
                return;
            if (IsCapitals(words[i].Text))
            {
                first = first < 0 ? i : first;
                last = i;
                capitals++;
            }
            else if (!words[i].Is(WordKinds.Article | WordKinds.Filiation | WordKinds.Particle | WordKinds.Title | WordKinds.LeadingTitle)
                && words[i].Form.Length > 1)
            {
                others++;
            }
        }
        // The capitals must be one run at either end, or they are abbreviations.
        if (capitals == 0 || others == 0 || last - first + 1 != capitals || (first != 0 && last != words.Count - 1))
            return;
        for (var i = first; i <= last; i++)
            words[i].Stated = PartRole.Family;
    }

    private static bool IsCapitals(string text)
    {
        if (text.Length < 2 || Numerals.Roman(text) is not null)
            return false;
        foreach (var c in text)
        {
            if (!char.IsUpper(c) && c != '\'')
                return false;
        }
        return true;
    }
}
