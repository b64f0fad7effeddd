using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists.Un;

/// <summary>What the UN's dates need before <see cref="DateWording"/> reads them.</summary>
internal static partial class UnDates
{
    /// <summary>
    /// A date as the common reader knows it: the time zone of 2011-12-13-05:00 is taken off (it is 13 December whatever the
    /// zone), "1948/1949" is a range, and "Between Aug. and Sep. 1977" has the year on both ends.
    /// </summary>
    public static string Plain(string text)
    {
        text = ListText.OneSpaced(text) ?? "";
        if (ZonedDay().IsMatch(text))
            return text[..10];
        text = TwoYears().Replace(text, "$1-$2");
        return TwoMonths().Replace(text, "Between $1 $3 and $2 $3");
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T|Z|[+-]\d{2}:)", RegexOptions.CultureInvariant)]
    private static partial Regex ZonedDay();

    [GeneratedRegex(@"^(\d{4})/(\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"^Between ([A-Za-z]+\.?) and ([A-Za-z]+\.?) (\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoMonths();
}
