using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Marsad.Engine.Matching.Index;

/// <summary>What the sections of an index file hold. Those of names stand twice: for people, and for all others (<c>+ 32</c>).</summary>
internal enum SectionId
{
    /// <summary>The entries, each as a line of Marsad's own format.</summary>
    Entries = 1,
    /// <summary>Where each entry begins, and where the last one ends.</summary>
    EntryOffsets,
    /// <summary>The parties, in the order of the entries.</summary>
    Parties,
    /// <summary>The ids of the lists the parties are on.</summary>
    Lists,
    /// <summary>The kinds of parties there are.</summary>
    Schemas,
    /// <summary>The dates of birth of the parties.</summary>
    Dates,
    /// <summary>Parties by the hash of their id, or of an identifier.</summary>
    PartyKeys,

    /// <summary>The names.</summary>
    Names = 8,
    /// <summary>The terms of each name.</summary>
    NameTerms,
    /// <summary>The terms: a word in a role.</summary>
    Terms,
    /// <summary>The names that hold each term.</summary>
    Postings,
    /// <summary>Where each word is described.</summary>
    Tokens,
    /// <summary>What each word is made from.</summary>
    TokenTexts,
    /// <summary>Words by what they share with others: the form, an equivalent, a concept, the first letter.</summary>
    TokenKeys,
    /// <summary>The letters of the trees of spellings.</summary>
    Steps,
    /// <summary>Which spellings each tree holds.</summary>
    Trees,
    /// <summary>The nodes of the trees.</summary>
    Nodes,
    /// <summary>The words that end at the nodes.</summary>
    NodeWords,
}

/// <summary>A part of an index file that is a sequence of values of one size.</summary>
internal readonly struct Section<T>(ReadOnlyMemory<byte> bytes)
    where T : unmanaged
{
    /// <summary>The values, as they lie in the file.</summary>
    public ReadOnlySpan<T> Span => MemoryMarshal.Cast<byte, T>(bytes.Span);

    /// <summary>How many there are.</summary>
    public int Count => bytes.Length / Unsafe.SizeOf<T>();
}

/// <summary>The head of an index file and its sections; docs/index-format.md has the layout.</summary>
internal sealed class IndexSections
{
    /// <summary>The format this program reads and writes; any other is made anew.</summary>
    public const uint FormatVersion = 1;

    private const ulong Magic = 0x5849_4441_5352_414D; // MARSADIX
    private const int FixedHead = 48;
    private const int RowLength = 32;
    private const int Alignment = 64;
    private const int MostIdentity = 1 << 20;

    private readonly IndexBytes _bytes;
    private readonly Dictionary<int, Row> _rows = [];
    private readonly int _headLength;

    private readonly record struct Row(int Id, int ElementSize, long Offset, long Length, ulong Hash);

