using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Screening;
using Marsad.App.Tests.Storage;

namespace Marsad.App.Tests.Serving;

public class ScreeningApiTests(ApiServers servers) : IClassFixture<ApiServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task One_subject_is_screened_read_again_and_replayed(Database database)
    {
        var server = await servers.In(database);
        var answer = await server.Post("/api/v1/screenings?explain=true&purpose=onboarding", """{"id":"c-7","schema":"Person","properties":{"name":["Nadir Qasimzade"],"birthDate":["1971-03-14"]}}""");
        Assert.Equal(200, answer.Status);
        var hit = answer.Json.GetProperty("hits")[0];
        Assert.Equal(("c-7", "inv:1", true), (answer.Json.GetProperty("id").GetString(), hit.GetProperty("entry").GetString(), hit.GetProperty("match").GetBoolean()));
        Assert.True(hit.GetProperty("evidence").GetArrayLength() > 1);

        var id = answer.Json.GetProperty("screening").GetString()!;
        var read = await server.Get($"/api/v1/screenings/{id}?purpose=audit");
        Assert.Equal("onboarding", read.Json.GetProperty("detail").GetProperty("purpose").GetString());
        Assert.Equal("Nadir Qasimzade", read.Json.GetProperty("detail").GetProperty("asked").GetProperty("properties").GetProperty("name")[0].GetString());
        var replayed = await server.Post($"/api/v1/screenings/{id}/replay", "{}");
        Assert.True(replayed.Json.GetProperty("same").GetBoolean(), replayed.Body);

        var audit = await server.Audit();
        var record = audit.Single(r => r.Id.ToString() == id);
        Assert.StartsWith("key:key-", record.Actor, StringComparison.Ordinal);
        Assert.Contains(audit, r => r.Kind == "read" && Encoding.UTF8.GetString(r.Detail!).Contains("\"purpose\":\"audit\"", StringComparison.Ordinal));
        Assert.Contains(audit, r => r.Kind == "replay");
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_screening_is_not_there_unless_the_role_reads_all(Database database)
    {
        var server = await servers.In(database);
        var id = (await server.Post("/api/v1/screenings", """{"name":"Nadir Qasimzade"}""")).Json.GetProperty("screening").GetString();
        Assert.Equal(404, (await server.Get($"/api/v1/screenings/{id}", await server.NewKey(Role.Integration))).Status);
        Assert.Equal(200, (await server.Get($"/api/v1/screenings/{id}", await server.NewKey(Role.Supervisor))).Status);
        Assert.Equal(404, (await server.Get($"/api/v1/screenings/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await server.Get("/api/v1/screenings/none")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Own_screenings_are_listed_page_by_page(Database database)
    {
        var server = await servers.In(database);
        var key = await server.NewKey(Role.Integration);
        var made = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            made.Add((await server.Post("/api/v1/screenings", """{"name":"Wilhelmina Oosterhuis"}""", key)).Json.GetProperty("screening").GetString()!);
            await Task.Delay(2, Cancel); // ids are in the order of milliseconds
        }
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await server.Get("/api/v1/screenings?limit=3" + (cursor is null ? "" : "&cursor=" + cursor), key);
            found.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.Json.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(made.AsEnumerable().Reverse(), found);
        Assert.Equal(400, (await server.Get("/api/v1/screenings?cursor=nonsense", key)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Many_are_answered_in_order_with_bad_ones_in_their_place(Database database)
    {
        var server = await servers.In(database);
        var body = "[" + string.Join(',', Enumerable.Range(0, 1200).Select(i => i switch
        {
            5 => "{\"id\":\"5\",\"birthDate\":\"1971\"}",
            900 => "{\"id\":\"900\",\"name\":\"Nadir Qasimzade\",\"shoeSize\":44}",
            _ => $"{{\"id\":\"{i}\",\"name\":\"Wilhelmina Oosterhuis\"}}",
        })) + "]";
        var results = (await server.Post("/api/v1/screenings", body)).Json;
        Assert.Equal(Enumerable.Range(0, 1200).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), results.EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal("no name and no identifier", results[5].GetProperty("error").GetString());
        Assert.Equal("inv:1", results[900].GetProperty("hits")[0].GetProperty("entry").GetString());
        Assert.Equal("shoeSize", results[900].GetProperty("ignored")[0].GetString());
        Assert.Equal(400, (await server.Post("/api/v1/screenings", "[" + string.Join(',', Enumerable.Repeat("{\"name\":\"x\"}", ScreeningEndpoints.MostAtOnce + 1)) + "]")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_stream_answers_a_line_before_the_next_is_sent(Database database)
    {
        var server = await servers.In(database);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        await using var stream = client.GetStream();
        var lines = new StreamReader(stream);
        await Write(stream, $"POST /api/v1/screenings HTTP/1.1\r\nHost: localhost\r\nAuthorization: ApiKey {server.Key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var id in (string[])["a", "b", "c"])
        {
            var line = $"{{\"id\":\"{id}\",\"name\":\"Nadir Qasimzade\"}}\n";
            await Write(stream, $"{line.Length:x}\r\n{line}\r\n");
            string? answer;
            do
            {
                answer = await lines.ReadLineAsync(Cancel);
            }
            while (answer is not null && !answer.StartsWith('{'));
            Assert.Equal(id, JsonDocument.Parse(answer!).RootElement.GetProperty("id").GetString());
        }
        await Write(stream, "0\r\n\r\n");
        var rest = await lines.ReadLineAsync(Cancel);
        while (rest is "" or null)
            rest = await lines.ReadLineAsync(Cancel);
        Assert.Equal("0", rest); // ended, not broken off
    }

    [Theory, OnBothDatabases]
    public async Task A_stream_that_goes_wrong_is_broken_off_and_never_ends_cleanly(Database database)
    {
        var server = await servers.In(database);
        // A first line that is too long is a plain error; later there is no way to say it but to break off.
        var tooLong = "{\"name\":\"" + new string('x', StreamedLines.Longest) + "\"}\n";
        Assert.Equal(400, (await server.Post("/api/v1/screenings", tooLong, type: "application/x-ndjson")).Status);
        var good = string.Concat(Enumerable.Repeat("{\"name\":\"Nadir Qasimzade\"}\n", 3000));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Post("/api/v1/screenings", good + tooLong, type: "application/x-ndjson"));
    }

    [Theory, OnBothDatabases]
    public async Task Pairs_are_compared(Database database)
    {
        var server = await servers.In(database);
        var one = await server.Post("/api/v1/compare", """{"id":"p","schema":"Person","a":{"name":["Nadir Qasimzade"]},"b":{"name":["Nadir QASIMZADE"]}}""");
        Assert.True(one.Json.GetProperty("match").GetBoolean());
        var two = await server.Post("/api/v1/compare", """[{"a":{"name":"x y"},"b":{}},{"a":{"name":"Nadir Qasimzade"},"b":{"name":"Igor Vymyshlennyi"}}]""");
        Assert.Equal("b: no name and no identifier", two.Json[0].GetProperty("error").GetString());
        Assert.False(two.Json[1].GetProperty("match").GetBoolean());
        Assert.Equal(400, (await server.Post("/api/v1/compare", """{"a":{"name":"x"}}""")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_list_that_another_process_imports_is_in_force_within_two_seconds_and_old_days_can_be_asked(Database database)
    {
        var server = await servers.In(database);
        Assert.Equal(404, (await server.Get("/api/v1/lists/late")).Status);
        var file = server.Data.File("late.ndjson");
        await File.WriteAllTextAsync(file, """
            {"marsad":"nk/1","list":"late","version":"2026-03-01","date":"2026-03-01"}
            {"id":"late:1","schema":"Person","names":[{"k":"primary","v":"Benedikt Zwölfender","p":"name"}]}

            """, Cancel);
        var generation = server.Server.Lists.Generation;
        Assert.Equal(0, (await Ran.With(server.Data, ["lists", "import", "nk", file, "--as", "late", "--accept", "test"])).Code);
        while (server.Server.Lists.Generation == generation)
            await Task.Delay(50, Cancel);
        var found = await server.Post("/api/v1/screenings?lists=late", """{"name":"Benedikt Zwölfender"}""");
        Assert.Equal("late:1", found.Json.GetProperty("hits")[0].GetProperty("entry").GetString());
        Assert.Equal("late", found.Json.GetProperty("lists")[0].GetProperty("id").GetString());
        var past = await server.Post("/api/v1/screenings?lists=inv&asOf=2026-01-20", """{"name":"Tovmas Abelyents"}""");
        Assert.Equal("inv:5", past.Json.GetProperty("hits")[0].GetProperty("entry").GetString());
    }

    [Theory, OnBothDatabases]
    public async Task Lists_entries_and_profiles_are_read(Database database)
    {
        var server = await servers.In(database);
        Assert.Contains((await server.Get("/api/v1/lists")).Json.GetProperty("items").EnumerateArray(), l => l.GetProperty("id").GetString() == "inv");
        Assert.Equal(2, (await server.Get("/api/v1/lists/inv")).Json.GetProperty("versions").GetArrayLength());
        var entry = await server.Get("/api/v1/entries/inv:1?history=true&purpose=case%207");
        Assert.Equal("inv:1", entry.Json.GetProperty("entry").GetProperty("id").GetString());
        Assert.Equal(2, entry.Json.GetProperty("history").GetArrayLength());
        Assert.Equal(404, (await server.Get("/api/v1/entries/inv:99")).Status);
        Assert.Equal(404, (await server.Get("/api/v1/entries/none:1")).Status);
        Assert.Equal(400, (await server.Get("/api/v1/entries/none")).Status);
        Assert.Equal(85, (await server.Get("/api/v1/profiles/ofac")).Json.GetProperty("threshold").GetDouble());
        Assert.Equal(404, (await server.Get("/api/v1/profiles/none")).Status);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("{", "")]
    [InlineData("7", "")]
    [InlineData("{}", "properties.name")]
    [InlineData("{\"schema\":\"Unicorn\",\"name\":\"x\"}", "schema")]
    [InlineData("{\"name\":\"\\ud800\"}", "")]
    public async Task A_body_that_is_no_subject_is_a_problem_that_names_the_field(string body, string field)
    {
        var server = await servers.In(Database.Sqlite);
        var answer = await server.Post("/api/v1/screenings", body);
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.Type));
        if (field.Length > 0)
            Assert.Equal(field, answer.Json.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("threshold=2", "threshold")]
    [InlineData("threshold=x", "threshold")]
    [InlineData("limit=0", "limit")]
    [InlineData("profile=none", "profile")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("explain=perhaps", "explain")]
    [InlineData("surprise=1", "surprise")]
    [InlineData("lists=none", "")]
    public async Task A_parameter_that_is_not_allowed_is_named(string query, string field)
    {
        var server = await servers.In(Database.Sqlite);
        var answer = await server.Post("/api/v1/screenings?" + query, """{"name":"Nadir Qasimzade"}""");
        Assert.Equal(400, answer.Status);
        if (field.Length > 0)
            Assert.Equal(field, answer.Json.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Hostile_bodies_are_refused_and_the_server_goes_on()
    {
        var server = await servers.In(Database.Sqlite);
        Assert.Equal(413, (await server.Post("/api/v1/screenings", "{\"name\":\"" + new string('x', 11 << 20) + "\"}", headers: ("Expect", "100-continue"))).Status);
        Assert.Equal(400, (await server.Post("/api/v1/screenings", string.Concat(Enumerable.Repeat("[", 5000)))).Status);
        Assert.Equal(400, (await server.Post("/api/v1/screenings", "{\"name\":" + string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)) + "}")).Status);
        Assert.Equal(415, (await server.Post("/api/v1/screenings", "<name/>", type: "application/xml")).Status);
        Assert.Equal(404, (await server.Get("/api/v1/../../etc/passwd")).Status);
        Assert.Equal(404, (await server.Get("/%2e%2e/%2e%2e/etc/passwd")).Status);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", """{"name":"Nadir Qasimzade"}""")).Status);
    }

    private static async Task Write(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
}
