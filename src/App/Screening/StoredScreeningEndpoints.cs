using System.Globalization;
using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Imports;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Screening;

/// <summary>Screenings of the past and entries of lists over HTTP. Each read of a personal record is in the audit, with its purpose.</summary>
internal sealed class StoredScreeningEndpoints(Surroundings here, LiveLists lists, Store store, Auditor audit)
{
    private const string ReadKind = "read";
    private const string ReplayKind = "replay";
    private readonly StoredScreenings _screenings = new(here, store);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/screenings", List).Needs(Permission.Screen);
        app.MapGet("/api/v1/screenings/{id}", Read).Needs(Permission.Screen);
        app.MapPost("/api/v1/screenings/{id}/replay", Replay).Needs(Permission.Screen);
        app.MapGet("/api/v1/entries/{id}", Entry).Needs(Permission.ReadLists).AllowsAnonymous();
    }

    /// <summary>Without particulars: who screened, when, under which name to read more.</summary>
    private async Task List(HttpContext http)
    {
        var caller = http.Caller();
        var actor = http.Request.Query["actor"].ToString() is { Length: > 0 } wanted ? wanted : null;
        if (!caller.May(Permission.ReadScreenings))
            actor = caller.Actor;
        var size = http.Request.Query["limit"].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= 500 ? given : throw new ProblemException(Problem.Wrong("limit: allowed is 1 to 500", "limit"))
            : 50;
        var page = await _screenings.Read(actor, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, size, http.RequestAborted);
        await Json.Write(http, json =>
        {
            json.WriteStartArray("items");
            foreach (var record in page.Items)
            {
                json.WriteStartObject();
                WriteHead(json, record);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("next", page.Next);
        });
    }

    private async Task Read(HttpContext http)
    {
        var record = await Find(http, ReadKind);
        await Json.Write(http, json =>
        {
            WriteHead(json, record);
            json.WriteNumber("chain", record.Chain);
            json.WriteNumber("sequence", record.Sequence);
            json.WriteString("hash", Convert.ToHexStringLower(record.Hash));
            json.WritePropertyName("detail");
            json.WriteRawValue(record.Detail);
        });
    }

    private async Task Replay(HttpContext http)
    {
        var record = await Find(http, ReplayKind);
        var replayed = await Task.Run(() => _screenings.Replay(record), http.RequestAborted);
        await Json.Write(http, json =>
        {
            json.WriteString("screening", record.Id);
            json.WriteBoolean("same", replayed.IsSame);
            if (replayed.Difference.Length > 0)
                json.WriteString("difference", replayed.Difference);
            json.WritePropertyName("answered");
            json.WriteRawValue(replayed.Answer);
        });
    }

    /// <summary>A screening that the caller may see; seeing it is in the audit first.</summary>
    private async Task<AuditRecord> Find(HttpContext http, string kind)
    {
        var caller = http.Caller();
        var record = Guid.TryParse(http.GetRouteValue("id") as string, out var id) ? await _screenings.Find(id, http.RequestAborted) : null;
        // Whose it is matters first: a stranger does not even learn that it is there.
        if (record is null || (record.Actor != caller.Actor && !caller.May(Permission.ReadScreenings)))
            throw new ProblemException(Problem.NotFound("There is no screening of that id"));
        if (record.Detail is null)
            throw new ProblemException(new Problem(StatusCodes.Status410Gone, "Erased", "What was asked and answered was erased; the audit holds that it was"));
        await audit.Seal(audit.Event(caller.Actor, kind).With(j => WritePurpose(j, "screening", record.Id.ToString(), Purposes.Read(http.Request))).Concerning("screening:" + record.Id), http.RequestAborted);
        return record;
    }

    private async Task Entry(HttpContext http)
    {
        var id = (string)http.GetRouteValue("id")!;
        var listId = ScreeningJson.ListOf(id);
        if (listId == id)
            throw new ProblemException(Problem.Wrong("id: allowed is LIST:REFERENCE such as un:QDi.430", "id"));
        var screener = lists.Current ?? throw new ProblemException(Problem.NotReady());
        var list = lists.InForce.FirstOrDefault(l => l.Id == listId)
            ?? throw new ProblemException(Problem.NotFound($"There is no list \"{listId}\" in force"));
        var withHistory = http.Request.Query["history"] == "true";
        var entry = screener.Find(id);
        // An entry that is no longer listed has a history all the same.
        var history = withHistory ? await Task.Run(() => EntryHistory.Of(new ListStore(here.DataFolder), listId, id), http.RequestAborted) : [];
        if (entry is null && history.Count == 0)
            throw new ProblemException(Problem.NotFound($"{list.Id} {list.Version} has no entry of that id"));
        await audit.Seal(audit.Event(http.Caller().Actor, ReadKind).With(j => WritePurpose(j, "entry", id, Purposes.Read(http.Request))).Concerning(ScreeningAudit.About(id)), http.RequestAborted);
        await Json.Write(http, ShowCommands.EntryJson(entry, list, history, withHistory));
    }

    private static void WritePurpose(Utf8JsonWriter json, string name, string what, string purpose)
    {
        json.WriteString(name, what);
        json.WriteString("purpose", purpose);
    }

    private static void WriteHead(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteString("id", record.Id);
        json.WriteString("at", AuditRecord.Text(record.At));
        json.WriteString("by", record.Actor);
        json.WriteBoolean("erased", record.Detail is null);
    }
}
