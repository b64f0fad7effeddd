using System.Collections.Immutable;

namespace Marsad.Engine.Names;

/// <summary>Gives words the role that the publisher's own fields state.</summary>
internal static class KnownRoles
{
    /// <summary>
    /// A stated role replaces what order and endings suggested; titles, particles, kunyas, numbers and initials stay what they are.
    /// </summary>
    public static void Apply(List<Word> words, ImmutableArray<(PartRole Role, string Text)> known)
    {
        var isTaken = new bool[words.Count];
        foreach (var (role, text) in known)
        {
            var stated = WordSplitter.Split(text, organization: false);
            Compounds.Join(stated);
            foreach (var word in stated)
            {
                var i = FirstFree(words, isTaken, word.Form);
                if (i < 0)
                    continue;
                isTaken[i] = true;
                // A patronymic stands in the field of given names: its ending says more than the field.
                if (role == PartRole.Given && words[i].Role == PartRole.Patronymic)
                    continue;
                if (words[i].Role is PartRole.Unknown or PartRole.Given or PartRole.Family or PartRole.Patronymic or PartRole.Nisba)
                    words[i].Role = role;
            }
        }
    }

    private static int FirstFree(List<Word> words, bool[] isTaken, string form)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!isTaken[i] && words[i].Form == form)
                return i;
        }
        return -1;
    }
}
