using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Marsad.App.Storage;

/// <summary>The store in a PostgreSQL database.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoreContext(options)
{
    /// <summary>A database, as the store opens it.</summary>
    public static DbContextOptions<PostgresContext> Options(NpgsqlDataSource source) => new DbContextOptionsBuilder<PostgresContext>()
        .UseNpgsql(source, o => o.MigrationsHistoryTable(StoreSchema.HistoryTable))
        .Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By code points, as SQLite does it, whatever the locale of the database.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <summary>For the tool that makes migrations; it does not connect.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) => new(Options(NpgsqlDataSource.Create("Host=localhost")));
    }
}
