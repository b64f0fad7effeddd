using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>How a text file is written: its encoding and, for csv, its delimiter.</summary>
/// <param name="Encoding">How its bytes are read.</param>
/// <param name="Delimiter">What stands between two cells: comma, semicolon, tab or vertical bar.</param>
/// <param name="HasBom">True when a byte order mark says the encoding; false when it was recognized by its bytes.</param>
public sealed record TextFormat(Encoding Encoding, char Delimiter, bool HasBom)
{
    /// <summary>For people: <c>windows-1251, semicolon</c>.</summary>
    public override string ToString() => $"{Encoding.WebName}, {DelimiterName}";

    private string DelimiterName => Delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => "vertical bar",
    };
}
