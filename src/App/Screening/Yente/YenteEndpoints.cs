using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Profiles;
using Marsad.App.Screening.Batch;
using Marsad.App.Terminal;
using Marsad.App.Web;
using Marsad.Engine.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Screening.Yente;

/// <summary>The API of OpenSanctions' yente: a client of it needs only another address, and a key.</summary>
internal sealed class YenteEndpoints(Surroundings here, LiveLists lists, Auditor audit)
{
    public const string Algorithm = "marsad-v1";
    public const int MostQueries = 100;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/match/{dataset}", Match).Needs(Permission.Screen).AllowsAnonymous();
        app.MapGet("/entities/{id}", Entity).Needs(Permission.ReadLists).AllowsAnonymous();
        app.MapGet("/catalog", Catalog).Needs(Permission.ReadLists).AllowsAnonymous();
        app.MapGet("/algorithms", Algorithms).Needs(Permission.ReadLists).AllowsAnonymous();
    }

    private async Task Match(HttpContext http)
    {
        var current = lists.Current ?? throw new ProblemException(Problem.NotReady());
        var query = YenteQuery.Read(http.Request, (string)http.GetRouteValue("dataset")!, [.. lists.InForce.Select(l => l.Id)]);
        using var body = await Json.Read(http);
        if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("queries", out var queries) || queries.ValueKind != JsonValueKind.Object)
            throw new ProblemException(Problem.Wrong("queries: an object of queries is wanted, such as {\"queries\":{\"q1\":{\"schema\":\"Person\",\"properties\":{\"name\":[\"…\"]}}}}", "queries"));
        var asked = queries.EnumerateObject().Select((q, i) => Understand(i + 1, q)).ToList();
        if (asked.Count is 0 or > MostQueries)
            throw new ProblemException(Problem.Wrong($"queries: 1 to {MostQueries} at once", "queries"));
        var screener = current.For(new Profile
        {
            Name = "match",
            Threshold = Math.Min(query.Cutoff, query.Threshold),
            Limit = query.IsFiltered ? 500 : query.Limit,
            Lists = [.. query.Lists],
        }, here.Today, explain: true);
        var results = asked.AsParallel().AsOrdered().Select((a, i) => Answer(i + 1, a.Row, a.Json, query.Lists.Count == 0 ? null : screener, query)).ToList();
        var sealedRows = new SealedRows(audit, http.Caller().Actor, screener, "match", Purposes.Read(http.Request), _ => { });
        foreach (var result in results)
            await sealedRows.Add(result);
        await sealedRows.Seal();
        http.Response.Headers["x-batch-size"] = asked.Count.ToString(CultureInfo.InvariantCulture);
        await Json.Write(http, json =>
        {
            json.WriteStartObject("responses");
            for (var i = 0; i < asked.Count; i++)
            {
                json.WritePropertyName(asked[i].Name);
                json.WriteRawValue(results[i].Bytes);
            }
            json.WriteEndObject();
            json.WriteNumber("limit", query.Limit);
        });
    }

    private static (string Name, BatchRow Row, byte[] Json) Understand(int number, JsonProperty query)
    {
        var json = Encoding.UTF8.GetBytes(query.Value.GetRawText());
        var row = NdjsonInput.Subject(new RawRow(number, number) { Json = json });
        return row.Error is null ? (query.Name, row, json) : throw new ProblemException(Problem.Wrong($"queries.{query.Name}: {row.Error}", $"queries.{query.Name}"));
    }

    private RowResult Answer(int number, BatchRow row, byte[] asked, Screener? screener, YenteQuery query)
    {
        Measures.Screened.Add(1);
        IReadOnlyList<Hit> hits = screener is null ? [] : [.. screener.Screen(row.Subject!).Where(h => h.Comparison.Probability >= query.Cutoff && query.Takes(h.Entry)).Take(query.Limit)];
        return new RowResult(number, row, ScreeningJson.Line(json =>
        {
            json.WriteNumber("status", StatusCodes.Status200OK);
            json.WriteStartArray("results");
            foreach (var hit in hits)
                WriteHit(json, hit, query.Threshold);
            json.WriteEndArray();
            json.WriteStartObject("total");
            json.WriteNumber("value", hits.Count);
            json.WriteString("relation", "eq");
            json.WriteEndObject();
            json.WritePropertyName("query");
            json.WriteRawValue(asked);
        }), hits);
    }

    private void WriteHit(Utf8JsonWriter json, Hit hit, double threshold)
    {
        json.WriteStartObject();
        YenteEntity.Write(json, hit.Entry, ListOf(hit.Entry.Id));
        json.WriteNumber("score", hit.Comparison.Probability);
        json.WriteBoolean("match", hit.Comparison.Probability >= threshold);
        json.WriteStartObject("explanations");
        foreach (var evidence in hit.Comparison.Evidence.Where(e => e.Verdict != Verdict.Missing).GroupBy(e => e.Kind).Select(g => g.First()))
        {
            json.WriteStartObject(SnakeCase(evidence.Kind.ToString()));
            json.WriteNumber("score", evidence.WeightBits);
            json.WriteString("detail", string.Create(CultureInfo.InvariantCulture, $"{ScreeningJson.Word(evidence.Verdict)}, {evidence.WeightBits:+0.0;-0.0;0.0} bits"));
            json.WriteString("query", evidence.Query);
            json.WriteString("candidate", evidence.Listed);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async Task Entity(HttpContext http)
    {
        var id = (string)http.GetRouteValue("id")!;
        var entry = (lists.Current ?? throw new ProblemException(Problem.NotReady())).Find(id) ?? throw new ProblemException(Problem.NotFound("There is no entity of that id"));
        await audit.Seal(audit.Event(http.Caller().Actor, "read").With(json =>
        {
            json.WriteString("entry", id);
            json.WriteString("purpose", Purposes.Read(http.Request));
        }).Concerning(ScreeningAudit.About(id)), http.RequestAborted);
        await Json.Write(http, json => YenteEntity.Write(json, entry, ListOf(id)));
    }

    private async Task Catalog(HttpContext http)
    {
        var inForce = lists.InForce;
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', inForce.Select(l => $"{l.Id}@{l.Version}"))))).AsSpan(0, 24)}\"";
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(t => t.Trim() == etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        string[] ids = [.. inForce.Select(l => l.Id)];
        await Json.Write(http, json =>
        {
            json.WriteStartArray("datasets");
            foreach (var (name, title, children) in YenteQuery.Datasets(ids))
            {
                var list = inForce.FirstOrDefault(l => l.Id == name);
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("title", title);
                json.WriteString("version", list?.Version);
                json.WriteString("index_version", list?.Version);
                json.WriteBoolean("index_current", true);
                json.WriteBoolean("load", list is not null);
                YenteEntity.WriteTexts(json, "children", children);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            YenteEntity.WriteTexts(json, "current", ids);
            YenteEntity.WriteTexts(json, "outdated", inForce.Where(l => l.IsOld).Select(l => l.Id));
            json.WriteBoolean("index_stale", lists.Fault.Length > 0);
        });
    }

    private static Task Algorithms(HttpContext http) => Json.Write(http, json =>
    {
        json.WriteStartArray("algorithms");
        foreach (var (name, description) in (IEnumerable<(string, string)>)[(Algorithm, "Evidence in bits, calibrated to a probability; the score is that probability"), .. YenteQuery.Aliases.Select(a => (a, $"Taken for {Algorithm}: the name of one of yente's algorithms"))])
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("description", description);
            json.WriteString("docs", "/docs");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("default", Algorithm);
        json.WriteString("best", Algorithm);
    });

    private ListInForce? ListOf(string entryId) => lists.InForce.FirstOrDefault(l => l.Id == ScreeningJson.ListOf(entryId));

    private static string SnakeCase(string word) => string.Concat(word.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
