using System.IO.Compression;
using System.Text;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>What every reader owes to any file: no exception, and nothing lost without an issue.</summary>
public class HostileInputTests
{
    public static TheoryData<string, string, string> Fixtures => new()
    {
        { "opensanctions", "OpenSanctions", "entities.ftm.json" },
        { "interpol", "OpenSanctions", "targets.simple.csv" },
        { "us-csl", "UsCsl", "csl.csv" },
        { "bis-dpl", "BisDpl", "dpl.txt" },
        { "eu", "Eu", "fsf.xml" },
        { "eu", "Eu", "fsf-1.1.csv" },
        { "eu", "Eu", "fsf-1.0.csv" },
        { "eu", "Eu", "act.csv" },
        { "uk", "Uk", "list.xml" },
        { "uk", "Uk", "list.csv" },
        { "uk", "Uk", "conlist-windows-1252.csv" },
        { "ca", "Ca", "sema.xml" },
        { "fbi", "Fbi", "wanted.json" },
        { "csv", "UsCsl", "csl.csv" },
    };

    public static TheoryData<string> Formats =>
        [.. new[] { "opensanctions", "interpol", "us-csl", "bis-dpl", "eu", "uk", "ca", "fbi", "csv" }];

    [Theory, MemberData(nameof(Fixtures))]
    public void A_file_cut_anywhere_gives_what_it_holds_and_an_issue_for_the_rest(string format, string folder, string name)
    {
        var bytes = Bytes(folder, name);
        var whole = Read(format, bytes).Entries.Count;
        for (var cut = 1; cut < bytes.Length; cut += Math.Max(1, bytes.Length / 150))
        {
            var (reading, entries) = Read(format, bytes[..cut]);
            // A cut inside an id that is the last cell makes one party of a piece of another; only the count of the list tells that.
            Assert.True(entries.Count <= whole + 1, $"cut at {cut}: {entries.Count} entries of {whole}");
        }
    }

    [Theory]
    [InlineData("eu", "Eu", "fsf.xml")]
    [InlineData("uk", "Uk", "list.xml")]
    [InlineData("ca", "Ca", "sema.xml")]
    [InlineData("fbi", "Fbi", "wanted.json")]
    public void A_cut_XML_or_JSON_file_is_broken(string format, string folder, string name)
    {
        var bytes = Bytes(folder, name);
        Assert.True(Read(format, bytes[..(bytes.Length / 2)]).Reading.IsBroken);
        Assert.True(Read(format, bytes[..(bytes.Length - 12)]).Reading.IsBroken);
    }

