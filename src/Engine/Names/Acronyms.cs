using System.Collections.Immutable;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>The initials that stand for the name of an organization: IRISL for Islamic Republic of Iran Shipping Lines.</summary>
/// <remarks>
/// Only names that say what they are (a ministry, a bank, a front) have them made here; others have those that are printed in brackets
/// beside the name. Initials that are a word themselves, a country or a legal form are left out. Pure and thread-safe.
/// </remarks>
internal static class Acronyms
{
    /// <summary>Fewer letters stand for everybody.</summary>
    public const int Shortest = 3;

    /// <summary>More letters nobody shortens a name to.</summary>
    public const int Longest = 8;

    /// <summary>The initials of a name, without its small words and, where it has such, with them (DOD, Department of Defense); none for most names.</summary>
    public static ImmutableArray<string> Of(ParsedName name)
    {
        Span<char> telling = stackalloc char[Longest + 1], all = stackalloc char[Longest + 1];
        int tellingLength = 0, allLength = 0;
        var saysWhatItIs = false;
        foreach (var part in name.Parts)
        {
            if (part.Role == PartRole.LegalForm || IsArticle(part))
                continue;
            if (part.Script is not (Script.Latin or Script.Cyrillic) || part.Script != name.Parts[0].Script || !char.IsLetter(part.Form[0]))
                return [];
            if (allLength <= Longest)
                all[allLength++] = part.Form[0];
            if (part.Role == PartRole.Particle)
                continue;
            if (tellingLength > Longest - 1)
                return [];
            telling[tellingLength++] = part.Form[0];
            saysWhatItIs = saysWhatItIs || OrganizationWords.ConceptOf(part.Form) is not null;
        }
        if (!saysWhatItIs || tellingLength < Shortest || IsWord(new string(telling[..tellingLength])))
            return [];
        var initials = new string(telling[..tellingLength]);
        return allLength == tellingLength || allLength > Longest ? [initials] : [initials, new string(all[..allLength])];
    }

    /// <summary>Finds initials printed in brackets: those whose letters stand in the name in this order, so that KOMID is one of Korea Mining Development and SPAIN none.</summary>
    /// <param name="name">The name of an organization.</param>
    /// <param name="without">The name without them.</param>
    /// <returns>The initials in lower case; null where there are none.</returns>
    public static string? InBrackets(string name, out string without)
    {
        without = name;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = open < Shortest ? -1 : name.IndexOf(')', open);
        if (close < 0)
            return null;
        var inside = name.AsSpan(open + 1, close - open - 1).Trim();
        if (inside.Length is < Shortest or > Longest || inside.ContainsAnyExceptInRange('A', 'Z') || !StandIn(name.AsSpan(0, open), inside) || IsWord(Word.FormOf(inside.ToString())))
            return null;
        without = (name[..open].TrimEnd() + " " + name[(close + 1)..].TrimStart()).TrimEnd();
        return Word.FormOf(inside.ToString());
    }

    private static bool StandIn(ReadOnlySpan<char> name, ReadOnlySpan<char> letters)
    {
        var found = 0;
        var isStart = true;
        foreach (var c in name)
        {
            // The first letter begins a word.
            if (found < letters.Length && char.ToUpperInvariant(c) == letters[found] && (found > 0 || isStart))
                found++;
            isStart = !char.IsLetter(c);
        }
        // Trade (TRADE) is no abbreviation.
        return found == letters.Length && name.IndexOf(letters, StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static bool IsArticle(NamePart part) => part.Role == PartRole.Particle && part.Form is "the" or "al" or "el" or "la" or "le";

    private static bool IsWord(string form) =>
        OrganizationWords.ConceptOf(form) is not null || OrganizationWords.RoleOf(form) != PartRole.Unknown || OrganizationWords.IsLegalForm(form) || Countries.CodeOf(form) is not null;
}
