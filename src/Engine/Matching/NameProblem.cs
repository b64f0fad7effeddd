using System.Collections.Immutable;
using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>Why a name somebody asked with could not be compared as it was written.</summary>
public enum NameProblem
{
    /// <summary>It has no letter and no digit that can be read: it meets no name.</summary>
    NothingToRead,
    /// <summary>It is made of titles, small words, legal forms or counts alone: it names nobody, and meets no name.</summary>
    NamesNobody,
    /// <summary>It is longer than what is compared; its end was left out.</summary>
    Cut,
    /// <summary>A word mixes letters of alphabets that look alike; it was read in the one that most of them are of.</summary>
    MixedAlphabets,
    /// <summary>It holds control, bidirectional or zero-width characters, or halves of characters; they were left out.</summary>
    HiddenCharacters,
}

/// <summary>Finds what is wrong with the names of a subject, so that no result is silent about a name it could not use.</summary>
public static class NameProblems
{
    /// <summary>The problems of a subject's names, each once, in the order of <see cref="NameProblem"/>; none for a subject without names.</summary>
    public static ImmutableArray<NameProblem> Of(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var found = new SortedSet<NameProblem>();
        foreach (var name in subject.Names)
            Find(name.Text, subject.Schema, found);
        return [.. found];
    }

    private static void Find(string text, EntrySchema? schema, SortedSet<NameProblem> found)
    {
        if (HasHidden(text))
            found.Add(NameProblem.HiddenCharacters);
        if (MixesAlphabets(text))
            found.Add(NameProblem.MixedAlphabets);
        // A subject of no stated kind may be either, and is said to be nobody where one of the two is.
        ImmutableArray<ParsedName> readings = schema switch
        {
            EntrySchema.Person => [NameParser.Person(text)],
            null or EntrySchema.LegalEntity => [NameParser.Person(text), NameParser.Organization(text)],
            _ => [NameParser.Organization(text)],
        };
        if (readings.All(r => r.Parts.All(p => p.Readings.IsEmpty)))
            found.Add(NameProblem.NothingToRead);
        else if (readings.Any(r => r.Parts.All(p => NamesNobody(p.Role))))
            found.Add(NameProblem.NamesNobody);
        if (readings.Any(r => r.Parts.Length > NameForms.MaxWords || r.Parts.Any(p => p.Readings.Any(x => x.Latin.Length > EditModel.MaxLength))))
            found.Add(NameProblem.Cut);
    }

    private static bool NamesNobody(PartRole role) =>
        role is PartRole.Particle or PartRole.Title or PartRole.LegalForm or PartRole.Generic or PartRole.Number or PartRole.Initial;

    private static bool HasHidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // The zero-width non-joiner is a letter's neighbor in Persian and hides nothing; a broken character is read as U+FFFD.
            if (rune.Value is 0xFFFD || (rune.Value is not (0x200C or '\t' or '\n' or '\r') && Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.OtherNotAssigned))
                return true;
        }
        return false;
    }

    private static bool MixesAlphabets(string text)
    {
        var inWord = Script.None;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                inWord = Script.None;
                continue;
            }
            var script = ScriptRanges.Of(c);
            if (script is not (Script.Latin or Script.Cyrillic or Script.Greek))
                continue;
            if (inWord != Script.None && inWord != script)
                return true;
            inWord = script;
        }
        return false;
    }
}
