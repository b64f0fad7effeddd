using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Marsad.App.Imports;

/// <summary>A version that is being made: a folder beside the published ones, which becomes one of them by a rename or vanishes.</summary>
internal sealed class Staging : IDisposable
{
    public const string Name = ".staging";
    private readonly string _folder;

    private Staging(string folder) => _folder = folder;

    /// <summary>Begins a version of a list. Hold the list's lock: what an import that died left behind is removed.</summary>
    public static Staging Begin(string listsFolder, string id)
    {
        Clean(listsFolder, id);
        var folder = Path.Combine(listsFolder, Name, id, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.Combine(folder, ListVersion.SourceFolder));
        return new Staging(folder);
    }

    /// <summary>Removes what dead imports left behind, of every list that nobody imports just now.</summary>
    public static void CleanAll(string listsFolder)
    {
        var all = Path.Combine(listsFolder, Name);
        foreach (var folder in Directory.Exists(all) ? Directory.GetDirectories(all) : [])
        {
            var id = Path.GetFileName(folder);
            using var free = ListLock.Try(listsFolder, id);
            if (free is not null)
                Clean(listsFolder, id);
        }
    }

    private static void Clean(string listsFolder, string id)
    {
        var left = Path.Combine(listsFolder, Name, id);
        if (Directory.Exists(left))
            Directory.Delete(left, recursive: true);
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Keeps a publisher's file: as it came when it is packed with gzip, otherwise packed.</summary>
    public SourceFile Keep(string name, Stream content)
    {
        using var buffered = new BufferedStream(content, 1 << 16);
        var isPacked = PackedFile.Unpacked(name) != name;
        var storedAs = FreeName(isPacked ? name : name + ".gz");
        var path = Path.Combine(_folder, ListVersion.SourceFolder, storedAs);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        using (var file = Create(path))
        {
            using (Stream target = isPacked ? file : new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = buffered.Read(buffer)) > 0; size += read)
                {
                    hash.AppendData(buffer, 0, read);
                    target.Write(buffer, 0, read);
                }
                if (isPacked)
                    file.Flush(flushToDisk: true);
            }
            if (!isPacked)
                file.Flush(flushToDisk: true);
        }
        return new SourceFile(name, storedAs, size, Convert.ToHexStringLower(hash.GetHashAndReset()), Sha256(path));
    }

    public FileStream Create(string path) => new(Path.Combine(_folder, path), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);

    public static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Publishes the version: the manifest is written last, and the folder appears under its name all at once.</summary>
    public void Publish(ListManifest manifest, string listFolder)
    {
        using (var file = Create(ListVersion.ManifestName))
        {
            JsonSerializer.Serialize(file, manifest, ManifestJson.Default.ListManifest);
            file.Flush(flushToDisk: true);
        }
        DurableFile.SyncFolder(Path.Combine(_folder, ListVersion.SourceFolder));
        DurableFile.SyncFolder(_folder);
        Directory.CreateDirectory(listFolder);
        Directory.Move(_folder, Path.Combine(listFolder, manifest.Version));
        DurableFile.SyncFolder(listFolder);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        var parent = Path.GetDirectoryName(_folder)!;
        if (Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
            Directory.Delete(parent);
    }

    private string FreeName(string name)
    {
        var free = name;
        for (var i = 2; File.Exists(Path.Combine(_folder, ListVersion.SourceFolder, free)); i++)
            free = $"{i}-{name}";
        return free;
    }
}
