using System.Globalization;
using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads the dates of the advanced XML, which are given as the earliest and the latest day of start and end.</summary>
internal static class OfacAdvancedDates
{
    /// <summary>
    /// A date period: a day where the first and the last day are one, a month or a year where they are its ends, else a range.
    /// Approximate on start or end is circa. False where days are missing or impossible.
    /// </summary>
    public static bool TryPeriod(XmlRecord period, out PartialDate date)
    {
        date = default;
        var start = period.Child("Start");
        var end = period.Child("End") ?? start;
        if (start is null || !TryDay(start.Child("From"), out var from) || !TryDay(end!.Child("To") ?? end.Child("From"), out var to))
            return false;
        var isCirca = start.Attribute("Approximate") == "true" || end.Attribute("Approximate") == "true";
        date = (from, to) switch
        {
            _ when from == to => PartialDate.Day(from, isCirca),
            _ when from == new DateOnly(from.Year, 1, 1) && to == new DateOnly(from.Year, 12, 31) => PartialDate.Year(from.Year, isCirca),
            _ when from.Day == 1 && to == from.AddMonths(1).AddDays(-1) => PartialDate.Month(from.Year, from.Month, isCirca),
            _ => PartialDate.Range(PartialDate.Day(from), PartialDate.Day(to), isCirca),
        };
        return true;
    }

    /// <summary>A day given as Year, Month and Day.</summary>
    public static bool TryDay(XmlRecord? element, out DateOnly day)
    {
        day = default;
        if (element is null || !TryNumber(element["Year"], out var year) || !TryNumber(element["Month"], out var month) || !TryNumber(element["Day"], out var number))
            return false;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;
        day = new(year, month, number);
        return true;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
