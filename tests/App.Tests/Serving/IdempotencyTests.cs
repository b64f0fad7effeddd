using Marsad.App.Accounts;
using Marsad.App.Storage;
using Marsad.App.Tests.Storage;
using Marsad.App.Web;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Serving;

public class IdempotencyTests(ApiServers servers) : IClassFixture<ApiServers>
{
    private const string Subject = """{"name":"Nadir Qasimzade"}""";

    [Theory, OnBothDatabases]
    public async Task What_is_sent_again_is_answered_again_and_not_done_again(Database database)
    {
        var server = await servers.In(database);
        var before = (await server.Audit()).Count(r => r.Kind is "screening" or "screeningRows");
        foreach (var body in (string[])[Subject, $"[{Subject},{Subject}]"])
        {
            var key = (IdempotentAnswers.Header, Guid.NewGuid().ToString());
            var first = await server.Post("/api/v1/screenings", body, headers: key);
            var again = await server.Post("/api/v1/screenings", body, headers: key);
            Assert.Equal((200, 200), (first.Status, again.Status));
            Assert.Equal(first.Body, again.Body);
            Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        }
        Assert.Equal(before + 2, (await server.Audit()).Count(r => r.Kind is "screening" or "screeningRows"));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_with_another_body_is_422_and_of_another_caller_or_route_another_key(Database database)
    {
        var server = await servers.In(database);
        var key = (IdempotentAnswers.Header, "fixed-" + database);
        var first = await server.Post("/api/v1/screenings", Subject, headers: key);
        Assert.Equal(422, (await server.Post("/api/v1/screenings", """{"name":"Somebody Else"}""", headers: key)).Status);
        var other = await server.Post("/api/v1/screenings", Subject, await server.NewKey(Role.Integration), headers: key);
        Assert.NotEqual(first.Json.GetProperty("screening").GetString(), other.Json.GetProperty("screening").GetString());
        Assert.Equal(200, (await server.Post("/api/v1/screenings?limit=1", """{"name":"Somebody Else"}""", headers: key)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task At_once_one_does_it_and_the_others_are_told_to_wait_or_answered_alike(Database database)
    {
        var server = await servers.In(database);
        var key = (IdempotentAnswers.Header, Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Post("/api/v1/screenings", Subject, headers: key)));
        Assert.All(answers, a => Assert.Contains(a.Status, (int[])[200, 409]));
        Assert.Single(answers.Where(a => a.Status == 200).Select(a => a.Body).Distinct());
    }

    [Theory, OnBothDatabases]
    public async Task A_request_that_failed_or_died_at_work_can_be_sent_again(Database database)
    {
        var server = await servers.In(database);
        var key = (IdempotentAnswers.Header, Guid.NewGuid().ToString());
        Assert.Equal(400, (await server.Post("/api/v1/screenings?lists=none", Subject, headers: key)).Status);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, headers: key)).Status);

        // As a server leaves it that was killed at work: without an answer.
        using var store = Store.Open(server.Here);
        await using var context = store.Context();
        await context.Database.ExecuteSqlRawAsync("UPDATE idempotent_answers SET answer = NULL", TestContext.Current.CancellationToken);
        Assert.Equal(409, (await server.Post("/api/v1/screenings", Subject, headers: key)).Status);
        await context.Database.ExecuteSqlAsync($"UPDATE idempotent_answers SET started_at = started_at - {(long)IdempotentAnswers.LongestWork.TotalMicroseconds}", TestContext.Current.CancellationToken);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, headers: key)).Status);
        await context.Database.ExecuteSqlAsync($"UPDATE idempotent_answers SET started_at = started_at - {(long)IdempotentAnswers.Kept.TotalMicroseconds}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Idempotent-Replayed", (await server.Post("/api/v1/screenings", Subject, headers: key)).Headers.Keys);
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused()
    {
        var server = await servers.In(Database.Sqlite);
        Assert.Equal(400, (await server.Post("/api/v1/screenings", Subject, headers: (IdempotentAnswers.Header, new string('k', 201)))).Status);
        Assert.Equal(400, (await server.Post("/api/v1/screenings", Subject + "\n", type: "application/x-ndjson", headers: (IdempotentAnswers.Header, "k"))).Status);
    }
}
