using System.Globalization;
using System.Text;

namespace Marsad.Accuracy.Plots;

/// <summary>An axis: where values lie between its ends, and which of them are labelled.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="From">The value at its start.</param>
/// <param name="To">The value at its end.</param>
/// <param name="Scale">Makes a value a place on an even scale: itself, its logarithm, its log odds.</param>
/// <param name="Ticks">The labelled values.</param>
internal sealed record Axis(string Title, double From, double To, Func<double, double> Scale, params (double Value, string Label)[] Ticks)
{
    /// <summary>The place of a value, 0 to 1; what lies beyond an end is put there.</summary>
    public double Place(double value) => Math.Clamp((Scale(value) - Scale(From)) / (Scale(To) - Scale(From)), 0, 1);
}

/// <summary>Draws a plot as SVG: plain shapes on white, no script and nothing fetched; the same data give the same bytes.</summary>
internal sealed class SvgPlot
{
    public const string Blue = "#1f5fa8", Orange = "#c4601d", Green = "#2d7d46", Gray = "#8a8a8a";

    private const int Top = 44, Bottom = 52, Right = 24;

    private readonly StringBuilder _svg = new();
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly int _width;
    private readonly int _height;
    private readonly int _left;

    public SvgPlot(string title, Axis x, Axis y, int width = 720, int height = 460, int left = 64)
    {
        (_x, _y, _width, _height, _left) = (x, y, width, height, left);
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#222\">");
        Line($"<title>{Escape(title)}</title>");
        Line($"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        Line($"<text x=\"{left}\" y=\"24\" font-size=\"15\" font-weight=\"600\">{Escape(title)}</text>");
        foreach (var (value, label) in x.Ticks)
        {
            Line($"<line x1=\"{X(value)}\" y1=\"{Top}\" x2=\"{X(value)}\" y2=\"{height - Bottom}\" stroke=\"#e4e4e4\"/>");
            Line($"<text x=\"{X(value)}\" y=\"{height - Bottom + 18}\" text-anchor=\"middle\">{Escape(label)}</text>");
        }
        foreach (var (value, label) in y.Ticks)
        {
            if (y.Title.Length > 0)
                Line($"<line x1=\"{left}\" y1=\"{Y(value)}\" x2=\"{width - Right}\" y2=\"{Y(value)}\" stroke=\"#e4e4e4\"/>");
            Line($"<text x=\"{left - 8}\" y=\"{Y(value)}\" text-anchor=\"end\" dominant-baseline=\"middle\">{Escape(label)}</text>");
        }
        Line($"<text x=\"{left + ((width - left - Right) / 2)}\" y=\"{height - 10}\" text-anchor=\"middle\">{Escape(x.Title)}</text>");
        if (y.Title.Length > 0)
            Line($"<text transform=\"translate(16 {Top + ((height - Top - Bottom) / 2)}) rotate(-90)\" text-anchor=\"middle\">{Escape(y.Title)}</text>");
    }

    /// <summary>A line through points.</summary>
    public SvgPlot Curve(IEnumerable<(double X, double Y)> points, string color, bool isDashed = false)
    {
        Line($"<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{(isDashed ? " stroke-dasharray=\"5 4\"" : "")} points=\"{string.Join(' ', points.Select(p => $"{X(p.X)},{Y(p.Y)}"))}\"/>");
        return this;
    }

    /// <summary>A point, with the interval it may lie in.</summary>
    public SvgPlot Point(double x, double y, double low, double high, string color)
    {
        Line($"<line x1=\"{X(x)}\" y1=\"{Y(low)}\" x2=\"{X(x)}\" y2=\"{Y(high)}\" stroke=\"{color}\" stroke-width=\"1.5\"/>");
        Line($"<circle cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"4\" fill=\"{color}\"/>");
        return this;
    }

    /// <summary>A bar from the left, with the interval its end may lie in.</summary>
    /// <param name="y">The value of the vertical axis.</param>
    /// <param name="offset">How far below that it is drawn.</param>
    /// <param name="thickness">How thick it is.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="low">The lower end of the interval.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="color">Its color.</param>
    public SvgPlot Bar(double y, double offset, double thickness, double to, double low, double high, string color)
    {
        var middle = PlaceY(y) + offset;
        Line($"<rect x=\"{_left}\" y=\"{Shown(middle - (thickness / 2))}\" width=\"{Shown(Math.Max(PlaceX(to) - _left, 1))}\" height=\"{Shown(thickness)}\" fill=\"{color}\"/>");
        if (high > low)
            Line($"<line x1=\"{X(low)}\" y1=\"{Shown(middle)}\" x2=\"{X(high)}\" y2=\"{Shown(middle)}\" stroke=\"#222\"/>");
        return this;
    }

    /// <summary>A line across at a value of the horizontal axis.</summary>
    public SvgPlot Mark(double x, string label)
    {
        Line($"<line x1=\"{X(x)}\" y1=\"{Top}\" x2=\"{X(x)}\" y2=\"{_height - Bottom}\" stroke=\"#222\" stroke-dasharray=\"3 3\"/>");
        Line($"<text x=\"{Shown(PlaceX(x) + 5)}\" y=\"{Top - 4}\" font-size=\"11\">{Escape(label)}</text>");
        return this;
    }

    /// <summary>What the colors mean, from a corner downward.</summary>
    /// <param name="x">How far right it begins, 0 to 1.</param>
    /// <param name="y">How far down, 0 to 1.</param>
    /// <param name="items">Color and meaning.</param>
    public SvgPlot Legend(double x, double y, params (string Color, string Text)[] items)
    {
        var (left, top) = (_left + (x * (_width - _left - Right)), Top + (y * (_height - Top - Bottom)));
        for (var i = 0; i < items.Length; i++)
        {
            Line($"<rect x=\"{Shown(left)}\" y=\"{Shown(top + (i * 20))}\" width=\"14\" height=\"10\" fill=\"{items[i].Color}\"/>");
            Line($"<text x=\"{Shown(left + 20)}\" y=\"{Shown(top + 9 + (i * 20))}\">{Escape(items[i].Text)}</text>");
        }
        return this;
    }

    public override string ToString() => _svg.ToString() + "</svg>\n";

    private double PlaceX(double value) => _left + (_x.Place(value) * (_width - _left - Right));

    private double PlaceY(double value) => _height - Bottom - (_y.Place(value) * (_height - Top - Bottom));

    private string X(double value) => Shown(PlaceX(value));

    private string Y(double value) => Shown(PlaceY(value));

    private void Line(FormattableString line) => _svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Shown(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
