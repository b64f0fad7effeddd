using Marsad.Engine.Articles.Dates;
using Marsad.Engine.Articles.Numbers;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Figures;

/// <summary>A figure while the article is read.</summary>
/// <param name="number">The number.</param>
/// <param name="tokens">Comparator, number and noun.</param>
internal sealed class FoundFigure(NumberExpression number, TokenRange tokens)
{
    public NumberExpression Number { get; } = number;

    public TokenRange Tokens { get; set; } = tokens;

    public int Cut { get; set; }

    public string Comparator { get; set; } = "=";

    public string Unit { get; set; } = "";

    /// <summary>Whether its noun is not printed beside it.</summary>
    public bool IsElided { get; set; }

    /// <summary>killed, injured, arrested, held, attackers; null for another count.</summary>
    public string? Slot { get; set; }

    public TimeExpression? Time { get; set; }

    public string? PeriodValue { get; set; }

    public bool IsPart { get; set; }

    /// <summary>Whether it adds up several incidents.</summary>
    public bool IsTotal { get; set; }

    /// <summary>The country whose people it counts; null when none is said.</summary>
    public string? Citizenship { get; set; }

    public FigureScope Scope { get; set; } = FigureScope.None;

    public FigureCheck? Check { get; set; }

    /// <summary>The value; null when vague.</summary>
    public double? Value => Number.Value;
}

/// <summary>Which official series a figure is of.</summary>
/// <param name="Series">watchlist or encounters; empty when none.</param>
/// <param name="Component">ofo, usbp or empty.</param>
/// <param name="Border">northern, southwest, nationwide, total or empty.</param>
internal sealed record FigureScope(string Series, string Component, string Border)
{
    public static FigureScope None { get; } = new("", "", "");
}
