using System.Globalization;

namespace Marsad.Accuracy;

/// <summary>How figures are printed everywhere: four places, and a dash where a figure is not defined.</summary>
internal static class Figure
{
    public static string Show(double? value) => value switch
    {
        null => "-",
        double.PositiveInfinity => "inf",
        { } number => number.ToString("F4", CultureInfo.InvariantCulture),
    };
}