    [Theory]
    [InlineData("us-csl", "UsCsl", "csl.csv")]
    [InlineData("bis-dpl", "BisDpl", "dpl.txt")]
    [InlineData("eu", "Eu", "fsf-1.1.csv")]
    [InlineData("eu", "Eu", "act.csv")]
    [InlineData("uk", "Uk", "list.csv")]
    [InlineData("uk", "Uk", "conlist-windows-1252.csv")]
    [InlineData("interpol", "OpenSanctions", "targets.simple.csv")]
    [InlineData("opensanctions", "OpenSanctions", "entities.ftm.json")]
    public void A_file_cut_within_its_last_record_is_broken(string format, string folder, string name)
    {
        var bytes = Bytes(folder, name);
        var lastLine = bytes.AsSpan().TrimEnd("\r\n"u8).LastIndexOf((byte)'\n') + 1;
        Assert.True(Read(format, bytes[..(lastLine + 8)]).Reading.IsBroken);
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void A_damaged_archive_is_broken_and_not_an_exception(string format, string folder, string name)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < 200; i++)
                gzip.Write(Bytes(folder, name));
        }
        packed.SetLength(packed.Length / 2);
        packed.Position = 0;
        var stream = new BreakingStream(new GZipStream(packed, CompressionMode.Decompress));

        var reading = new ListReading(format, [new ListFile(name, stream)]);
        _ = ListFormats.Find(format)!.Read(reading).Count();

        Assert.True(reading.IsBroken);
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void A_file_in_another_encoding_throws_nothing_and_loses_nothing_silently(string format, string folder, string name)
    {
        var text = Encoding.UTF8.GetString(Bytes(folder, name));
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.ASCII })
        {
            Read(format, encoding.GetBytes(text));
            Read(format, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        }
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void Bytes_that_flip_throw_nothing_and_lose_nothing_silently(string format, string folder, string name)
    {
        var bytes = Bytes(folder, name);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])bytes.Clone();
            for (var i = 0; i < 1 + (seed / 4); i++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Read(format, damaged);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void An_empty_file_and_one_of_random_bytes_are_broken(string format)
    {
        Assert.True(Read(format, []).Reading.IsBroken);
        for (var seed = 0; seed < 20; seed++)
        {
            var bytes = new byte[20_000];
            new Random(seed).NextBytes(bytes);
            var (reading, entries) = Read(format, bytes);
            Assert.Empty(entries);
            Assert.True(reading.IsBroken, $"seed {seed}: {reading.Print()}");
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void One_line_of_ten_million_letters_is_broken(string format)
    {
        var bytes = new byte[10_000_000];
        Array.Fill(bytes, (byte)'x');
        foreach (var start in new[] { "", "\"", "{", "<", "[" })
        {
            Encoding.ASCII.GetBytes(start).CopyTo(bytes, 0);
            Assert.True(Read(format, bytes).Reading.IsBroken, start);
        }
    }

    [Theory]
    [InlineData("eu", "export")]
    [InlineData("uk", "Designations")]
    [InlineData("ca", "data-set")]
    public void An_entity_bomb_and_a_file_that_names_an_outside_file_are_refused(string format, string root)
    {
        var bomb = $"""<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]><{root}>&b;&f;</{root}>""";

        var (reading, entries) = Read(format, Encoding.UTF8.GetBytes(bomb));

        Assert.Empty(entries);
        Assert.True(reading.IsBroken);
    }

    [Theory]
    [InlineData("eu", "<export><sanctionEntity>", "<nameAlias>")]
    [InlineData("uk", "<Designations><Designation>", "<Names>")]
    [InlineData("ca", "<data-set><record>", "<Aliases>")]
    public void Elements_nested_without_end_are_refused(string format, string start, string element)
    {
        var (reading, _) = Read(format, Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(element, 100_000))));
        Assert.True(reading.IsBroken);
    }

    [Theory]
    [InlineData("opensanctions", """{"id":"x","schema":"Person","properties":""")]
    [InlineData("fbi", """{"total":1,"items":""")]
    public void JSON_nested_without_end_is_refused(string format, string start)
    {
        var (reading, entries) = Read(format, Encoding.UTF8.GetBytes(start + new string('[', 1_000_000)));
        Assert.Empty(entries);
        Assert.True(reading.IsBroken);
    }

    [Theory, MemberData(nameof(Fixtures))]
    public void Another_publishers_file_is_refused(string format, string folder, string name)
    {
        foreach (var other in ListFormats.All.Where(r => Formats.Any(f => f.Data == r.Format) && r.Format != format))
        {
            // Both read the same exports; and any csv with a name column is a list of one's own.
            if (other.Format is "csv" || (other.Format is "opensanctions" or "interpol" && folder == "OpenSanctions"))
                continue;
            if (format == "csv" && other.Format == "us-csl")
                continue;
            var (reading, entries) = Read(other.Format, Bytes(folder, name));
            Assert.Empty(entries);
            Assert.True(reading.IsBroken, $"{other.Format} read {name}: {reading.Print()}");
        }
    }

    /// <summary>Reads, and holds that each record the reader met is an entry or an issue.</summary>
    private static (ListReading Reading, List<ListEntry> Entries) Read(string format, byte[] bytes)
    {
        var reading = new ListReading(format, [Readings.File("hostile", bytes)]);
        var entries = ListFormats.Find(format)!.Read(reading).ToList();
        var reported = reading.Issues.Count(i => i.Severity != IssueSeverity.Value) + reading.Issues
            .Where(i => i.Reason.Contains("counted and left out", StringComparison.Ordinal)).Sum(i => int.Parse(i.Value[(i.Value.LastIndexOf(' ') + 1)..], null));
        Assert.True(reading.Records <= entries.Count + reported || reading.Issues.Count >= ListReading.KeptPerKind,
            $"{reading.Records} records, {entries.Count} entries, {reported} reported: {reading.Print()}");
        RealFiles.Check(reading, entries);
        return (reading, entries);
    }

    private static byte[] Bytes(string folder, string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Lists", folder, "Fixtures", name));

    /// <summary>A packed stream that ends early says so in one of several ways; this is the plainest.</summary>
    private sealed class BreakingStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            return read > 0 || count == 0 ? read : throw new InvalidDataException("cut");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