    /// <summary>Reads and checks the head.</summary>
    /// <exception cref="InvalidDataException">It is no index file, one of another format, or a damaged one.</exception>
    public IndexSections(IndexBytes bytes)
    {
        _bytes = bytes;
        if (bytes.Length < FixedHead)
            throw Damaged("it is shorter than its head");
        var head = bytes.Slice(0, FixedHead).Span;
        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != Magic)
            throw Damaged("it does not begin as one");
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) is var version && version != FormatVersion)
            throw Damaged($"its format is {version}, not {FormatVersion}");
        var (rows, identity) = (BinaryPrimitives.ReadInt32LittleEndian(head[32..]), BinaryPrimitives.ReadInt32LittleEndian(head[36..]));
        if (rows is < 0 or > 1024 || identity is < 0 or > MostIdentity || HeadLength(rows, identity) > bytes.Length)
            throw Damaged("its head is cut");
        _headLength = HeadLength(rows, identity);
        head = bytes.Slice(0, _headLength).Span;
        if (BinaryPrimitives.ReadUInt64LittleEndian(head[16..]) != XxHash3.HashToUInt64(head[24..]))
            throw Damaged("its head was changed");
        if (BinaryPrimitives.ReadInt64LittleEndian(head[24..]) != bytes.Length)
            throw Damaged("it is cut");
        for (var i = 0; i < rows; i++)
        {
            var row = ReadRow(head.Slice(FixedHead + i * RowLength, RowLength));
            if (row.Offset < head.Length || row.Length < 0 || row.Offset + row.Length > bytes.Length || row.ElementSize < 1)
                throw Damaged("a section lies outside of it");
            _rows[row.Id] = row;
        }
        Identity = Encoding.UTF8.GetString(head.Slice(FixedHead + rows * RowLength, identity));
    }

    /// <summary>What it was made from: the lists with their versions, the model, its tables and the program.</summary>
    public string Identity { get; }

    /// <summary>A section as it lies there.</summary>
    /// <exception cref="InvalidDataException">There is none, or its values have another size.</exception>
    public Section<T> Of<T>(SectionId id, bool ofPeople = true)
        where T : unmanaged
    {
        var row = RowOf(id, ofPeople);
        if (row.ElementSize != Unsafe.SizeOf<T>() || row.Length % row.ElementSize != 0 || row.Length > int.MaxValue)
            throw Damaged($"section {id} has values of another size");
        return new Section<T>(_bytes.Slice(row.Offset, (int)row.Length));
    }

    /// <summary>A part of a section that is longer than memory can hold at once.</summary>
    /// <exception cref="InvalidDataException">The part does not lie within the section.</exception>
    public ReadOnlyMemory<byte> PartOf(SectionId id, long offset, long length)
    {
        var row = RowOf(id, true);
        if (offset < 0 || length < 0 || length > int.MaxValue || offset + length > row.Length)
            throw Damaged($"a part of section {id} lies outside of it");
        return _bytes.Slice(row.Offset + offset, (int)length);
    }

    /// <summary>Reads every byte and holds each section to its hash.</summary>
    /// <exception cref="InvalidDataException">A section was changed.</exception>
    public void Verify()
    {
        const int piece = 1 << 24;
        foreach (var row in _rows.Values)
        {
            var hash = new XxHash3();
            for (long at = 0; at < row.Length; at += piece)
                hash.Append(_bytes.Slice(row.Offset + at, (int)Math.Min(piece, row.Length - at)).Span);
            if (hash.GetCurrentHashAsUInt64() != row.Hash)
                throw Damaged($"section {(SectionId)(row.Id & 31)} was changed");
        }
    }

    /// <summary>Whether a byte belongs to the head or to a section, and not to what fills the space between them.</summary>
    internal bool Covers(long at) => at < _headLength || _rows.Values.Any(r => at >= r.Offset && at < r.Offset + r.Length);

    private Row RowOf(SectionId id, bool ofPeople) =>
        _rows.TryGetValue(NumberOf(id, ofPeople), out var row) ? row : throw Damaged($"section {id} is not there");

    private static int NumberOf(SectionId id, bool ofPeople) => (int)id + (ofPeople ? 0 : 32);

    private static int HeadLength(int rows, int identity) => FixedHead + rows * RowLength + identity;

    private static Row ReadRow(ReadOnlySpan<byte> row) => new(
        BinaryPrimitives.ReadInt32LittleEndian(row), BinaryPrimitives.ReadInt32LittleEndian(row[4..]), BinaryPrimitives.ReadInt64LittleEndian(row[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(row[16..]), BinaryPrimitives.ReadUInt64LittleEndian(row[24..]));

    private static InvalidDataException Damaged(string reason) => new($"The index cannot be used: {reason}");

    /// <summary>Writes an index file: the sections one after the other, then the head in front of them.</summary>
    internal sealed class Writer
    {
        private readonly Stream _output;
        private readonly byte[] _identity;
        private readonly int _most;
        private readonly List<Row> _rows = [];
        private readonly long _start;
        private XxHash3 _hash = new();
        private long _sectionStart;
        private long _at;

        /// <param name="output">Must be able to seek.</param>
        /// <param name="identity">What the index is made from.</param>
        /// <param name="sections">How many sections will be written at most.</param>
        public Writer(Stream output, string identity, int sections)
        {
            (_output, _identity, _most, _start) = (output, Encoding.UTF8.GetBytes(identity), sections, output.Position);
            Pad(HeadLength(sections, _identity.Length));
        }

        /// <summary>Writes a section whole.</summary>
        public void Write<T>(SectionId id, bool ofPeople, ReadOnlySpan<T> values)
            where T : unmanaged
        {
            Begin();
            Append(MemoryMarshal.AsBytes(values));
            End(id, ofPeople, Unsafe.SizeOf<T>());
        }

        /// <summary>Begins a section that is written bit by bit.</summary>
        public void Begin()
        {
            Pad((int)((Alignment - _at % Alignment) % Alignment));
            (_sectionStart, _hash) = (_at, new XxHash3());
        }

        /// <summary>Writes on in a section that was begun.</summary>
        public void Append(ReadOnlySpan<byte> bytes)
        {
            _output.Write(bytes);
            _hash.Append(bytes);
            _at += bytes.Length;
        }

        /// <summary>Ends a section.</summary>
        public void End(SectionId id, bool ofPeople, int elementSize) =>
            _rows.Add(new Row(NumberOf(id, ofPeople), elementSize, _sectionStart, _at - _sectionStart, _hash.GetCurrentHashAsUInt64()));

        /// <summary>Writes the head.</summary>
        public void Finish()
        {
            var head = new byte[HeadLength(_most, _identity.Length)];
            var rows = _rows.ToArray();
            BinaryPrimitives.WriteUInt64LittleEndian(head, Magic);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), FormatVersion);
            BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(24), _at);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(32), rows.Length);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(36), _identity.Length);
            for (var i = 0; i < rows.Length; i++)
                WriteRow(head.AsSpan(FixedHead + i * RowLength, RowLength), rows[i]);
            _identity.CopyTo(head, FixedHead + rows.Length * RowLength);
            var used = HeadLength(rows.Length, _identity.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(16), XxHash3.HashToUInt64(head.AsSpan(24, used - 24)));
            _output.Position = _start;
            _output.Write(head);
            _output.Position = _start + _at;
        }

        private static void WriteRow(Span<byte> to, Row row)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to, row.Id);
            BinaryPrimitives.WriteInt32LittleEndian(to[4..], row.ElementSize);
            BinaryPrimitives.WriteInt64LittleEndian(to[8..], row.Offset);
            BinaryPrimitives.WriteInt64LittleEndian(to[16..], row.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(to[24..], row.Hash);
        }

        private void Pad(int count)
        {
            Span<byte> zeros = stackalloc byte[Alignment];
            zeros.Clear();
            for (var left = count; left > 0; left -= Alignment)
                _output.Write(zeros[..Math.Min(left, Alignment)]);
            _at += count;
        }
    }
}
