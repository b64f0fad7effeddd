namespace Marsad.Engine.Names;

/// <summary>Says what each word of a person's name is for.</summary>
internal static class PersonRoles
{
    public static void Assign(List<Word> words)
    {
        // 1. Small words, titles, numbers, initials, and what a small word says about the next.
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Role == PartRole.Unknown)
                words[i].Role = Own(words, i);
            if (words[i].Role is PartRole.Particle or PartRole.Kunya && words[i].Is(WordKinds.Filiation | WordKinds.Kunya))
                MarkNext(words, i);
        }
        // 2. What the shape of a word says: patronymic and nisba.
        Patronymics.Assign(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Role == PartRole.Unknown && IsNisba(words, i))
                words[i].Role = PartRole.Nisba;
        }
        // 3. What comma or capitals said, where the word itself says nothing stronger.
        foreach (var word in words)
        {
            if (word.Stated != PartRole.Unknown && word.Role is PartRole.Unknown or PartRole.Patronymic or PartRole.Nisba)
                word.Role = word.Stated;
        }
    }

    private static PartRole Own(List<Word> words, int i)
    {
        var word = words[i];
        var isLast = i == words.Count - 1;
        if ((word.Canonical = Numerals.Digits(word.Text) ?? RomanNumber(words, i)) is not null)
            return PartRole.Number;
        if (word.Form.Length == 1)
            return SingleLetter(word);
        if (word.Kinds == WordKinds.None)
            return PartRole.Unknown;
        if (word.Is(WordKinds.Kunya))
            return isLast && word.Compound is null ? PartRole.Unknown : PartRole.Kunya;
        if (IsTitle(words, i))
            return PartRole.Title;
        if (isLast)
            return word.Is(WordKinds.FiliationAfter) && i > 0 ? PartRole.Particle : PartRole.Unknown;
        if (Compounds.IsArticle(word, words[i + 1]) && (word.Is(WordKinds.Article) || i > 0 || words[i + 1].Before == Gap.Hyphen))
            return PartRole.Particle;
        // A name that begins with a small word of Europe or with Ben begins with a name (Van Morrison, Le Duc Tho, Ben Smith).
        var leads = i == 0 && word.Stated != PartRole.Family;
        if (word.Is(WordKinds.Filiation))
            return leads && word.Is(WordKinds.Particle) && words[i + 1].Before != Gap.Hyphen ? PartRole.Unknown : PartRole.Particle;
        if (word.Is(WordKinds.FiliationAfter) && i > 0)
            return PartRole.Particle;
        return word.Is(WordKinds.Particle) && (!leads || words[i + 1].Before is Gap.Hyphen or Gap.Apostrophe) ? PartRole.Particle : PartRole.Unknown;
    }

    /// <summary>One letter is an initial where letters stand for names; in Arabic, Hebrew and East Asian scripts they do not.</summary>
    private static PartRole SingleLetter(Word word)
    {
        // O and U are family names in Korea and Burma.
        if (word.Stated == PartRole.Family)
            return PartRole.Unknown;
        var c = word.Form[0];
        if (c is >= '\u0590' and < '\u10A0' or >= '\u1100' and < '\u1C80' or >= '\u2E80')
            return PartRole.Unknown;
        var isClitic = word.Before == Gap.Hyphen && c is 'e' or 'i' or 'l' || (c is 'd' or 'l' && word.Text[0] == c);
        return isClitic ? PartRole.Particle : PartRole.Initial;
    }

    private static string? RomanNumber(List<Word> words, int i)
    {
        // XI and VI are Chinese and Vietnamese names.
        if (i == 0 || words[i].Stated != PartRole.Unknown || Numerals.Roman(words[i].Text) is not { } number || number is "6" or "11")
            return null;
        return i == words.Count - 1 || words[i + 1].Is(WordKinds.Suffix) ? number : null;
    }

    private static bool IsTitle(List<Word> words, int i)
    {
        var word = words[i];
        var isInside = i > 0 && (words[i - 1].Is(WordKinds.Article) || words[i - 1].Role is PartRole.Kunya or PartRole.Particle);
        if (isInside)
            return false;
        if (word.Is(WordKinds.Suffix))
            return i > 0 && (i == words.Count - 1 || words[i + 1].Before == Gap.Comma || words[i + 1].Is(WordKinds.Suffix | WordKinds.Title));
        if (word.Is(WordKinds.Title))
            return words.Count > 1;
        var isLeading = (i == 0 || word.Before == Gap.Comma || words[i - 1].Role == PartRole.Title) && word.Stated != PartRole.Family;
        if (!isLeading)
            return false;
        if (i == words.Count - 1)
            return i > 0 && word.Before == Gap.Comma && word.Is(WordKinds.LeadingTitle);
        if (words[i + 1].Is(WordKinds.Filiation))
            return false;
        return word.Is(WordKinds.LeadingTitle) || (word.Is(WordKinds.Honorific) && NamesAfter(words, i) >= 2);
    }

    private static int NamesAfter(List<Word> words, int i)
    {
        const WordKinds small = WordKinds.Article | WordKinds.Assimilated | WordKinds.Filiation | WordKinds.Particle | WordKinds.Suffix;
        var count = 0;
        for (i++; i < words.Count; i++)
            count += words[i].Form.Length > 1 && !words[i].Is(small) ? 1 : 0;
        return count;
    }

    private static void MarkNext(List<Word> words, int i)
    {
        var word = words[i];
        var role = word.Role == PartRole.Kunya ? PartRole.Kunya : PartRole.Patronymic;
        if (word.Compound is not null)
            return;
        var next = i + 1;
        if (next < words.Count - 1 && Compounds.IsArticle(words[next], words[next + 1]))
            words[next++].Role = PartRole.Particle;
        if (next < words.Count && words[next].Form.Length > 1 && !words[next].Is(WordKinds.Kunya | WordKinds.Filiation))
            words[next].Role = role;
    }

    /// <summary>A word after the article that ends like an adjective of origin (al-Baghdadi), or one that is known as such.</summary>
    private static bool IsNisba(List<Word> words, int i)
    {
        if (i == 0)
            return false;
        var word = words[i];
        if (word.Is(WordKinds.Nisba))
            return true;
        if (words[i - 1].Role != PartRole.Particle || !Compounds.IsArticle(words[i - 1], word))
            return false;
        return word.Form.Length >= 4 && word.Form[^1] is 'i' or 'y' or 'ي' or 'ی' or 'ى' or 'и';
    }
}
