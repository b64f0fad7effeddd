using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.App.Imports;

/// <summary>A file to import: its name, and how to open it.</summary>
internal sealed record IncomingFile(string Name, Func<Stream> Open);

/// <summary>What is to be imported.</summary>
/// <param name="ListId">The list it becomes a version of.</param>
/// <param name="Reader">The reader of its format.</param>
/// <param name="Files">The files of the set.</param>
internal sealed record ImportRequest(string ListId, IListReader Reader, IReadOnlyList<IncomingFile> Files)
{
    /// <summary>The list's date as a person states it; it stands above what the file says.</summary>
    public DateOnly? ListDate { get; init; }

    /// <summary>The day the publisher's server says the file is of; it counts where the file states no date.</summary>
    public DateOnly? FileDate { get; init; }

    /// <summary>Why failed checks are accepted; null to refuse.</summary>
    public string? Accept { get; init; }

    /// <summary>Where the files were fetched from.</summary>
    public string? FetchedFrom { get; init; }
}

/// <summary>What became of an import.</summary>
internal enum ImportOutcome
{
    /// <summary>A new version was published.</summary>
    Published,
    /// <summary>The files hold what is already published, whatever their date.</summary>
    Unchanged,
    /// <summary>A check failed, and nothing was changed.</summary>
    Refused,
}

/// <summary>The outcome of an import.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Manifest">The version as published, or as it would have been; for <see cref="ImportOutcome.Unchanged"/> the version that has this content.</param>
/// <param name="Failed">The checks that failed, accepted or not.</param>
/// <param name="Before">The version that was in force before; null when there was none.</param>
internal sealed record ImportResult(ImportOutcome Outcome, ListManifest Manifest, ImmutableArray<FailedCheck> Failed, ListVersion? Before);

/// <summary>Imports a list: stage, read, check, publish whole or not at all.</summary>
internal sealed class ListImport(ListStore store, TimeProvider clock)
{
    /// <summary>How long an import waits for another one of the same list.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Imports the files; the caller is told of each 1,000 entries read.</summary>
    /// <exception cref="WrongInputException">A file cannot be opened, or another import holds the list.</exception>
    public ImportResult Run(ImportRequest request, Action<int>? progress = null)
    {
        var folder = store.FolderOf(request.ListId);
        Staging.CleanAll(store.Folder);
        using var taken = ListLock.Take(store.Folder, request.ListId, Patience);
        using var staging = Staging.Begin(store.Folder, request.ListId);

        // 1. Keep the publisher's files, and read what was kept: what the manifest hashes is what the entries came from.
        var sources = request.Files.Select(f => Keep(staging, f)).ToImmutableArray();
        var counter = new EntryCounter();
        var reading = Read(staging, request, sources, counter, progress);

        // 2. Hold it against the source card and the version in force.
        var inForce = store.Current(request.ListId);
        var manifest = ManifestOf(staging, request, sources, counter, reading);
        var candidate = new Candidate(manifest.Counts, manifest.ListDate, reading.LostRecords,
            reading.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Fatal), reading.Issues.All(i => i.Reason != OfacReader.AliasFileMissing));
        var failed = ImportChecks.Failed(candidate, SourceCard.Of(request.ListId, request.Reader.Format).Limits, inForce?.Manifest);
        if (failed.Any(ImportChecks.IsFinal) || (failed.Length > 0 && request.Accept is null))
            return new ImportResult(ImportOutcome.Refused, manifest, failed, inForce);

        // 3. The same content with a new date is no new version; it only shows that the list is still what it was.
        if (SameContent(manifest, inForce) is { } same)
        {
            if (same == inForce)
                store.Confirm(request.ListId, same.Label, manifest.Date);
            return new ImportResult(ImportOutcome.Unchanged, same.Manifest, failed, inForce);
        }

        // 4. Publish by rename.
        manifest = manifest with
        {
            Version = FreeLabel(folder, manifest.Version),
            Accepted = failed.Length > 0 ? new Acceptance(request.Accept!, failed) : null,
        };
        staging.Publish(manifest, folder);
        store.PointToNewest(request.ListId);
        return new ImportResult(ImportOutcome.Published, manifest, failed, inForce);
    }

    private static SourceFile Keep(Staging staging, IncomingFile file)
    {
        try
        {
            using var content = file.Open();
            return staging.Keep(file.Name, content);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongInputException($"there is no file {file.Name}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new WrongInputException($"{file.Name} is a folder or may not be read", error);
        }
    }

    private static ListReading Read(Staging staging, ImportRequest request, ImmutableArray<SourceFile> sources, EntryCounter counter, Action<int>? progress)
    {
        var opened = sources.Select(s => new ListFile(PackedFile.Unpacked(s.Name), Open(staging, s))).ToList();
        try
        {
            var reading = new ListReading(request.ListId, opened);
            using var file = staging.Create(ListVersion.EntriesName);
            using (var packed = new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true))
            using (var buffered = new BufferedStream(packed, 1 << 16))
                Write(request, reading, new NkWriter(buffered), counter, progress);
            file.Flush(flushToDisk: true);
            return reading;
        }
        finally
        {
            foreach (var file in opened)
                file.Content.Dispose();
        }
    }

    private static void Write(ImportRequest request, ListReading reading, NkWriter writer, EntryCounter counter, Action<int>? progress)
    {
        writer.Write(new NkHeader(request.ListId));
        var count = 0;
        try
        {
            foreach (var entry in request.Reader.Read(reading))
            {
                counter.Count(entry, writer.Write(entry));
                if (++count % 1000 == 0)
                    progress?.Invoke(count);
            }
        }
        catch (InvalidDataException error)
        {
            // A packed file that is damaged or cut shows only while it is unpacked.
            reading.Report(new ListIssue(IssueSeverity.Fatal, 0, "", error.Message, "The file cannot be unpacked to its end"));
        }
    }

    private ListManifest ManifestOf(
        Staging staging, ImportRequest request, ImmutableArray<SourceFile> sources, EntryCounter counter, ListReading reading)
    {
        var now = clock.GetUtcNow();
        var date = request.ListDate ?? reading.ListDate ?? request.FileDate;
        return new ListManifest
        {
            List = request.ListId,
            Version = (date ?? DateOnly.FromDateTime(now.UtcDateTime)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ListDate = date,
            Format = request.Reader.Format,
            ImportedAt = now,
            FetchedFrom = request.FetchedFrom,
            Sources = sources,
            EntriesSha256 = Staging.Sha256(staging.PathOf(ListVersion.EntriesName)),
            ContentHash = counter.ContentHash(),
            Counts = counter.Counts(reading.Records),
            IssueCount = reading.IssueCount,
            Issues = [.. reading.Issues],
            ReadBy = typeof(ListImport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        };
    }

    /// <summary>The version in force, or the one before the candidate's date, when it has the candidate's content.</summary>
    private ListVersion? SameContent(ListManifest manifest, ListVersion? inForce)
    {
        if (inForce?.Manifest.ContentHash == manifest.ContentHash)
            return inForce;
        var before = store.Newest(manifest.List, manifest.Date);
        return before?.Manifest.ContentHash == manifest.ContentHash ? before : null;
    }

    /// <summary>A day whose label is taken by other content gets .2, .3 and so on.</summary>
    private static string FreeLabel(string folder, string label)
    {
        var free = label;
        for (var i = 2; Directory.Exists(Path.Combine(folder, free)); i++)
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{label}.{i}");
        return free;
    }

    private static Stream Open(Staging staging, SourceFile source) =>
        PackedFile.Open(staging.PathOf(Path.Combine(ListVersion.SourceFolder, source.StoredAs)));
}
