using System.Text.Json;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Imports;

/// <summary>Enters into the audit what is done to lists. A list is files and not rows, so an act is entered before it is done, and an import
/// once more with what became of it: a crash between leaves the first, and nothing is ever done without one.</summary>
internal sealed class ListAudit : IAsyncDisposable
{
    private readonly Store _store;
    private readonly Auditor _audit;
    private readonly string _actor;

    private ListAudit(Store store, Auditor audit, string actor) => (_store, _audit, _actor) = (store, audit, actor);

    public static ListAudit Open(Surroundings here)
    {
        var store = Store.Open(here);
        return new ListAudit(store, Auditor.OpenBriefly(store, here.Clock), AuditCommands.ActorOf(here));
    }

    /// <summary>Enters an act that is about to be done.</summary>
    public static async Task Enter(Surroundings here, string kind, string reference)
    {
        await using var audit = Open(here);
        await audit.Enter(kind, json => json.WriteString("list", reference), "list:" + reference.Split('@')[0]);
    }

    /// <summary>Runs an import between its two entries; null is one that found nothing new at the publisher's.</summary>
    public async Task<ImportResult?> Around(string list, IEnumerable<string> files, Func<Task<ImportResult?>> import)
    {
        await Enter("listImport", json =>
        {
            json.WriteString("list", list);
            json.WriteStartArray("files");
            foreach (var file in files)
                json.WriteStringValue(file);
            json.WriteEndArray();
        }, "list:" + list);
        try
        {
            var result = await import();
            await Enter(result is null ? "listUnchanged" : "list" + result.Outcome, json => WriteOutcome(json, list, result), "list:" + list);
            return result;
        }
        catch (Exception e)
        {
            await Enter("listFailed", json =>
            {
                json.WriteString("list", list);
                json.WriteString("why", e.GetType().Name);
            }, "list:" + list);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _audit.DisposeAsync();
        _store.Dispose();
    }

    private Task<AuditRecord> Enter(string kind, Action<Utf8JsonWriter> detail, string about) => _audit.Seal(_audit.Event(_actor, kind).With(detail).Concerning(about));

    private static void WriteOutcome(Utf8JsonWriter json, string list, ImportResult? result)
    {
        json.WriteString("list", list);
        if (result is null)
            return;
        json.WriteString("version", result.Manifest.Version);
        json.WriteString("content", result.Manifest.ContentHash);
        json.WriteNumber("entries", result.Manifest.Counts.Entries);
        json.WriteStartArray("failedChecks");
        foreach (var check in result.Failed)
            json.WriteStringValue($"{check.Check}: {check.Measured}, allowed is {check.Allowed}");
        json.WriteEndArray();
        if (result.Manifest.Accepted is { } accepted)
            json.WriteString("accepted", accepted.Reason);
    }
}
