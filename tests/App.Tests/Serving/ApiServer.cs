using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.App.Tests.Audit;
using Marsad.App.Tests.Storage;

namespace Marsad.App.Tests.Serving;

/// <summary>The servers of one test class: one for each database, with the invented list, started when first asked for.</summary>
public sealed class ApiServers(PostgresServer postgres) : IAsyncLifetime
{
    private readonly Dictionary<Database, ApiServer> _servers = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<ApiServer> In(Database database)
    {
        if (!_servers.TryGetValue(database, out var server))
            _servers[database] = server = await ApiServer.Start(database, postgres, new ServerOptions { Urls = ["http://127.0.0.1:0"] });
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }
}

/// <summary>A real server on a free port of the loopback, called as clients call it.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    public const string AdminPassword = "correct horse battery";

    private readonly InventedList _list;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false });

    private ApiServer(InventedList list, Server server, Surroundings here) => (_list, Server, Here) = (list, server, here);

    public Server Server { get; }

    public Surroundings Here { get; }

    public TemporaryFolder Data => _list.Data;

    public Uri Address => new(Server.Urls.First());

    /// <summary>A key that may screen.</summary>
    public string Key { get; private set; } = "";

    public static async Task<ApiServer> Start(Database database, PostgresServer postgres, ServerOptions options)
    {
        var list = new InventedList();
        await list.InitializeAsync();
        var here = new Surroundings(() => Stream.Null, TextWriter.Null, TextWriter.Null)
        {
            DataFolder = list.Data.Path,
            KeyFolder = list.Data.KeyFolder,
            Store = database == Database.Postgres ? await postgres.NewDatabase() : null,
            User = "tester",
        };
        var server = await Server.Open(here, options);
        await server.Accounts.Add("terminal:tester", "admin", Role.Administrator, AdminPassword, TestContext.Current.CancellationToken);
        await server.Start(TestContext.Current.CancellationToken);
        var api = new ApiServer(list, server, here);
        while (server.Lists.Current is null)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        api.Key = await api.NewKey(Role.Integration);
        return api;
    }

    /// <summary>A new key of a role.</summary>
    public Task<string> NewKey(Role role, DateTimeOffset? expiresAt = null) => Server.Keys.Add(
        "terminal:tester", $"key-{Guid.NewGuid():N}", role, [], expiresAt ?? DateTimeOffset.UtcNow.AddDays(1), 0, TestContext.Current.CancellationToken);

    /// <summary>Sends a request and reads the answer.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, string? key = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        if (key is not { Length: 0 })
            request.Headers.TryAddWithoutValidation("Authorization", $"ApiKey {key ?? Key}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType ?? "", response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Answer> Get(string path, string? key = null, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, key, headers: headers);

    public Task<Answer> Post(string path, string body, string? key = null, string type = "application/json", params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body, key, type, headers);

    /// <summary>What the audit holds, sound.</summary>
    public async Task<List<AuditRecord>> Audit()
    {
        using var store = Store.Open(Here);
        return await Chains.ReadSound(store, InstallationOf(store));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        await _list.DisposeAsync();
    }

    private static Guid InstallationOf(Store store)
    {
        using var context = store.Context();
        return context.Set<Installation>().Single().Id;
    }
}

/// <summary>What the server answered.</summary>
internal sealed record Answer(int Status, string Body, string Type, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
