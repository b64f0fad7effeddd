using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists;

/// <summary>Splits values that publishers number within one field: "(a) Mullah, (b) Maulavi", "1) Saudi Arabia 2) Qatar".</summary>
internal static partial class Alternatives
{
    /// <summary>The values in printed order; the whole text where nothing is numbered; none for nothing.</summary>
    /// <remarks>A value numbered for several ("(1)-(3) Algeria") stands once; a dash for an unknown one is left out.</remarks>
    public static IEnumerable<string> Split(string? text)
    {
        if (ListText.OneSpaced(text) is not { } clean)
            return [];
        if (!NumberAtStart().IsMatch(clean))
            return [clean];
        return Number().Split(clean).Select(v => v.Trim(' ', ',', ';')).Where(v => v.Length > 0 && v is not ("-" or "." or "—"));
    }

    /// <summary>"6.3.1955 or 15.3.1955" as two.</summary>
    public static IEnumerable<string> SplitAtOr(string text) => Or().Split(text).Select(v => v.Trim()).Where(v => v.Length > 0);

    [GeneratedRegex(@"^\(?(?:1|a|i)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberAtStart();

    [GeneratedRegex(@"(?<![\p{L}\d])\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?:\s*(?:-|–|to|and)\s*\(?(?:\d{1,2}|[a-z])\))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Or();
}
