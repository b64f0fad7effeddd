namespace Marsad.Engine.Names;

/// <summary>Says what each word of an organization's name is for.</summary>
internal static class OrganizationRoles
{
    public static void Assign(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Numerals.Digits(word.Text) is not null || (i > 0 && Numerals.Roman(word.Text) is not null))
                word.Role = PartRole.Number;
            else if (word.Form == "and" || IsParticle(words, i))
                word.Role = PartRole.Particle;
        }
    }

    private static bool IsParticle(List<Word> words, int i)
    {
        if (i == words.Count - 1)
            return false;
        var word = words[i];
        // Harakat ul-Mujahidin, Tehrik-i-Taliban.
        if (word.Form is "e" or "i" or "ye" && word.Before == Gap.Hyphen)
            return true;
        return Compounds.IsArticle(word, words[i + 1]) || (i > 0 && word.Is(WordKinds.Particle | WordKinds.Filiation));
    }
}
