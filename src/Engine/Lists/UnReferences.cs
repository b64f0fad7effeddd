using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists;

/// <summary>Finds the UN's references in other publishers' fields: the cross-reference that makes one party of two entries.</summary>
/// <remarks>Older forms (QI.A.202.05) are no ids of the UN's file and are left alone.</remarks>
internal static partial class UnReferences
{
    /// <summary>Adds <c>un:QDi.430</c> for each reference in a field that holds the party's own reference.</summary>
    public static void Add(EntryDraft draft, string? field, string path) => Add(draft, Reference(), field, path);

    /// <summary>Adds the reference of a free text that calls it the party's own ("UN Ref QDi.430"). Others in it are other parties'.</summary>
    public static void AddFromText(EntryDraft draft, string? text, string path) => Add(draft, OwnReference(), text, path);

    private static void Add(EntryDraft draft, Regex pattern, string? text, string path)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (Match match in pattern.Matches(text))
            draft.AddReference($"un:{match.Groups[1].Value.ToUpperInvariant()}{match.Groups[2].Value.ToLowerInvariant()}.{match.Groups[3].Value}", path);
    }

    [GeneratedRegex(@"\b([A-Z]{2})([ieIE])\.(\d{3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    // Written "UN Ref QDi.430", "UN REF.QDI.354", "UN listing. KPi.023", or at the start of the text.
    [GeneratedRegex(@"(?:\bUN\.? ?Ref(?:erence)?(?: number| no)?|\bUN listing|^)\W{0,4}([A-Z]{2})([ie])\.(\d{3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnReference();
}
