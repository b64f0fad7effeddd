using System.Buffers;
using System.Text;

namespace Marsad.App.Screening.Batch;

/// <summary>Writes a csv cell that no spreadsheet takes for a formula.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789 .,()-+Ee");

    /// <summary>Appends a cell, quoted where it must be. A text that a spreadsheet would run gets an apostrophe before it; a number
    /// or telephone number does not.</summary>
    public static void Append(StringBuilder line, string cell, char delimiter)
    {
        var start = line.Length;
        if (IsFormula(cell))
            line.Append('\'');
        line.Append(cell);
        if (!cell.AsSpan().ContainsAny([delimiter, '"', '\r', '\n']) && !cell.StartsWith(' ') && !cell.EndsWith(' '))
            return;
        line.Replace("\"", "\"\"", start, line.Length - start).Insert(start, '"').Append('"');
    }

    /// <summary>What a spreadsheet would run: a text that begins with = + - @, a tab or a line end (OWASP, "CSV injection"),
    /// blanks and quotes before them not counted.</summary>
    private static bool IsFormula(string cell)
    {
        var text = cell.AsSpan().TrimStart(" \"'\u00A0\uFEFF");
        if (cell.Length > 0 && cell[0] is '\t' or '\r' or '\n')
            return true;
        if (text.IsEmpty || text[0] is not ('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'))
            return false;
        return text[0] is not ('+' or '-') || text.ContainsAnyExcept(NumberLetters) || !text.ContainsAnyInRange('0', '9');
    }
}
