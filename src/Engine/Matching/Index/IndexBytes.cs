namespace Marsad.Engine.Matching.Index;

/// <summary>The bytes of an index file, wherever they lie: in memory, or in a file mapped into it. Immutable and thread-safe.</summary>
public abstract class IndexBytes
{
    /// <summary>How many there are.</summary>
    public abstract long Length { get; }

    /// <summary>A part of them, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the bytes.</exception>
    public abstract ReadOnlyMemory<byte> Slice(long offset, int length);

    /// <summary>Bytes in memory.</summary>
    public static IndexBytes Of(ReadOnlyMemory<byte> bytes) => new InMemory(bytes);

    private sealed class InMemory(ReadOnlyMemory<byte> bytes) : IndexBytes
    {
        public override long Length => bytes.Length;

        public override ReadOnlyMemory<byte> Slice(long offset, int length) =>
            offset <= int.MaxValue ? bytes.Slice((int)offset, length) : throw new ArgumentOutOfRangeException(nameof(offset));
    }
}
