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
        if (!words.Exists(w => w.Before == Gap.Comma))
            return;
        var segments = new List<List<Word>>();
        foreach (var word in words)
        {
            if (segments.Count == 0 || word.Before == Gap.Comma)
                segments.Add([]);
            segments[^1].Add(word);
        }
        var extras = segments.Where(IsExtra).ToList();
        var names = segments.Where(s => !IsExtra(s)).ToList();
        if (names.Count >= 2)
        {
            names[0].ForEach(w => w.Stated = PartRole.Family);
            if (names[1].Find(w => w.Kinds == WordKinds.None && w.Form.Length > 1) is { } given)
                given.Stated = PartRole.Given;
            names = [.. names.Skip(1), names[0]];
        }
        words.Clear();
        words.AddRange(names.Concat(extras).SelectMany(s => s));
    }

    private static bool IsExtra(List<Word> segment) =>
        segment.TrueForAll(w => w.Is(WordKinds.Suffix | WordKinds.Title | WordKinds.LeadingTitle) || Numerals.Roman(w.Text) is "2" or "3" or "4");

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
