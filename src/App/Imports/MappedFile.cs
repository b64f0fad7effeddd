using System.Buffers;
using System.IO.MemoryMappedFiles;
using Marsad.Engine.Matching.Index;

namespace Marsad.App.Imports;

/// <summary>A file mapped into memory: it is read as it is needed, and shared with every other process that has it mapped.</summary>
/// <remarks>It stays mapped as long as anybody holds a part of it. The file may be renamed or deleted meanwhile, never written to.</remarks>
internal sealed unsafe class MappedFile : IndexBytes
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _first;

    private MappedFile(MemoryMappedFile file, long length)
    {
        (_file, Length) = (file, length);
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += _view.PointerOffset;
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>Maps a file that is not empty.</summary>
    public static MappedFile Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (file.Length == 0)
            throw new InvalidDataException($"{path} is empty");
        return new MappedFile(MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false), file.Length);
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new Part(this, offset, length).Memory;
    }

    /// <summary>A part of the file, which keeps the whole mapped.</summary>
    private sealed class Part(MappedFile whole, long offset, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(whole._first + offset, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(whole._first + offset + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
