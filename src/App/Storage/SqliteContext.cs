using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marsad.App.Storage;

/// <summary>The store in a SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StoreContext(options)
{
    /// <summary>A file, as the store opens it.</summary>
    public static DbContextOptions<SqliteContext> Options(string connection) => new DbContextOptionsBuilder<SqliteContext>()
        .UseSqlite(connection, o => o.MigrationsHistoryTable(StoreSchema.HistoryTable))
        .AddInterceptors(new Opening())
        .Options;

    /// <summary>
    /// Makes a connection behave: a writer waits for the other writer instead of failing, and a commit is on the disk when it returns,
    /// so that what was acknowledged outlives a power cut.
    /// </summary>
    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
        command.ExecuteNonQuery();
    }

    /// <summary>The connection string of a file.</summary>
    public static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }

    /// <summary>Sixteen bytes, most significant first: they sort as PostgreSQL sorts its uuid, and take half the room of text.</summary>
    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    private sealed class Opening : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }
    }

    /// <summary>For the tool that makes migrations.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteContext>
    {
        public SqliteContext CreateDbContext(string[] args) => new(Options("Data Source=:memory:"));
    }
}
