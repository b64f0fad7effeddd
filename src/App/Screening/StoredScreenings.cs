using System.Text.Json;
using Marsad.App.Audit;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Screening.Batch;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Screening;

/// <summary>What a replay came to.</summary>
/// <param name="IsSame">True when the answer is the same to the last bit.</param>
/// <param name="Answer">Today's answer with the lists, the model and the policy of that day.</param>
/// <param name="Difference">What differs; empty when nothing does.</param>
internal sealed record Replayed(bool IsSame, byte[] Answer, string Difference);

/// <summary>Screenings of the past: read, and repeated with the list versions and the policy of their day.</summary>
internal sealed class StoredScreenings(Surroundings here, Store store)
{
    /// <summary>The record of a screening; null when there is none of that id.</summary>
    public async Task<AuditRecord?> Find(Guid id, CancellationToken cancel)
    {
        await using var context = store.Context();
        return await context.Set<AuditRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Kind == ScreeningAudit.Kind, cancel);
    }

    /// <summary>The screenings of an actor, or of all, the newest first.</summary>
    public async Task<Page<AuditRecord>> Read(string? actor, string? cursor, int size, CancellationToken cancel)
    {
        await using var context = store.Context();
        var records = context.Set<AuditRecord>().AsNoTracking().Where(r => r.Kind == ScreeningAudit.Kind);
        if (actor is not null)
            records = records.Where(r => r.Actor == actor);
        return await Page<AuditRecord>.Read(records, r => r.Id, cursor, size, newestFirst: true, cancel);
    }

    /// <summary>Repeats a screening.</summary>
    /// <exception cref="WrongInputException">A list version of that day is no longer kept.</exception>
    public Replayed Replay(AuditRecord record)
    {
        using var detail = JsonDocument.Parse(record.Detail!);
        var (asked, answered, policy) = (detail.RootElement.GetProperty("asked"), detail.RootElement.GetProperty("answered"), detail.RootElement.GetProperty("policy"));
        var profile = ReadPolicy(policy);
        var versions = answered.GetProperty("lists").EnumerateArray().Select(l => (Id: l.GetProperty("id").GetString()!, Version: l.GetProperty("version").GetString()!));
        var screener = Screener.Open(here, [.. versions.Select(v => Load(v.Id, v.Version))], DateOnly.FromDateTime(record.At.UtcDateTime), profile, explain: true);
        var row = NdjsonInput.Subject(new RawRow(1, 1) { Json = JsonSerializer.SerializeToUtf8Bytes(asked, JsonElements.Default.JsonElement) });
        var hits = screener.Screen(row.Subject ?? throw new WrongInputException($"the question of {record.Id} can no longer be read: {row.Error}"));
        var answer = ScreeningJson.Result(RowId.Of(record.Id.ToString()), screener, row.Subject, hits, explain: true);
        using var now = JsonDocument.Parse(answer);
        foreach (var name in (string[])["model", "tables", "priorBits", "threshold", "hits"])
        {
            if (!JsonElement.DeepEquals(answered.GetProperty(name), now.RootElement.GetProperty(name)))
                return new Replayed(false, answer, name is "model" or "tables" ? $"{name}: this program has another scoring model than the one of that day" : name);
        }
        return new Replayed(true, answer, "");
    }

    private LoadedList Load(string id, string version)
    {
        if (StarterLists.Header(id) is { } header && StarterLists.Load(id, header) is var starter && starter.Version == version && !new ListStore(here.DataFolder).Imported.Contains(id))
            return starter;
        return new ListStore(here.DataFolder).Find($"{id}@{version}").Load();
    }

    private static Profile ReadPolicy(JsonElement policy) => new()
    {
        Name = policy.GetProperty("profile").GetString()!,
        Rule = Enum.Parse<ScoreRule>(policy.GetProperty("rule").GetString()!, ignoreCase: true),
        Threshold = policy.GetProperty("threshold").GetDouble(),
        Limit = policy.GetProperty("limit").GetInt32(),
        WeakAliasesOpen = policy.GetProperty("weakAliasesOpen").GetBoolean(),
        Lists = [.. policy.GetProperty("lists").EnumerateArray().Select(l => l.GetString()!)],
    };
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElements : System.Text.Json.Serialization.JsonSerializerContext;
