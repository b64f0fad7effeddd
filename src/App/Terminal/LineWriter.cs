using System.Text;

namespace Marsad.App.Terminal;

/// <summary>Tidies the lines of drawn tables: no blanks at their ends, one empty line at a time, and in a right-to-left language a mark
/// at their beginning.</summary>
/// <remarks>The mark has a terminal that knows bidirectional text lay out all lines of a table alike, from the right, whatever letters
/// they begin with; others show nothing for it.</remarks>
internal sealed class LineWriter(TextWriter inner, bool isRightToLeft) : TextWriter
{
    private const char RightToLeftMark = '\u200F';
    private int _blanks;
    private bool _isLineStart = true;
    private bool _isAfterEmptyLine = true;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks++;
                return;
            case '\r':
                return;
            case '\n':
                _blanks = 0;
                if (!_isLineStart || !_isAfterEmptyLine)
                    inner.Write('\n');
                _isAfterEmptyLine = _isLineStart;
                _isLineStart = true;
                return;
        }
        if (_isLineStart && isRightToLeft)
            inner.Write(RightToLeftMark);
        _isLineStart = false;
        for (; _blanks > 0; _blanks--)
            inner.Write(' ');
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
