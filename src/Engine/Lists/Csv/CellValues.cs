using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>Splits a cell that holds several values.</summary>
internal static class CellValues
{
    /// <summary>The values between separators, trimmed, empty ones left out. Values may be quoted as in csv: in quotes a separator is text.</summary>
    public static IEnumerable<string> Split(string cell, char separator = ';')
    {
        if (!cell.Contains('"'))
            return cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return SplitQuoted(cell, separator);
    }

    private static IEnumerable<string> SplitQuoted(string cell, char separator)
    {
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            if (c == '"' && quoted && i + 1 < cell.Length && cell[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || IsBlank(value)))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                if (!IsBlank(value))
                    yield return value.ToString().Trim();
                value.Clear();
            }
            else
            {
                value.Append(c);
            }
        }
        if (!IsBlank(value))
            yield return value.ToString().Trim();
    }

    private static bool IsBlank(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsWhiteSpace(value[i]))
                return false;
        }
        return true;
    }
}
