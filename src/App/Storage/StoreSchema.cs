using System.Data.Common;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Storage;

/// <summary>Brings the tables of a store to what this program knows, once, whoever comes first; refuses a store of a newer one.</summary>
/// <remarks>
/// An empty store gets <c>Migrations/*/schema.sql</c>, the sum of all migrations, in one transaction: that takes milliseconds and does not
/// start the mapper, so a first <c>screen</c> stays fast. A store of an older release goes through the migrations. A test holds the sum
/// against them.
/// </remarks>
internal sealed class StoreSchema(Store store, TimeProvider clock)
{
    /// <summary>The table that says which migrations a store has seen.</summary>
    public const string HistoryTable = "schema_history";

    private const int LockKey = 0x4D415253;

    /// <summary>Creates, upgrades or refuses.</summary>
    /// <exception cref="WrongInputException">The store is newer than the program.</exception>
    public void Ensure()
    {
        if (Last() == Newest(store.Address.Kind))
            return;
        using var alone = Lock();
        var last = Last();
        if (last == Newest(store.Address.Kind))
            return;
        if (last is null)
            Create();
        else
            Upgrade(last);
    }

    /// <summary>The newest migration that this program knows.</summary>
    public static string Newest(StoreKind kind)
    {
        using var script = Script(kind);
        return script.ReadLine()!["-- ".Length..];
    }

    /// <summary>The newest migration that the store has seen; null for an empty store.</summary>
    private string? Last()
    {
        using var connection = store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = store.Address.Kind == StoreKind.Sqlite
            ? $"SELECT count(*) FROM sqlite_master WHERE name = '{HistoryTable}'"
            : $"SELECT count(*) FROM pg_tables WHERE tablename = '{HistoryTable}' AND schemaname = current_schema()";
        if (Convert.ToInt64(command.ExecuteScalar(), null) == 0)
            return null;
        command.CommandText = $"SELECT max(\"MigrationId\") FROM {HistoryTable}";
        return command.ExecuteScalar() as string;
    }

    private void Create()
    {
        using var connection = store.Connect();
        if (store.Address.Kind == StoreKind.Sqlite)
            Execute(connection, null, "PRAGMA journal_mode=WAL");
        using var script = Script(store.Address.Kind);
        using var transaction = connection.BeginTransaction();
        Execute(connection, transaction, script.ReadToEnd());
        using var install = connection.CreateCommand();
        install.Transaction = transaction;
        install.CommandText = "INSERT INTO installation (number, id, created_at) VALUES (1, @id, @at)";
        install.Add("@id", Guid.CreateVersion7(clock.GetUtcNow()));
        install.Add("@at", Instants.Now(clock));
        install.ExecuteNonQuery();
        transaction.Commit();
    }

    private void Upgrade(string last)
    {
        using var context = store.Context();
        var known = context.Database.GetMigrations().ToList();
        if (string.CompareOrdinal(last, known[^1]) > 0 || !known.Contains(last))
        {
            throw new WrongInputException(
                $"the store {store.Name} was written by a newer Marsad (its schema is {last}, this program knows {known[^1]}): use that program, or restore a backup made before the upgrade");
        }
        if (store.Address.Kind == StoreKind.Sqlite)
        {
            // The mapper's own lock is a row that outlives a killed process; ours, a file lock, does not, and is held now.
            using var connection = store.Connect();
            Execute(connection, null, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }
        context.Database.Migrate();
    }

    /// <summary>One process at a time: a file lock beside the file, a session lock on the server. Both end with their holder.</summary>
    private IDisposable Lock()
    {
        if (store.Address.Kind == StoreKind.Sqlite)
        {
            for (var tries = 0; ; tries++)
            {
                try
                {
                    return new FileStream(store.Address.Place + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException) when (tries < 3000)
                {
                    Thread.Sleep(20);
                }
            }
        }
        var connection = store.Connect();
        Execute(connection, null, $"SELECT pg_advisory_lock({LockKey})");
        return new SessionLock(connection);
    }

    private static void Execute(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static StreamReader Script(StoreKind kind) => new(typeof(StoreSchema).Assembly.GetManifestResourceStream($"schema/{kind}.sql")!);

    private sealed class SessionLock(DbConnection connection) : IDisposable
    {
        public void Dispose()
        {
            Execute(connection, null, $"SELECT pg_advisory_unlock({LockKey})");
            connection.Dispose();
        }
    }
}
