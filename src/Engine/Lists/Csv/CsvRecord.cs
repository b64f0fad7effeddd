namespace Marsad.Engine.Lists.Csv;

/// <summary>One record of a csv file.</summary>
/// <param name="Line">The line it starts on, from 1; a quoted cell may hold further lines.</param>
/// <param name="Cells">Its cells without their quotes, not trimmed.</param>
internal sealed record CsvRecord(long Line, string[] Cells)
{
    /// <summary>The cell of a column, trimmed; empty where the record is too short or the column is absent (-1).</summary>
    public string Cell(int column) => (uint)column < (uint)Cells.Length ? Cells[column].Trim() : "";
}
