using System.Reflection;

namespace Marsad.Engine.Tables;

/// <summary>Reads one of the human-edited tables of <c>data/</c> (or a model's trained table) that ship inside Engine.</summary>
/// <remarks>
/// A table is UTF-8 text: lines that start with <c>#</c> and blank lines are comments, every other line is one fact with its
/// columns separated by tabs. A cell is trimmed; trailing empty cells may be left out.
/// </remarks>
internal static class TableFile
{
    /// <summary>Yields the rows of a table, each with its cells and its line number (from 1).</summary>
    /// <param name="path">The path below the repository, for example <c>data/names/titles.tsv</c>.</param>
    /// <param name="columns">How many cells a row must have at least; a shorter row is padded with empty cells.</param>
    /// <exception cref="InvalidDataException">There is no such table.</exception>
    public static IEnumerable<string[]> Rows(string path, int columns = 1)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line))
                continue;
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length < columns)
            {
                var padded = new string[columns];
                Array.Fill(padded, "");
                cells.CopyTo(padded, 0);
                cells = padded;
            }
            yield return cells;
        }
    }

    /// <summary>The paths of all tables, in ordinal order.</summary>
    public static IEnumerable<string> Paths => Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal);

    /// <summary>The bytes of a table, for hashing.</summary>
    public static Stream Open(string path) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
        ?? throw new InvalidDataException($"The table {path} is not part of this build of Marsad.Engine.");
}
