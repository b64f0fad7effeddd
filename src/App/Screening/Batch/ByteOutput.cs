using System.Text;

namespace Marsad.App.Screening.Batch;

/// <summary>Writes UTF-8 bytes to a text writer: straight to its stream where it has one.</summary>
internal sealed class ByteOutput : IDisposable
{
    private readonly TextWriter _writer;
    private readonly BufferedStream? _stream;

    public ByteOutput(TextWriter writer)
    {
        _writer = writer;
        _writer.Flush();
        // Only a StreamWriter of UTF-8 has the bytes go through unchanged.
        if (writer is StreamWriter { Encoding: UTF8Encoding } direct)
            _stream = new BufferedStream(direct.BaseStream, 1 << 16);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_stream is not null)
            _stream.Write(bytes);
        else
            _writer.Write(Encoding.UTF8.GetString(bytes));
    }

    public void Flush() => _stream?.Flush();

    /// <summary>The stream stays open: it is the program's own.</summary>
    public void Dispose()
    {
    }
}
