using System.IO.Compression;
using Marsad.Engine.Lists.Nk;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Entries held until the rest of their file is read, as compressed lines of Marsad's own lossless format.</summary>
/// <remarks>An entry takes a few hundred bytes here instead of 3 KB, so that a whole SDN list stays below 10 MB.</remarks>
internal sealed class PackedEntries : IDisposable
{
    private readonly string _listId;
    private readonly MemoryStream _packed = new();
    private readonly DeflateStream _deflate;
    private readonly NkWriter _writer;

    public PackedEntries(string listId)
    {
        _listId = listId;
        _deflate = new(_packed, CompressionLevel.Fastest, leaveOpen: true);
        _writer = new(_deflate);
        _writer.Write(new NkHeader(listId));
    }

    public void Add(ListEntry entry) => _writer.Write(entry);

    /// <summary>Yields the entries in the order they were added; none can be added afterwards.</summary>
    public IEnumerable<ListEntry> Unpack()
    {
        _deflate.Dispose();
        _packed.Position = 0;
        using var inflate = new DeflateStream(_packed, CompressionMode.Decompress, leaveOpen: true);
        foreach (var entry in new NkReader().Read(new(_listId, [new("packed", inflate)])))
            yield return entry;
    }

    public void Dispose()
    {
        _deflate.Dispose();
        _packed.Dispose();
    }
}
