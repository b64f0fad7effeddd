using System.Text.Json;
using Marsad.App.Tests.Serving;
using Marsad.App.Tests.Storage;

namespace Marsad.App.Tests.Screening;

/// <summary>What yente's public documentation promises its clients.</summary>
public class YenteApiTests(ApiServers servers) : IClassFixture<ApiServers>
{
    private const string Queries = """
        {"queries":{"a":{"schema":"Person","properties":{"name":["Nadir Qasimzade"],"birthDate":["1971-03-14"]}},
                    "b":{"schema":"Person","properties":{"name":["Wilhelmina Oosterhuis"]}}}}
        """;

    [Theory, OnBothDatabases]
    public async Task Match_answers_each_query_under_its_key(Database database)
    {
        var server = await servers.In(database);
        var answer = await server.Post("/match/default", Queries);
        Assert.Equal(200, answer.Status);
        Assert.Equal("2", answer.Headers["x-batch-size"]);
        Assert.Equal(5, answer.Json.GetProperty("limit").GetInt32());
        var response = answer.Json.GetProperty("responses").GetProperty("a");
        Assert.Equal(["status", "results", "total", "query"], Names(response));
        Assert.Equal(("eq", 1), (response.GetProperty("total").GetProperty("relation").GetString(), response.GetProperty("total").GetProperty("value").GetInt32()));
        Assert.Equal("Nadir Qasimzade", response.GetProperty("query").GetProperty("properties").GetProperty("name")[0].GetString());
        var result = response.GetProperty("results")[0];
        Assert.Equal(
            ["id", "caption", "schema", "properties", "datasets", "referents", "target", "first_seen", "last_seen", "last_change", "score", "match", "explanations"], Names(result));
        Assert.Equal("inv:1", result.GetProperty("id").GetString());
        Assert.Equal("1971-03-14", result.GetProperty("properties").GetProperty("birthDate")[0].GetString());
        Assert.Equal("P1234567", result.GetProperty("properties").GetProperty("passportNumber")[0].GetString());
        Assert.Equal("2026-02-27T00:00:00", result.GetProperty("last_seen").GetString());
        Assert.InRange(result.GetProperty("score").GetDouble(), 0.7, 1);
        Assert.True(result.GetProperty("match").GetBoolean());
        Assert.Equal(["score", "detail", "query", "candidate"], Names(result.GetProperty("explanations").GetProperty("birth_date")));
        Assert.Empty(answer.Json.GetProperty("responses").GetProperty("b").GetProperty("results").EnumerateArray());
        var record = (await server.Audit()).Last(r => r.Kind == "screeningRows");
        Assert.Contains("\"input\":\"match\"", System.Text.Encoding.UTF8.GetString(record.Detail!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", "", 1)]
    [InlineData("sanctions", "", 1)]
    [InlineData("inv", "", 1)]
    [InlineData("default", "?include_dataset=inv&include_dataset=un", 1)]
    [InlineData("default", "?exclude_dataset=inv", 0)]
    [InlineData("inv", "?exclude_dataset=inv", 0)]
    [InlineData("inv", "?exclude_schema=Person", 0)]
    [InlineData("inv", "?exclude_entity_ids=inv:1", 0)]
    [InlineData("inv", "?topics=sanction", 1)]
    [InlineData("inv", "?topics=role.pep", 0)]
    [InlineData("inv", "?algorithm=logic-v1", 1)]
    [InlineData("inv", "?changed_since=2026-01-01", 1)]
    public async Task Parameters_choose_what_is_answered(string dataset, string query, int results)
    {
        var server = await servers.In(Database.Sqlite);
        var answer = await server.Post($"/match/{dataset}{query}", Queries);
        Assert.Equal(results, answer.Json.GetProperty("responses").GetProperty("a").GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("/match/none", Queries, 404)]
    [InlineData("/match/default?algorithm=none", Queries, 400)]
    [InlineData("/match/default?limit=501", Queries, 400)]
    [InlineData("/match/default?threshold=1.1", Queries, 400)]
    [InlineData("/match/default?changed_since=yesterday", Queries, 400)]
    [InlineData("/match/default", "{}", 400)]
    [InlineData("/match/default", "{\"queries\":{}}", 400)]
    [InlineData("/match/default", "{\"queries\":{\"a\":{\"schema\":\"Unicorn\",\"properties\":{\"name\":[\"x\"]}}}}", 400)]
    [InlineData("/match/default", "{\"queries\":{\"a\":{\"schema\":\"Person\",\"properties\":{}}}}", 400)]
    public async Task What_is_not_allowed_has_a_detail(string path, string body, int status)
    {
        var server = await servers.In(Database.Sqlite);
        var answer = await server.Post(path, body);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task More_than_a_hundred_queries_are_refused()
    {
        var server = await servers.In(Database.Sqlite);
        var many = "{\"queries\":{" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"q{i}\":{{\"schema\":\"Person\",\"properties\":{{\"name\":[\"x y\"]}}}}")) + "}}";
        Assert.Equal(400, (await server.Post("/match/default", many)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Entities_the_catalog_and_the_algorithms_are_there(Database database)
    {
        var server = await servers.In(database);
        var entity = (await server.Get("/entities/inv:1")).Json;
        Assert.Equal("Nadir QASIMZADE", entity.GetProperty("caption").GetString());
        Assert.Contains("نادر قاسم زاده", entity.GetProperty("properties").GetProperty("alias").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(404, (await server.Get("/entities/inv:99")).Status);

        var catalog = await server.Get("/catalog");
        Assert.Equal(["datasets", "current", "outdated", "index_stale"], Names(catalog.Json));
        Assert.Contains("inv", catalog.Json.GetProperty("current").EnumerateArray().Select(d => d.GetString()));
        Assert.Contains("default", catalog.Json.GetProperty("datasets").EnumerateArray().Select(d => d.GetProperty("name").GetString()));
        Assert.Equal(304, (await server.Get("/catalog", null, ("If-None-Match", catalog.Headers["ETag"]))).Status);

        var algorithms = (await server.Get("/algorithms")).Json;
        Assert.Equal(algorithms.GetProperty("best").GetString(), algorithms.GetProperty("default").GetString());
        Assert.Contains("logic-v1", algorithms.GetProperty("algorithms").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal("{\"status\":\"ok\"}", (await server.Get("/healthz", "")).Body);
        Assert.Equal("{\"status\":\"ok\"}", (await server.Get("/readyz", "")).Body);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
