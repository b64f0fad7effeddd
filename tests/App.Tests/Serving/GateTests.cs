using System.Text.RegularExpressions;
using Marsad.App.Accounts;
using Marsad.App.Terminal;
using Marsad.App.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Marsad.App.Tests.Serving;

public class GateTests(ApiServers servers, PostgresServer postgres) : IClassFixture<ApiServers>
{
    private const string Subject = """{"name":"Nadir Qasimzade"}""";

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it_and_only_those_on_the_list_are_open()
    {
        var server = await servers.In(Database.Sqlite);
        var endpoints = Endpoints(server);
        Assert.True(endpoints.Count > 15);
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<OpenToAll>() is not null)
                Assert.Contains(endpoint.RoutePattern.RawText, Gate.Open);
            else
                Assert.NotNull(endpoint.Metadata.GetMetadata<Needs>());
        }
    }

    [Fact]
    public async Task Every_endpoint_is_closed_without_a_key_and_open_just_to_the_roles_of_its_permission()
    {
        var server = await servers.In(Database.Sqlite);
        var keys = new Dictionary<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
            keys[role] = await server.NewKey(role);
        foreach (var endpoint in Endpoints(server).Where(e => e.Metadata.GetMetadata<OpenToAll>() is null))
        {
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");
            var path = Regex.Replace(endpoint.RoutePattern.RawText!, "{[^}]*}", "x");
            Assert.Equal(401, (await server.Send(method, path, "{}", key: "")).Status);
            Assert.Equal(401, (await server.Send(method, path, "{}", key: "mk_wrong")).Status);
            foreach (var (role, key) in keys)
            {
                var may = endpoint.Metadata.GetMetadata<Needs>()!.Permission is not { } permission || new Caller("key:x", role, IsPerson: false).May(permission);
                var status = (await server.Send(method, path, "{}", key)).Status;
                Assert.True(may ? status is not 401 && (status != 403 || path.StartsWith("/api/v1/session", StringComparison.Ordinal)) : status == 403, $"{role} {method} {path}: {status}");
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_key_comes_in_a_header_of_its_own_as_a_scheme_or_as_a_password(Database database)
    {
        var server = await servers.In(database);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject)).Status);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, "", headers: ("X-Api-Key", server.Key))).Status);
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("anybody:" + server.Key));
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, "", headers: ("Authorization", "Basic " + basic))).Status);
        foreach (var wrong in (string[])["Basic !!!", "Basic " + Convert.ToBase64String("no colon"u8), "Bearer " + server.Key, "ApiKey", "ApiKey  "])
            Assert.Equal(401, (await server.Post("/api/v1/screenings", Subject, "", headers: ("Authorization", wrong))).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Expired_and_revoked_keys_are_refused(Database database)
    {
        var server = await servers.In(database);
        Assert.Equal(401, (await server.Post("/api/v1/screenings", Subject, await server.NewKey(Role.Integration, DateTimeOffset.UtcNow.AddSeconds(-1)))).Status);
        var key = await server.Server.Keys.Add("terminal:tester", "to-revoke", Role.Integration, [], DateTimeOffset.UtcNow.AddDays(1), 0, TestContext.Current.CancellationToken);
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, key)).Status);
        await server.Server.Keys.Revoke("terminal:tester", "to-revoke", TestContext.Current.CancellationToken);
        Assert.Equal(401, (await server.Post("/api/v1/screenings", Subject, key)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_signs_in_and_changes_need_the_token_that_only_our_pages_can_read(Database database)
    {
        var server = await servers.In(database);
        Assert.Equal(401, (await server.Post("/api/v1/session", """{"name":"admin","password":"wrong horse battery"}""", "")).Status);
        Assert.Equal(400, (await server.Post("/api/v1/session", """{"name":"admin"}""", "")).Status);
        var signedIn = await server.Post("/api/v1/session", $$"""{"name":"admin","password":"{{ApiServer.AdminPassword}}"}""", "");
        var cookie = signedIn.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var session = ("Cookie", cookie.Split(';')[0]);
        var me = await server.Get("/api/v1/session", "", session);
        Assert.Equal("administrator", me.Json.GetProperty("role").GetString());

        var body = $$"""{"name":"made-{{database.ToString().ToLowerInvariant()}}","role":"officer","password":"another horse battery"}""";
        Assert.Equal(403, (await server.Post("/api/v1/accounts", body, "", headers: session)).Status);
        Assert.Equal(403, (await server.Post("/api/v1/accounts", body, "", headers: [session, ("X-CSRF-Token", "guessed")])).Status);
        var token = ("X-CSRF-Token", me.Json.GetProperty("csrfToken").GetString()!);
        Assert.Equal(201, (await server.Post("/api/v1/accounts", body, "", headers: [session, token])).Status);
        Assert.Equal(400, (await server.Post("/api/v1/accounts", body, "", headers: [session, token])).Status); // taken
        Assert.Equal(403, (await server.Post("/api/v1/screenings", Subject, "", headers: [session, token])).Status); // administrators do not screen
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/api/v1/session", null, "", headers: [session, token])).Status);
        Assert.Equal(401, (await server.Get("/api/v1/session", "", session)).Status);
    }

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_a_browser_safe()
    {
        var server = await servers.In(Database.Sqlite);
        foreach (var answer in (Answer[])[await server.Get("/healthz", ""), await server.Get("/nowhere", ""), await server.Get("/api/v1/lists", "")])
        {
            Assert.StartsWith("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
        }
    }

    [Fact]
    public async Task Anonymous_is_for_plainly_local_programs_that_screen()
    {
        await using var server = await ApiServer.Start(Database.Sqlite, postgres, new ServerOptions { Urls = ["http://127.0.0.1:0"], IsAnonymous = true });
        Assert.Equal(200, (await server.Post("/api/v1/screenings", Subject, "")).Status);
        Assert.Equal("anonymous", (await server.Audit()).Last(r => r.Kind == "screening").Actor);
        Assert.Equal(401, (await server.Get("/api/v1/screenings", "")).Status);
        Assert.Equal(401, (await server.Get("/api/v1/accounts", "")).Status);
        (string, string)[] suspicious = [("X-Forwarded-For", "10.0.0.1"), ("Forwarded", "for=10.0.0.1"), ("Via", "1.1 proxy"), ("Host", "marsad.example.org"), ("Origin", "https://example.org"), ("Origin", "null")];
        foreach (var header in suspicious)
            Assert.Equal(401, (await server.Post("/api/v1/screenings", Subject, "", headers: header)).Status);
        Assert.Equal(415, (await server.Post("/api/v1/screenings", Subject, "", type: "text/plain")).Status);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", false, null)]
    [InlineData("http://*:5080", false, null)]
    [InlineData("http://192.0.2.7:5080", false, null)]
    [InlineData("https://127.0.0.1:5080", false, null)]
    [InlineData("ftp://127.0.0.1", false, null)]
    [InlineData("nonsense", false, null)]
    [InlineData("http://0.0.0.0:5080", true, null)]
    [InlineData("http://127.0.0.1:5080", true, "10.0.0.0/8")]
    public void An_address_that_lets_others_listen_in_is_refused(string url, bool anonymous, string? proxy) =>
        Assert.Throws<WrongInputException>(new ServerOptions { Urls = [url], IsAnonymous = anonymous, Proxy = proxy is null ? null : System.Net.IPNetwork.Parse(proxy) }.Check);

    internal static List<RouteEndpoint> Endpoints(ApiServer server) =>
        [.. server.Server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
}
