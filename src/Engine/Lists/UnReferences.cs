using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists;

/// <summary>Finds the UN's references in free text of other publishers: the cross-reference that makes one party of two entries.</summary>
internal static partial class UnReferences
{
    /// <summary>Adds <c>un:QDi.430</c> for each reference of the present form in a text; older forms (QI.A.202.05) are no ids of the UN's file.</summary>
    public static void Add(EntryDraft draft, string? text, string path)
    {
        if (text is null)
            return;
        foreach (Match match in Reference().Matches(text))
            draft.AddReference($"un:{match.Groups[1].Value}{match.Groups[2].Value.ToLowerInvariant()}.{match.Groups[3].Value}", path);
    }

    [GeneratedRegex(@"\b([A-Z]{2})([ieIE])\.(\d{3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
