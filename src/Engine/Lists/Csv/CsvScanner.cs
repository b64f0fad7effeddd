using System.Buffers;
using System.Text;

namespace Marsad.Engine.Lists.Csv;

/// <summary>Cuts text into csv records. Ends with null; <see cref="Fault"/> then says whether the text was sound.</summary>
internal sealed class CsvScanner(TextReader text, char separator)
{
    private const char EndOfFileMark = '\u001A';

    private readonly SearchValues<char> _endsOfPlain = SearchValues.Create([separator, '\r', '\n', '\0']);
    private readonly SearchValues<char> _endsOfQuoted = SearchValues.Create(['"', '\n', '\r', '\0']);
    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _cell = new();
    private readonly List<string> _cells = [];
    private int _start, _end, _recordLength;

    /// <summary>The line the scanner stands on, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Why the text could not be read to its end; null when it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>The next record; null at the end or at a fault.</summary>
    public CsvRecord? Next()
    {
        try
        {
            while (Fault is null && Peek() >= 0)
            {
                if (Peek() is '\r' or '\n')
                {
                    EndLine();
                    continue;
                }
                var line = Line;
                if (!ReadCells())
                    return null;
                if (_cells is [{ Length: 1 } mark] && mark[0] == EndOfFileMark && Peek() < 0)
                    return null;
                return new(line, [.. _cells]);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or DecoderFallbackException)
        {
            Fault = "the file breaks off or is damaged: fetch it again";
        }
        return null;
    }

    private bool ReadCells()
    {
        _cells.Clear();
        _recordLength = 0;
        while (true)
        {
            _cell.Clear();
            if (Peek() == '"' && !ReadQuoted())
                return false;
            if (!ReadPlain())
                return false;
            _cells.Add(_cell.ToString());
            if (_cells.Count > CsvRecords.MostCells)
                return Fail($"a record has more than {CsvRecords.MostCells} cells: this is not the format, or a line end is missing");
            if (Peek() != separator)
                break;
            _start++;
        }
        if (Peek() >= 0)
            EndLine();
        return true;
    }

    private bool ReadQuoted()
    {
        _start++;
        while (true)
        {
            if (Peek() < 0)
                return Fail("a quoted cell is never closed: the file is cut off");
            var run = _buffer.AsSpan(_start, _end - _start);
            var length = run.IndexOfAny(_endsOfQuoted);
            if (!Take(length < 0 ? run.Length : length))
                return false;
            if (length < 0)
                continue;
            switch (_buffer[_start])
            {
                case '\0':
                    return FailAtNul();
                case '"':
                    _start++;
                    if (Peek() != '"')
                        return true;
                    _cell.Append('"');
                    _start++;
                    break;
                default:
                    _cell.Append('\n');
                    EndLine();
                    break;
            }
        }
    }

    private bool ReadPlain()
    {
        while (Peek() >= 0)
        {
            var run = _buffer.AsSpan(_start, _end - _start);
            var length = run.IndexOfAny(_endsOfPlain);
            if (!Take(length < 0 ? run.Length : length))
                return false;
            if (length >= 0)
                return _buffer[_start] != '\0' || FailAtNul();
        }
        return true;
    }

    private bool Take(int length)
    {
        _cell.Append(_buffer, _start, length);
        _start += length;
        _recordLength += length;
        return (_cell.Length <= CsvRecords.LongestCell && _recordLength <= CsvRecords.LongestRecord)
            || Fail($"a cell has more than {CsvRecords.LongestCell} characters or a record more than {CsvRecords.LongestRecord}: a quote is not closed, or this is not the format");
    }

    private void EndLine()
    {
        var first = _buffer[_start++];
        if (first == '\r' && Peek() == '\n')
            _start++;
        Line++;
    }

    private bool FailAtNul() => Fail("holds a NUL: the file is not text, or it is UTF-16 without its byte order mark");

    private bool Fail(string fault)
    {
        Fault = fault;
        return false;
    }

    private int Peek()
    {
        if (_start == _end)
            (_start, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _start == _end ? -1 : _buffer[_start];
    }
}
