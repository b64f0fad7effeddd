namespace Marsad.Engine.Lists.Nk;

/// <summary>Walks the lines of a UTF-8 stream in one reused buffer; a line above the limit is passed over, its beginning kept.</summary>
internal sealed class NkLines(Stream content, int longest)
{
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private int _length;
    private bool _isAtEnd;

    /// <summary>The line without its end; good until the next call.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    private int _next;

    public bool Next()
    {
        _start = _next;
        _length = 0;
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
                return Found(searched + at, 1);
            searched = _end - _start;
            if (_isAtEnd)
                return searched > 0 && Found(searched, 0);
            if (searched > longest)
                return PassOver();
            Fill();
        }
    }

    private bool Found(int length, int lineEnd)
    {
        _length = length;
        _next = _start + length + lineEnd;
        Number++;
        if (Number == 1 && Current.StartsWith("\uFEFF"u8))
            (_start, _length) = (_start + 3, _length - 3);
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_end, _start) = (_end - _start, 0);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = content.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
    }

    /// <summary>Keeps the first bytes for the message and reads on to the next line end without storing.</summary>
    private bool PassOver()
    {
        const int kept = 256;
        IsTooLong = true;
        Number++;
        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _length) = (0, kept);
        while (true)
        {
            _end = kept + content.Read(_buffer, kept, _buffer.Length - kept);
            _isAtEnd = _end == kept;
            var at = _buffer.AsSpan(kept, _end - kept).IndexOf((byte)'\n');
            if (at < 0 && !_isAtEnd)
                continue;
            _next = _isAtEnd ? _end : kept + at + 1;
            return true;
        }
    }
}
