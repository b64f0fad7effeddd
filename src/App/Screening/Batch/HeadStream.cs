using System.IO.Compression;

namespace Marsad.App.Screening.Batch;

/// <summary>A stream whose first bytes were looked at and that gives them again. Unlike a sample of fixed size it takes what the
/// first read brings, so that a pipe that waits for answers is not waited for.</summary>
internal sealed class HeadStream : Stream
{
    private readonly Stream _rest;
    private readonly byte[] _head = new byte[4096];
    private readonly int _length;
    private int _at;

    public HeadStream(Stream content)
    {
        _rest = content;
        int read;
        while (_length < 4 && (read = content.Read(_head, _length, _head.Length - _length)) > 0)
            _length += read;
    }

    /// <summary>The first bytes: at least four, if there are four.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <summary>The first byte that is not white space or part of a byte order mark; 0 when there is none.</summary>
    public char FirstLetter()
    {
        foreach (var b in Head)
        {
            if (b is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return (char)b;
        }
        return '\0';
    }

    /// <summary>The content of a stream that may be packed with gzip.</summary>
    public static Stream Unpacked(Stream raw)
    {
        var content = new HeadStream(raw);
        return content.Head.StartsWith<byte>([0x1F, 0x8B]) ? new GZipStream(content, CompressionMode.Decompress) : content;
    }

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
            return _rest.Read(buffer);
        var taken = Math.Min(buffer.Length, _length - _at);
        _head.AsSpan(_at, taken).CopyTo(buffer);
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
