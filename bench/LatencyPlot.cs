using System.Globalization;
using System.Text;

namespace Marsad.Bench;

/// <summary>The time of a screening against the size of the list, as a picture: both axes logarithmic.</summary>
internal static class LatencyPlot
{
    private const int Width = 640, Height = 400, Left = 70, Right = 20, Top = 30, Bottom = 50;

    /// <summary>Draws median and p99 in milliseconds; null for fewer than two sizes.</summary>
    public static string? Of(IReadOnlyList<(int Entries, double Median, double P99)> points)
    {
        if (points.Count < 2)
            return null;
        var sorted = points.OrderBy(p => p.Entries).ToList();
        double fromX = Math.Floor(Math.Log10(sorted[0].Entries)), toX = Math.Ceiling(Math.Log10(sorted[^1].Entries));
        double fromY = Math.Floor(Math.Log10(sorted.Min(p => p.Median))), toY = Math.Ceiling(Math.Log10(sorted.Max(p => p.P99)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"18\">Time of a screening in ms against the entries of the list</text>\n");
        for (var x = fromX; x <= toX; x++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(x):F1}\" x2=\"{X(x):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{X(x):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Math.Pow(10, x):N0}</text>\n");
        for (var y = fromY; y <= toY; y++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(y):F1}\" y2=\"{Y(y):F1}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(y) + 4:F1}\" text-anchor=\"end\">{Math.Pow(10, y)}</text>\n");
        Line("median", "#1f6f4a", p => p.Median);
        Line("p99", "#b5482a", p => p.P99);
        return svg.Append("</svg>\n").ToString();

        double X(double log) => Left + (log - fromX) / (toX - fromX) * (Width - Left - Right);

        double Y(double log) => Height - Bottom - (log - fromY) / (toY - fromY) * (Height - Top - Bottom);

        void Line(string name, string color, Func<(int Entries, double Median, double P99), double> of)
        {
            var path = string.Join(' ', sorted.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(Math.Log10(p.Entries)):F1},{Y(Math.Log10(of(p))):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>\n");
            foreach (var point in sorted)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(Math.Log10(point.Entries)):F1}\" cy=\"{Y(Math.Log10(of(point))):F1}\" r=\"3\" fill=\"{color}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(Math.Log10(sorted[^1].Entries)) - 6:F1}\" y=\"{Y(Math.Log10(of(sorted[^1]))) - 8:F1}\" text-anchor=\"end\" fill=\"{color}\">{name}</text>\n");
        }
    }
}
