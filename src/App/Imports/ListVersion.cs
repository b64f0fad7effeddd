using System.IO.Compression;
using System.Text.Json;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Imports;

/// <summary>One published version in the store: a folder that never changes.</summary>
internal sealed record ListVersion(string Folder, ListManifest Manifest)
{
    public const string EntriesName = "entries.ndjson.br";
    public const string ManifestName = "manifest.json";
    public const string SourceFolder = "source";

    /// <summary>A folder never changes, so two readings of one are the same version.</summary>
    public bool Equals(ListVersion? other) => other is not null && other.Folder == Folder;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Folder);

    public string Id => Manifest.List;

    public string Label => Manifest.Version;

    /// <summary>How it is written on the command line.</summary>
    public string Reference => $"{Id}@{Label}";

    /// <summary>Reads a version's manifest; null where the folder is no published version.</summary>
    public static ListVersion? Find(string folder)
    {
        var manifest = Path.Combine(folder, ManifestName);
        if (!File.Exists(manifest))
            return null;
        try
        {
            return new ListVersion(folder, JsonSerializer.Deserialize(File.ReadAllBytes(manifest), ManifestJson.Default.ListManifest)!);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{manifest} is damaged: {error.Message}", error);
        }
    }

    public LoadedList Load() => new(Id, Label, Manifest.Date, IsStarter: false, Manifest.EntriesSha256, Entries);

    /// <summary>Streams the entries. They were written by us, so an issue means that the disk lost something.</summary>
    public IEnumerable<ListEntry> Entries()
    {
        using var file = File.OpenRead(Path.Combine(Folder, EntriesName));
        var count = 0;
        foreach (var entry in StoredEntries.Read(Id, file, Reference))
        {
            count++;
            yield return entry;
        }
        if (count != Manifest.Counts.Entries)
            throw new InvalidDataException($"The stored list {Reference} is damaged: {count} of {Manifest.Counts.Entries} entries are there. Import or update it again");
    }
}

/// <summary>Reads entries that Marsad wrote itself, packed with Brotli.</summary>
internal static class StoredEntries
{
    public static IEnumerable<ListEntry> Read(string listId, Stream packed, string reference)
    {
        using var content = new BrotliStream(packed, CompressionMode.Decompress);
        var reading = new ListReading(listId, [new ListFile(reference, content)]);
        foreach (var entry in new NkReader().Read(reading))
            yield return entry;
        if (reading.IssueCount > 0)
            throw new InvalidDataException($"The stored list {reference} is damaged: {reading.Issues[0].Reason}. Import or update it again");
    }
}
