using System.Diagnostics.Metrics;
using System.Security.Cryptography.X509Certificates;
using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Screening;
using Marsad.App.Screening.Yente;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Marsad.App;

/// <summary>How the server is to be reached.</summary>
internal sealed record ServerOptions
{
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Whether loopback clients may screen without a key.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The network of the proxy in front; null when there is none.</summary>
    public System.Net.IPNetwork? Proxy { get; init; }

    /// <summary>The certificate for https, a PEM file, and its key.</summary>
    public string? Certificate { get; init; }
    public string? CertificateKey { get; init; }

    /// <summary>Refuses what would let anybody listen in, or in.</summary>
    /// <exception cref="WrongInputException">It would.</exception>
    public void Check()
    {
        foreach (var url in Urls)
        {
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
                throw new WrongInputException($"--urls {url}: allowed are addresses such as http://127.0.0.1:5080, separated by semicolons");
            var isLoopback = address.IsLoopback;
            if (IsAnonymous && (!isLoopback || Proxy is not null))
                throw new WrongInputException("--anonymous is for this machine alone: an address that is not loopback, or --behind-proxy, does not go with it");
            if (address.Scheme == "https" && Certificate is null)
                throw new WrongInputException($"--urls {url}: https needs --certificate FILE");
            if (address.Scheme == "http" && !isLoopback && Proxy is null)
                throw new WrongInputException($"--urls {url}: beyond this machine http needs a proxy that encrypts (--behind-proxy CIDR), or https a certificate");
        }
    }
}

/// <summary>The server: puts store, audit, accounts, lists and endpoints together, and runs them.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(4);

    private readonly Surroundings _here;
    private readonly Store _store;
    private readonly Auditor _audit;
    private readonly SigningKey _key;
    private readonly ApiKeys _keys;
    private readonly LiveLists _lists;
    private readonly CancellationTokenSource _stop = new();
    private readonly Meter _meter = new(Measures.Name);
    private Task _checkpoints = Task.CompletedTask;

    private Server(Surroundings here, Store store, Auditor audit, SigningKey key, ServerOptions options)
    {
        (_here, _store, _audit, _key) = (here, store, audit, key);
        _keys = new ApiKeys(store, audit, here.Clock);
        _lists = new LiveLists(here);
        var secret = InstallationSecret.Open(here.KeyFolder, audit.Installation);
        Accounts = new AccountBook(store, audit, secret, here.Clock);
        App = Build(options, secret);
    }

    /// <summary>The web application.</summary>
    public WebApplication App { get; }

    /// <summary>Who may sign in.</summary>
    public AccountBook Accounts { get; }

    /// <summary>The keys of programs.</summary>
    public ApiKeys Keys => _keys;

    /// <summary>The lists in force.</summary>
    public LiveLists Lists => _lists;

    /// <summary>The addresses it listens on.</summary>
    public IEnumerable<string> Urls => App.Urls;

    /// <summary>Opens the store and all that belongs to it.</summary>
    /// <exception cref="WrongInputException">An option is unsafe, or the store or a key is not there.</exception>
    public static async Task<Server> Open(Surroundings here, ServerOptions options)
    {
        options.Check();
        var store = Store.Open(here);
        var audit = Auditor.Open(store, here.Clock);
        try
        {
            return new Server(here, store, audit, await new AuditKeys(store, audit, here.KeyFolder, here.Clock).Current("system"), options);
        }
        catch
        {
            await audit.DisposeAsync();
            store.Dispose();
            throw;
        }
    }

    /// <summary>Begins to answer.</summary>
    public async Task Start(CancellationToken cancel)
    {
        await _audit.Seal(_audit.Event("system", "serverStarted"), cancel);
        _lists.Start();
        await App.StartAsync(cancel);
        _checkpoints = Task.Run(MakeCheckpoints, CancellationToken.None);
    }

    /// <summary>Answers what has been asked, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        using var drained = new CancellationTokenSource(Drain);
        await App.StopAsync(drained.Token);
        await App.DisposeAsync();
        await _stop.CancelAsync();
        await _checkpoints;
        await _audit.Seal(_audit.Event("system", "serverStopped"), CancellationToken.None);
        new Checkpoints(_store, _audit, _here.CheckpointFile, _here.Clock).Make(_key);
        _meter.Dispose();
        _lists.Dispose();
        _keys.Dispose();
        await _audit.DisposeAsync();
        _key.Dispose();
        _store.Dispose();
        _stop.Dispose();
    }

    private WebApplication Build(ServerOptions options, InstallationSecret secret)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "marsad" });
        builder.Logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddPrometheusExporter());
        builder.WebHost.UseUrls([.. options.Urls]).ConfigureKestrel(kestrel => Limit(kestrel, options));
        var app = builder.Build();
        if (options.Proxy is { } proxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownIPNetworks.Add(proxy);
            app.UseForwardedHeaders(forwarded);
        }
        var edge = new Edge(app.Services.GetRequiredService<ILogger<Edge>>());
        var csrf = new CsrfToken(secret);
        var signIns = new SignIns(_store, _audit, Accounts, _here.Clock);
        var gate = new Gate(_keys, signIns, csrf, options.IsAnonymous);
        app.Use(next => http => edge.Invoke(http, next));
        app.UseRouting();
        app.Use(next => http => gate.Invoke(http, next));

        app.MapGet("/healthz", (HttpContext http) => Json.Write(http, json => json.WriteString("status", "ok"))).OpenToAll();
        app.MapGet("/readyz", (HttpContext http) => _lists.Current is null
            ? Problem.NotReady().Write(http)
            : Json.Write(http, json => json.WriteString("status", "ok"))).OpenToAll();
        app.MapGet("/openapi/v1.json", ApiPage.Json).NeedsSignIn();
        app.MapGet("/docs", ApiPage.Html).NeedsSignIn();
        app.MapPrometheusScrapingEndpoint("/metrics").Needs(Permission.Operate);
        Measures.WatchListAges(_meter, () => _lists.InForce.Select(l => (l.Id, l.AgeDays)));
        new SessionEndpoints(Accounts, signIns, csrf).Map(app);
        new AccountEndpoints(Accounts, _keys, _here.Clock).Map(app);
        new ListEndpoints(_here).Map(app);
        new ProfileEndpoints(_here).Map(app);
        new ScreeningEndpoints(_here, _lists, _audit, new IdempotentAnswers(_store, _here.Clock)).Map(app);
        new StoredScreeningEndpoints(_here, _lists, _store, _audit).Map(app);
        new YenteEndpoints(_here, _lists, _audit).Map(app);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Json.LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        if (options.Certificate is { } file)
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPemFile(file, options.CertificateKey));
    }

    private async Task MakeCheckpoints()
    {
        var checkpoints = new Checkpoints(_store, _audit, _here.CheckpointFile, _here.Clock);
        using var timer = new PeriodicTimer(CheckpointEvery);
        var log = App.Services.GetRequiredService<ILogger<Server>>();
        try
        {
            do
            {
                try
                {
                    checkpoints.Make(_key);
                }
#pragma warning disable CA1031 // the next minute tries again; what is sealed is sealed
                catch (Exception e)
#pragma warning restore CA1031
                {
                    log.LogError(e, "No checkpoint could be made");
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
