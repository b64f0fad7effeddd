namespace Marsad.Engine.Lists.Ofac;

/// <summary>A forward-only stream whose first bytes were read to see what it is, and are read again.</summary>
internal sealed class PeekedStream(Stream inner, int length) : Stream
{
    private readonly byte[] _head = new byte[length];
    private int _count, _position;

    /// <summary>Reads the first bytes; fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Peek() => _head.AsSpan(0, _count = inner.ReadAtLeast(_head, length, throwOnEndOfStream: false));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position == _count)
            return inner.Read(buffer);
        var taken = Math.Min(buffer.Length, _count - _position);
        _head.AsSpan(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
