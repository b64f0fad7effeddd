namespace Marsad.App.Imports;

/// <summary>Hashes and counts a stored version again.</summary>
internal static class ListVerification
{
    /// <summary>What is not as the manifest says; nothing for a sound version.</summary>
    public static IEnumerable<string> Faults(ListVersion version)
    {
        var manifest = version.Manifest;
        foreach (var source in manifest.Sources)
            if (Fault(Path.Combine(version.Folder, ListVersion.SourceFolder, source.StoredAs), source.StoredSha256) is { } fault)
                yield return fault;
        if (Fault(Path.Combine(version.Folder, ListVersion.EntriesName), manifest.EntriesSha256) is { } entries)
        {
            yield return entries;
            yield break;
        }
        foreach (var fault in Recount(version))
            yield return fault;
    }

    private static IEnumerable<string> Recount(ListVersion version)
    {
        var counter = new EntryCounter();
        foreach (var entry in version.Entries())
            counter.Count(entry);
        var (counted, stated) = (counter.Counts(version.Manifest.Counts.Records), version.Manifest.Counts);
        if (counted.Names != stated.Names)
            yield return $"{counted.Names} names, the manifest says {stated.Names}";
        if (counter.ContentHash() != version.Manifest.ContentHash)
            yield return "the entries are not those that were published";
    }

    private static string? Fault(string path, string sha256)
    {
        if (!File.Exists(path))
            return $"{Path.GetFileName(path)} is missing";
        return Staging.Sha256(path) == sha256 ? null : $"{Path.GetFileName(path)} has another SHA-256 than the manifest says";
    }
}
