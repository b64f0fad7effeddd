using System.Security.Cryptography;
using System.Text;
using Marsad.Engine.Matching;
using Marsad.Engine.Matching.Index;

namespace Marsad.App.Imports;

/// <summary>The prepared lists of a data folder: <c>indexes/HASH.index</c>, one file for each set of list versions that was screened against.</summary>
/// <remarks>
/// An index can always be made again from the lists, so whatever is wrong with one (it is damaged, cut, of another version of the
/// program, or cannot be written) is answered by making it again, never by an error or by another result. It is written beside and
/// renamed into place, so that a reader finds it whole or not at all.
/// </remarks>
internal sealed class IndexStore(string dataFolder)
{
    /// <summary>Larger files are not read whole when they are opened; <c>lists verify</c> does.</summary>
    private const long LargestVerified = 256L << 20;

    /// <summary>How many files are kept: the lists in force by several policies, and some days of the past.</summary>
    private const int MostKept = 8;

    private const string Pattern = "*.index";

    private readonly string _folder = Path.Combine(dataFolder, "indexes");

    /// <summary>Opens the index of some lists, or makes it.</summary>
    public Watchlist Open(IReadOnlyList<LoadedList> lists, ScoringModel model)
    {
        string[] versions = [.. lists.Select(l => $"{l.Id}@{l.Version} {l.Content}")];
        var path = PathOf(versions, model);
        return TryOpen(path, versions, model) ?? Make(path, lists, versions, model);
    }

    /// <summary>What is wrong with the indexes there are, each of which was deleted: it is made again when it is needed.</summary>
    public IEnumerable<string> RemoveDamaged()
    {
        foreach (var path in Directory.Exists(_folder) ? Directory.GetFiles(_folder, Pattern) : [])
        {
            string? fault = null;
            try
            {
                Watchlist.Verify(MappedFile.Open(path));
            }
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                fault = $"{Path.GetFileName(path)}: {error.Message}";
                File.Delete(path);
            }
            if (fault is not null)
                yield return fault;
        }
    }

    private string PathOf(string[] versions, ScoringModel model)
    {
        var text = string.Join('\n', [model.Name, model.TablesHash, .. versions]);
        return Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24] + ".index");
    }

    private static Watchlist? TryOpen(string path, string[] versions, ScoringModel model)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            var bytes = MappedFile.Open(path);
            return Watchlist.Open(bytes, model, versions, verify: bytes.Length <= LargestVerified);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Watchlist Make(string path, IReadOnlyList<LoadedList> lists, string[] versions, ScoringModel model)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(_folder);
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20))
                Watchlist.Write(lists.SelectMany(l => l.Read()), model, versions, file);
            File.Move(beside, path, overwrite: true);
            Prune(path);
            return Watchlist.Open(MappedFile.Open(path), model, versions, verify: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written to, or a full disk, makes a screening slow and no more.
            return Watchlist.Prepare(lists.SelectMany(l => l.Read()), model);
        }
        finally
        {
            TryDelete(beside);
        }
    }

    private void Prune(string kept)
    {
        foreach (var old in new DirectoryInfo(_folder).GetFiles(Pattern).Where(f => f.FullName != kept).OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostKept - 1))
            TryDelete(old.FullName);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process has it, or took it away.
        }
    }
}
