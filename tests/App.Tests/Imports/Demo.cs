using System.IO.Compression;
using System.Text;
using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Tests.Imports;

/// <summary>A small invented list, as files and in a store of its own.</summary>
internal sealed class Demo : IDisposable
{
    public TemporaryFolder Data { get; } = new();

    public ListStore Store => new(Data.Path);

    public Clock Now { get; } = new();

    /// <summary>The entries of a list of so many people; a number in <paramref name="renamed"/> has another name.</summary>
    public static IEnumerable<ListEntry> People(int count, params int[] renamed) => Enumerable.Range(1, count).Select(n => new ListEntry
    {
        Id = $"demo:{n}",
        Schema = EntrySchema.Person,
        Names = [new(renamed.Contains(n) ? $"Renamed Person {n}" : $"Invented Person {n}", NameKind.Primary, "name"), new($"شخص {n}", NameKind.Alias, "alias")],
        Dates = [new(DateKind.Birth, PartialDate.Year(1900 + n % 100), "dob")],
    });

    public static byte[] File(IEnumerable<ListEntry> entries, string? date = "2026-01-01", int? count = null)
    {
        using var stream = new MemoryStream();
        var writer = new NkWriter(stream);
        writer.Write(new NkHeader("demo") { Date = date is null ? null : DateOnly.Parse(date, null), Entries = count });
        foreach (var entry in entries)
            writer.Write(entry);
        return stream.ToArray();
    }

    public static byte[] GZip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    public ImportResult Import(byte[] file, string? accept = null, string name = "demo.ndjson") =>
        new ListImport(Store, Now).Run(Request(file, accept, name));

    public static ImportRequest Request(byte[] file, string? accept = null, string name = "demo.ndjson") =>
        new("demo", new NkReader(), [new IncomingFile(name, () => new MemoryStream(file))]) { Accept = accept };

    /// <summary>Writes a file beside the store and gives its path.</summary>
    public string Put(string name, byte[] content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Data.File("incoming")).FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Every file of the store with its content, but for lock files: what an import that changes nothing leaves as it was.</summary>
    public string Snapshot() => Directory.Exists(Store.Folder)
        ? string.Join('\n', Directory.EnumerateFileSystemEntries(Store.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains(".locks", StringComparison.Ordinal) && Path.GetFileName(f) != ".staging")
            .Order(StringComparer.Ordinal)
            .Select(f => f + (System.IO.File.Exists(f) ? " " + Staging.Sha256(f) : "")))
        : "";

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public void Dispose() => Data.Dispose();

    /// <summary>A clock that goes on by a second each time it is asked.</summary>
    internal sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
    }
}
