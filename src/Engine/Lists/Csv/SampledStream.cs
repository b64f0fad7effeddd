namespace Marsad.Engine.Lists.Csv;

/// <summary>A stream whose first bytes were read to look at them, and that gives them again.</summary>
internal sealed class SampledStream : Stream
{
    private readonly Stream _rest;
    private readonly byte[] _sample;
    private readonly int _length;
    private int _at;

    /// <summary>Reads up to so many bytes ahead. A stream that breaks off within them breaks off again when it is read on.</summary>
    public SampledStream(Stream content, int size)
    {
        _rest = content;
        _sample = new byte[size];
        try
        {
            int read;
            while (_length < size && (read = content.Read(_sample, _length, size - _length)) > 0)
                _length += read;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            _fault = error;
        }
    }

    private readonly Exception? _fault;

    public ReadOnlySpan<byte> Sample => _sample.AsSpan(0, _length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length)
            return _fault is null ? _rest.Read(buffer) : throw new InvalidDataException(_fault.Message, _fault);
        var taken = Math.Min(buffer.Length, _length - _at);
        _sample.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rest.Dispose();
        base.Dispose(disposing);
    }
}
