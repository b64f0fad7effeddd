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
internal sealed class ScreeningEndpoints(Surroundings here, LiveLists lists, Auditor audit)
{
    public const int MostAtOnce = 10_000;
    private const string ComparisonKind = "comparison";
    private readonly ProfileStore _profiles = new(here.DataFolder);

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
            await Stream(http, screener, query);
            return;
        }
        using var body = await Json.Read(http);
        switch (body.RootElement.ValueKind)
        {
            case JsonValueKind.Object:
                await ScreenOne(http, body.RootElement, screener, query);
                break;
            case JsonValueKind.Array:
                await ScreenMany(http, body.RootElement, screener, query);
                break;
            default:
                throw new ProblemException(Problem.Wrong("The body is a subject such as {\"name\":\"…\"}, or an array of them"));
        }
    }

    private async Task ScreenOne(HttpContext http, JsonElement body, Screener screener, ScreeningQuery query)
    {
        var asked = Encoding.UTF8.GetBytes(body.GetRawText());
        var row = NdjsonInput.Subject(new RawRow(1, 1) { Json = asked });
        if (row.Subject is not { } subject)
            throw new ProblemException(Problem.Wrong(row.Error!, row.Error!.StartsWith("schema", StringComparison.Ordinal) ? "schema" : "properties.name"));
        var hits = screener.Screen(subject);
        var what = audit.Event(http.Caller().Actor, ScreeningAudit.Kind);
        await audit.Seal(ScreeningAudit.Of(what, asked, subject, screener, hits, query.Purpose), http.RequestAborted);
        await Json.Write(http, ScreeningAnswer.Named(what.Id.ToString(), row, ScreeningJson.Result(row.Id, screener, subject, hits, query.IsExplained)));
    }

    private async Task ScreenMany(HttpContext http, JsonElement body, Screener screener, ScreeningQuery query)
    {
        if (body.GetArrayLength() > MostAtOnce)
            throw new ProblemException(Problem.Wrong($"at most {MostAtOnce} subjects at once; stream more as application/x-ndjson"));
        var rows = body.EnumerateArray().Select((r, i) => new RawRow(i + 1, i + 1) { Json = Encoding.UTF8.GetBytes(r.GetRawText()) }).ToList();
        // All of it before the first byte, so that what fails is a plain error.
        using var answer = new MemoryStream();
        answer.WriteByte((byte)'[');
        await Run(rows.ToAsyncEnumerable(), screener, query, http.Caller(), "array", line =>
        {
            if (answer.Length > 1)
                answer.WriteByte((byte)',');
            answer.Write(line.AsSpan()[..^1]);
        }, () => default, http.RequestAborted);
        answer.WriteByte((byte)']');
        await Json.Write(http, answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }

    private async Task Stream(HttpContext http, Screener screener, ScreeningQuery query)
    {
        // A stream has no size, and a client may think between two lines.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        http.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
        http.Response.ContentType = "application/x-ndjson";
        var output = http.Response.BodyWriter;
        await Run(StreamedLines.Read(http.Request.BodyReader, http.RequestAborted), screener, query, http.Caller(), "stream", line =>
        {
            line.CopyTo(output.GetSpan(line.Length));
            output.Advance(line.Length);
        }, async () => await output.FlushAsync(http.RequestAborted), http.RequestAborted);
        await output.FlushAsync(http.RequestAborted);
    }

    private async Task Run(
        IAsyncEnumerable<RawRow> rows, Screener screener, ScreeningQuery query, Caller caller, string input, Action<byte[]> write, Func<ValueTask> flush, CancellationToken cancel)
    {
        var sealedRows = new SealedRows(audit, caller.Actor, screener, input, query.Purpose, result => write(result.Bytes));
        await OrderedWork.Run(
            rows,
            Environment.ProcessorCount,
            raw =>
            {
                var row = NdjsonInput.Subject(raw);
                IReadOnlyList<Hit> hits = row.Subject is null ? [] : screener.Screen(row.Subject);
                return new RowResult(raw.Number, row, row.Error is null
                    ? ScreeningAnswer.Named("", row, ScreeningJson.Result(row.Id, screener, row.Subject, hits, query.IsExplained))
                    : ScreeningJson.Error(row.Id, row.Error), hits);
            },
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
