using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Tests.Storage;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Tests.Serving;

public class ApiDescriptionTests(ApiServers servers) : IClassFixture<ApiServers>
{
    [Fact]
    public async Task Every_endpoint_is_described_and_every_description_is_of_an_endpoint()
    {
        var server = await servers.In(Database.Sqlite);
        var described = (await Document(server)).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"));
        var there = GateTests.Endpoints(server).Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"} {e.RoutePattern.RawText}");
        Assert.Equal(there.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_summary_an_example_of_what_it_takes_and_of_what_it_answers()
    {
        var server = await servers.In(Database.Sqlite);
        var document = await Document(server);
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            if (operation.Value.TryGetProperty("requestBody", out var body))
                Assert.All(body.GetProperty("content").EnumerateObject(), c => Assert.True(c.Value.TryGetProperty("example", out _)));
            foreach (var answer in operation.Value.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2' && r.Value.TryGetProperty("content", out _)))
                Assert.All(answer.Value.GetProperty("content").EnumerateObject(), c => Assert.True(c.Name != "application/json" || c.Value.TryGetProperty("example", out _), operation.Value.ToString()));
        }
    }

    [Fact]
    public async Task References_lead_somewhere_and_operations_have_names_of_their_own()
    {
        var server = await servers.In(Database.Sqlite);
        var document = await Document(server);
        foreach (var reference in References(document))
        {
            var at = document;
            foreach (var step in reference.Split('/').Skip(1))
                Assert.True(at.TryGetProperty(step, out at), reference);
        }
        var names = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task The_examples_of_the_description_are_answered()
    {
        var server = await servers.In(Database.Sqlite);
        var document = await Document(server);
        foreach (var path in (string[])["/api/v1/screenings", "/api/v1/compare"])
        {
            var example = document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
            Assert.Equal(200, (await server.Post(path, example.GetRawText())).Status);
        }
    }

    [Fact]
    public async Task The_page_shows_every_path_and_has_no_script()
    {
        var server = await servers.In(Database.Sqlite);
        var page = await server.Get("/docs");
        Assert.Equal("text/html", page.Type);
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.All((await Document(server)).GetProperty("paths").EnumerateObject(), p => Assert.Contains(p.Name, page.Body, StringComparison.Ordinal));
        Assert.Equal(401, (await server.Get("/docs", "")).Status);
    }

    [Fact]
    public async Task Metrics_count_what_was_screened_and_how_old_the_lists_are()
    {
        var server = await servers.In(Database.Sqlite);
        await server.Post("/api/v1/screenings", """{"name":"Nadir Qasimzade"}""");
        var metrics = await server.Get("/metrics", await server.NewKey(Role.Administrator));
        Assert.Contains("marsad_screened", metrics.Body, StringComparison.Ordinal);
        Assert.Contains("list=\"inv\"", metrics.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadir", metrics.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await server.Get("/metrics")).Status);
    }

    private static async Task<JsonElement> Document(ApiServer server) => (await server.Get("/openapi/v1.json")).Json;

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
