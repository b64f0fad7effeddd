using Marsad.App.Terminal;
using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>Fetches a list from the addresses on its source card and imports it. The last good version stays in force whatever happens.</summary>
internal sealed class ListUpdate(ListStore store, TimeProvider clock, FetchLimits limits)
{
    /// <summary>Updates one list.</summary>
    /// <returns>What the import gave; null when the publisher says that nothing changed.</returns>
    /// <exception cref="HttpRequestException">The files could not be fetched; noted as the list's last error.</exception>
    /// <exception cref="WrongInputException">The card has no address, or the list is being imported elsewhere.</exception>
    public async Task<ImportResult?> Run(SourceCard card, string? accept, Action<int>? progress, CancellationToken cancel)
    {
        if (card.Files.Count == 0)
            throw new WrongInputException($"the list {card.Id} has no address to fetch it from: import its files");
        var reader = ListFormats.Find(card.Format) ?? throw new WrongInputException($"the list {card.Id} has the format {card.Format}, which cannot be read");
        var record = UpdateRecord.Of(store, card.Id) with { LastTry = clock.GetUtcNow(), LastError = null };
        var downloads = Directory.CreateDirectory(Path.Combine(store.Folder, ".downloads", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            var fetched = await FetchAll(card, Known(card.Id, record), downloads, cancel);
            if (fetched is null)
            {
                store.Confirm(card.Id, store.Current(card.Id)!.Label, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
                record.Save(store, card.Id);
                return null;
            }
            var result = new ListImport(store, clock).Run(Request(card, reader, fetched, accept), progress);
            record = result.Outcome == ImportOutcome.Refused
                ? record with { LastError = ImportReport.Refusal(result) }
                : record with { Version = result.Manifest.Version, Files = fetched.ToDictionary(f => f.Key.Address!.AbsoluteUri, f => f.Value.Validators) };
            record.Save(store, card.Id);
            return result;
        }
        catch (Exception error) when (error is HttpRequestException or WrongInputException or IOException)
        {
            (record with { LastError = error.Message }).Save(store, card.Id);
            throw;
        }
        finally
        {
            Directory.Delete(downloads, recursive: true);
        }
    }

    /// <summary>Validators only count while the version they belong to is in force.</summary>
    private Dictionary<string, Validators> Known(string id, UpdateRecord record) =>
        record.Version is { } version && store.Current(id)?.Label == version ? record.Files : [];

    /// <summary>All files of the set, or null when none changed. A set is whole: when one file changed, all are taken.</summary>
    private async Task<Dictionary<PublishedFile, Fetched>?> FetchAll(
        SourceCard card, Dictionary<string, Validators> known, string folder, CancellationToken cancel)
    {
        using var fetch = new ListFetch(limits);
        var fetched = new Dictionary<PublishedFile, Fetched>();
        foreach (var file in card.Files)
            fetched[file] = await fetch.Fetch(file.Address!, known.GetValueOrDefault(file.Address!.AbsoluteUri), Path.Combine(folder, file.Name), cancel);
        if (fetched.Values.All(f => f.Path is null))
            return null;
        foreach (var file in card.Files.Where(f => fetched[f].Path is null))
            fetched[file] = await fetch.Fetch(file.Address!, known: null, Path.Combine(folder, file.Name), cancel);
        return fetched;
    }

    private static ImportRequest Request(SourceCard card, IListReader reader, Dictionary<PublishedFile, Fetched> fetched, string? accept) =>
        new(card.Id, reader, [.. card.Files.Select(f => new IncomingFile(f.Name, () => File.OpenRead(fetched[f].Path!)))])
        {
            Accept = accept,
            FetchedFrom = string.Join(' ', card.Files.Select(f => f.Address)),
            FileDate = fetched[card.Files[0]].Validators.LastModified is { } changed ? DateOnly.FromDateTime(changed.UtcDateTime) : null,
        };
}
