namespace Marsad.Engine.Names;

/// <summary>Says what each word of an organization's name is for, and joins the words of a legal form.</summary>
internal static class OrganizationRoles
{
    public static void Assign(List<Word> words)
    {
        JoinLegalForms(words);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Role == PartRole.Unknown)
                words[i].Role = Role(words, i);
        }
        Numerals.Combine(words);
    }

    private static void JoinLegalForms(List<Word> words)
    {
        List<string>? forms = null;
        for (var i = 0; i < words.Count; i++)
        {
            // Holding VI is the sixth.
            if (words[i].Known is { InOrganization.BeginsLegalForm: false } || (i > 0 && Numerals.Roman(words[i].Text) is not null))
                continue;
            forms ??= words.ConvertAll(w => w.Form);
            if (!OrganizationWords.TryLegalForm(forms, i, out var length, out var canonical))
                continue;
            var joined = new Word(Word.TextOf(words, i, length), words[i].Before)
            {
                Form = string.Concat(forms.GetRange(i, length)),
                Role = PartRole.LegalForm,
                Canonical = canonical,
            };
            words.RemoveRange(i, length);
            words.Insert(i, joined);
            forms.RemoveRange(i, length);
            forms.Insert(i, joined.Form);
        }
    }

    private static PartRole Role(List<Word> words, int i)
    {
        var word = words[i];
        if (word.Form == "and" || IsParticle(words, i))
            return PartRole.Particle;
        var known = word.Known?.InOrganization ?? OrganizationWord.Of(word.Text, word.Form);
        if ((known.Digits ?? (i > 0 ? Numerals.Roman(word.Text, IsLast(words, i)) : null) ?? known.Number) is { } number)
            word.Canonical = number;
        return word.Canonical is null ? known.Role : PartRole.Number;
    }

    // Nothing but the legal form follows.
    private static bool IsLast(List<Word> words, int i)
    {
        while (++i < words.Count)
        {
            if (words[i].Role != PartRole.LegalForm)
                return false;
        }
        return true;
    }

    private static bool IsParticle(List<Word> words, int i)
    {
        if (i == words.Count - 1)
            return false;
        var word = words[i];
        // Harakat ul-Mujahidin, Tehrik-i-Taliban.
        if (word.Form is "e" or "i" or "ye" && word.Before == Gap.Hyphen)
            return true;
        if (word.Form is "no" or "nr" or "nro" or "n" or "num" or "number" or "numero" or "رقم" or "شماره" && words[i + 1].Role == PartRole.Number)
            return true;
        return Compounds.IsArticle(word, words[i + 1]) || word.Is(WordKinds.Particle | WordKinds.Filiation) || (i > 0 && word.Is(WordKinds.Connective));
    }
}
