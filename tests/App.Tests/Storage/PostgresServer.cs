using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Marsad.App.Tests.Storage.PostgresServer))]

namespace Marsad.App.Tests.Storage;

/// <summary>A real PostgreSQL for the tests of one run: in a temporary folder, on a free port of the loopback, started when the first
/// test asks for it. <c>./test</c> installs it; where it is absent the test that asks is skipped, unless MARSAD_POSTGRES=required.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private string? _folder;
    private string _connection = "";
    private int _databases;

    /// <summary>A new empty database.</summary>
    public Task<string> NewDatabase() => NewDatabase("template0");

    /// <summary>A new database like another one; the other must be in nobody's use.</summary>
    public async Task<string> NewDatabase(string template)
    {
        await Start();
        var name = $"marsad_{Interlocked.Increment(ref _databases)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return $"{_connection};Database={name};Maximum Pool Size=12;Timeout=30";
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await Run("pg_ctl", "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{_connection};Database=postgres;Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Start()
    {
        await _starting.WaitAsync();
        try
        {
            if (_folder is not null)
                return;
            if (Binaries() is null)
            {
                Assert.SkipWhen(Environment.GetEnvironmentVariable("MARSAD_POSTGRES") != "required", "skipped: PostgreSQL not present; ./test installs it");
                Assert.Fail("PostgreSQL is not installed");
            }
            var folder = Directory.CreateTempSubdirectory("marsad-postgres-").FullName;
            if (Environment.IsPrivilegedProcess)
                await Check("chown", "postgres", folder);
            var port = FreePort();
            await Check("initdb", "-D", folder, "-U", "marsad", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
            await Check("pg_ctl", "-D", folder, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "-o",
                $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200 -c shared_buffers=64MB", "start");
            (_folder, _connection) = (folder, $"Host=127.0.0.1;Port={port};Username=marsad");
        }
        finally
        {
            _starting.Release();
        }
    }

    private static async Task Check(string program, params string[] arguments)
    {
        var (code, output) = await Run(program, arguments);
        Assert.True(code == 0, $"{program}: {output}");
    }

    /// <summary>Runs a program of the server; the server refuses to run as root, so root borrows the account that its package made.</summary>
    private static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        var path = Binaries() is { } folder && File.Exists(Path.Combine(folder, program)) ? Path.Combine(folder, program) : program;
        var start = Environment.IsPrivilegedProcess && program != "chown"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        // The server inherits what its starter holds open: a pipe would never end, so the output goes to a file.
        var log = Path.GetTempFileName();
        var line = string.Join(' ', ((string[])[start.FileName, .. start.ArgumentList]).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {line} >'{log}' 2>&1 </dev/null"]) { WorkingDirectory = start.WorkingDirectory })!;
        await process.WaitForExitAsync();
        var output = await File.ReadAllTextAsync(log);
        File.Delete(log);
        return (process.ExitCode, output);
    }

    private static string? Binaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : [];
        return debian.Order(StringComparer.Ordinal).Reverse()
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
