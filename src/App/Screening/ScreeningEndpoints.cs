using System.Data.Common;
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
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Marsad.App.Screening;

/// <summary>Screening over HTTP: one subject, many, a stream of them, and pairs. The audit has each answer before the client has.</summary>
internal sealed class ScreeningEndpoints(Surroundings here, LiveLists lists, Auditor audit, IdempotentAnswers answers)
{
    public const int MostAtOnce = 10_000;
    private const string ComparisonKind = "comparison";
    private readonly HeldProfiles _profiles = new(here.DataFolder, here.Clock);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/screenings", Screen).Needs(Permission.Screen).AllowsAnonymous();
        app.MapPost("/api/v1/compare", Compare).Needs(Permission.Screen).AllowsAnonymous();
    }

    private async Task Screen(HttpContext http)
    {
        var query = ScreeningQuery.Read(http.Request, _profiles);
        var current = query.AsOf is { } day ? await lists.AsOf(day, http.RequestAborted) : lists.Current ?? throw new ProblemException(Problem.NotReady());
        var screener = current.For(query.Profile, here.Today, explain: true);
        if (Json.MediaType(http.Request) == "application/x-ndjson")
        {
            if (http.Request.Headers.ContainsKey(IdempotentAnswers.Header))
                throw new ProblemException(Problem.Wrong($"{IdempotentAnswers.Header}: a stream is not kept, so it cannot be answered again", IdempotentAnswers.Header));
            await Stream(http, screener, query);
            return;
        }
        using var body = await Json.Read(http);
        var asked = Encoding.UTF8.GetBytes(body.RootElement.GetRawText());
        switch (body.RootElement.ValueKind)
        {
            case JsonValueKind.Object:
                await ScreenOne(http, asked, screener, query);
                break;
            case JsonValueKind.Array:
                await ScreenMany(http, asked, body.RootElement, screener, query);
                break;
            default:
                throw new ProblemException(Problem.Wrong("The body is a subject such as {\"name\":\"…\"}, or an array of them"));
        }
    }

    private async Task ScreenOne(HttpContext http, byte[] asked, Screener screener, ScreeningQuery query)
    {
        var row = NdjsonInput.Subject(new RawRow(1, 1) { Json = asked });
        if (row.Subject is not { } subject)
            throw new ProblemException(Problem.Wrong(row.Error!, row.Error!.StartsWith("schema", StringComparison.Ordinal) ? "schema" : "properties.name"));
        await Once(http, asked, async finish =>
        {
            var hits = Measured(screener.Screen(subject));
            var what = audit.Event(http.Caller().Actor, ScreeningAudit.Kind);
            var answer = ScreeningAnswer.Named(what.Id.ToString(), row, ScreeningJson.Result(row.Id, screener, subject, hits, query.IsExplained));
            await audit.Seal(ScreeningAudit.Of(what, asked, subject, screener, hits, query.Purpose), t => finish(t, answer), http.RequestAborted);
            return answer;
        });
    }

    private async Task ScreenMany(HttpContext http, byte[] asked, JsonElement body, Screener screener, ScreeningQuery query)
    {
        if (body.GetArrayLength() is 0 or > MostAtOnce)
            throw new ProblemException(Problem.Wrong($"1 to {MostAtOnce} subjects at once; stream more as application/x-ndjson"));
        var rows = body.EnumerateArray().Select((r, i) => new RawRow(i + 1, i + 1) { Json = Encoding.UTF8.GetBytes(r.GetRawText()) }).ToList();
        // All of it before the first byte, so that what fails is a plain error.
        await Once(http, asked, async finish =>
        {
            using var answer = new MemoryStream();
            var results = new List<RowResult>(rows.Count);
            await OrderedWork.Run(rows.ToAsyncEnumerable(), Environment.ProcessorCount, raw => ScreenRow(raw, screener, query), result =>
            {
                answer.WriteByte((byte)(results.Count == 0 ? '[' : ','));
                answer.Write(result.Bytes.AsSpan()[..^1]);
                results.Add(result);
                return default;
            }, () => default, http.RequestAborted);
            answer.WriteByte((byte)']');
            var bytes = answer.ToArray();
            var sealedRows = new SealedRows(audit, http.Caller().Actor, screener, "array", query.Purpose, _ => { });
            foreach (var result in results.SkipLast(1))
                await sealedRows.Add(result);
            sealedRows.AddLast(results[^1]);
            await sealedRows.Seal(t => finish(t, bytes));
            return bytes;
        });
    }

    /// <summary>Works and answers; for a request that was sent before under the same idempotency key, answers as before.</summary>
    /// <param name="http">The request.</param>
    /// <param name="asked">Its body.</param>
    /// <param name="work">Makes the answer and seals it; the action it is given stores the answer in the same transaction.</param>
    private async Task Once(HttpContext http, byte[] asked, Func<Action<DbTransaction, byte[]>, Task<byte[]>> work)
    {
        var request = answers.Begin(http, http.Caller().Actor, asked);
        if (request?.Stored is { } stored)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
            await Json.Write(http, stored);
            return;
        }
        byte[] answer;
        try
        {
            answer = await work((transaction, bytes) => request?.Finish(transaction, bytes));
        }
        catch when (request is not null)
        {
            answers.Abandon(request);
            throw;
        }
        await Json.Write(http, answer);
    }

    private async Task Stream(HttpContext http, Screener screener, ScreeningQuery query)
    {
        // A stream has no size, and a client may think between two lines.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        http.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
        http.Response.ContentType = "application/x-ndjson";
        var output = http.Response.BodyWriter;
        await Run(StreamedLines.Read(http.Request.BodyReader, http.RequestAborted), screener, query, http.Caller(), line =>
        {
            line.CopyTo(output.GetSpan(line.Length));
            output.Advance(line.Length);
        }, async () => await output.FlushAsync(http.RequestAborted), http.RequestAborted);
        await output.FlushAsync(http.RequestAborted);
    }

    private async Task Run(
        IAsyncEnumerable<RawRow> rows, Screener screener, ScreeningQuery query, Caller caller, Action<byte[]> write, Func<ValueTask> flush, CancellationToken cancel)
    {
        var sealedRows = new SealedRows(audit, caller.Actor, screener, "stream", query.Purpose, result => write(result.Bytes));
        await OrderedWork.Run(
            rows,
            Environment.ProcessorCount,
            raw => ScreenRow(raw, screener, query),
            async result =>
            {
                if (await sealedRows.Add(result))
                    await flush();
            },
            async () =>
            {
                await sealedRows.Seal();
                await flush();
            },
            cancel);
        await sealedRows.Seal();
    }

    private static RowResult ScreenRow(RawRow raw, Screener screener, ScreeningQuery query)
    {
        var row = NdjsonInput.Subject(raw);
        IReadOnlyList<Hit> hits = row.Subject is null ? [] : Measured(screener.Screen(row.Subject));
        return new RowResult(raw.Number, row, row.Error is null
            ? ScreeningAnswer.Named("", row, ScreeningJson.Result(row.Id, screener, row.Subject, hits, query.IsExplained))
            : ScreeningJson.Error(row.Id, row.Error), hits);
    }

    private static IReadOnlyList<Hit> Measured(IReadOnlyList<Hit> hits)
    {
        Measures.Screened.Add(1);
        if (hits.Any(h => h.IsMatch))
            Measures.Matched.Add(1);
        return hits;
    }

    private async Task Compare(HttpContext http)
    {
        var isExplained = http.Request.Query["explain"] == "true";
        using var body = await Json.Read(http);
        List<byte[]> pairs = body.RootElement.ValueKind switch
        {
            JsonValueKind.Object => [Encoding.UTF8.GetBytes(body.RootElement.GetRawText())],
            JsonValueKind.Array when body.RootElement.GetArrayLength() <= MostAtOnce => [.. body.RootElement.EnumerateArray().Select(p => Encoding.UTF8.GetBytes(p.GetRawText()))],
            _ => throw new ProblemException(Problem.Wrong($"The body is a pair such as {{\"a\":{{\"name\":\"…\"}},\"b\":{{\"name\":\"…\"}}}}, or an array of at most {MostAtOnce}")),
        };
        var results = pairs.Select((p, i) => PairComparison.Compare(new RawRow(i + 1, i + 1) { Json = p }, isExplained)).ToList();
        var isOne = body.RootElement.ValueKind == JsonValueKind.Object;
        if (isOne && results[0].Row.Error is { } wrong)
            throw new ProblemException(Problem.Wrong(wrong, wrong.Contains('"', StringComparison.Ordinal) ? wrong.Split('"')[1] : wrong[..1]));
        var asked = body.RootElement.Clone();
        await audit.Seal(audit.Event(http.Caller().Actor, ComparisonKind).With(json =>
        {
            json.WritePropertyName("asked");
            asked.WriteTo(json);
        }), http.RequestAborted);
        var answer = isOne ? results[0].Bytes : Encoding.UTF8.GetBytes("[" + string.Join(',', results.Select(r => Encoding.UTF8.GetString(r.Bytes).TrimEnd('\n'))) + "]");
        await Json.Write(http, answer);
    }
}
