using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Transliteration;

namespace Marsad.App.Imports;

/// <summary>Counts entries as they pass on their way to the disk, and hashes them all whatever their order.</summary>
internal sealed class EntryCounter
{
    /// <summary>What altered test copies of real lists carry in place of a name.</summary>
    private static readonly string[] TestMarks = ["INFOSEC TEST", "TEST FILE", "TEST RECORD", "TEST ENTRY"];

    private readonly int[] _schemas = new int[Enum.GetValues<EntrySchema>().Length];
    private readonly int[] _scripts = new int[Enum.GetValues<Script>().Length];
    private readonly SortedDictionary<string, int> _filled = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _ids = [];
    private readonly List<(UInt128 High, UInt128 Low)> _hashes = [];
    private readonly NkWriter _canonical = new(Stream.Null);
    private ListCounts _counts = new();
    private int _entries, _names, _lostNames;

    /// <summary>Counts an entry that is not being written.</summary>
    public void Count(ListEntry entry) => Count(entry, _canonical.Write(entry));

    /// <summary>Counts an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="canonical">Its canonical bytes.</param>
    public void Count(ListEntry entry, ReadOnlySpan<byte> canonical)
    {
        _entries++;
        _schemas[(int)entry.Schema]++;
        foreach (var name in entry.Names)
            Count(name.Text);
        if (!_ids.Add(XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(entry.Id))))
            _counts = _counts with { RepeatedIds = _counts.RepeatedIds + 1, RepeatedId = _counts.RepeatedId ?? entry.Id };
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(canonical, hash);
        _hashes.Add((BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..])));
        CountFields(entry);
    }

    public ListCounts Counts(int records) => _counts with
    {
        Records = records,
        Entries = _entries,
        Names = _names,
        LostNames = _lostNames,
        EntriesPerSchema = Counted<EntrySchema>(_schemas),
        NamesPerScript = Counted<Script>(_scripts),
        Filled = _filled.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>The SHA-256 over the sorted hashes of all entries.</summary>
    public string ContentHash()
    {
        _hashes.Sort();
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> hash = stackalloc byte[32];
        foreach (var (high, low) in _hashes)
        {
            BinaryPrimitives.WriteUInt128BigEndian(hash, high);
            BinaryPrimitives.WriteUInt128BigEndian(hash[16..], low);
            all.AppendData(hash);
        }
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private void Count(string name)
    {
        _names++;
        _scripts[(int)Transliterator.ScriptOf(name)]++;
        if (name.Contains("??", StringComparison.Ordinal))
            _lostNames++;
        if (TestMarks.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            _counts = _counts with { TestNames = _counts.TestNames + 1, TestName = _counts.TestName ?? name };
    }

    private void CountFields(ListEntry entry)
    {
        Filled("names", entry.Names.Length > 0);
        // Weak aliases are mined from remarks; the strong ones show whether a set came with its alias file.
        Filled("aliases", entry.Names.Any(n => n.Kind is NameKind.Alias or NameKind.Former));
        Filled("birthDates", entry.Dates.Any(d => d.Kind == DateKind.Birth));
        Filled("birthPlaces", entry.BirthPlaces.Length > 0);
        Filled("countries", entry.Countries.Length > 0);
        Filled("genders", entry.Genders.Length > 0);
        Filled("identifiers", entry.Identifiers.Length > 0);
        Filled("addresses", entry.Addresses.Length > 0);
        Filled("positions", entry.Positions.Length > 0);
        Filled("programs", entry.Programs.Length > 0);
        Filled("listedOn", entry.ListedOn is not null);
    }

    private void Filled(string field, bool isFilled) => _filled[field] = _filled.GetValueOrDefault(field) + (isFilled ? 1 : 0);

    private static ImmutableSortedDictionary<string, int> Counted<T>(int[] counts) where T : struct, Enum =>
        Enum.GetNames<T>().Zip(counts).Where(c => c.Second > 0).ToImmutableSortedDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
}
