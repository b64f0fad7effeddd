using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marsad.App.Tests.Storage;

public class StoreSchemaTests(PostgresServer postgres)
{
    [Theory, OnBothDatabases]
    public void Migrations_say_all_that_the_model_says(Database kind)
    {
        using var context = Unconnected(kind);
        Assert.False(context.Database.HasPendingModelChanges(), "the model has changed: make a migration for both databases, see CONTRIBUTING.md");
    }

    [Theory, OnBothDatabases]
    public async Task The_script_of_an_empty_store_is_the_sum_of_its_migrations(Database kind)
    {
        await using var context = Unconnected(kind);
        var sum = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions).ReplaceLineEndings("\n").TrimStart('\uFEFF');
        var script = $"-- {context.Database.GetMigrations().Last()}\n-- The sum of the migrations beside this file; a test writes it to artifacts/ when it changes.\n{sum}";
        var approved = Path.Combine(SharedData.Repository, "src", "App", "Storage", "Migrations", kind.ToString(), "schema.sql");
        await File.WriteAllTextAsync(Path.Combine(SharedData.Repository, "artifacts", $"schema.{kind}.received.sql"), script, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken), script);
    }

    [Theory, OnBothDatabases]
    public async Task A_store_made_by_the_script_is_a_store_made_by_the_migrations(Database kind)
    {
        using var store = await TestStore.Open(kind, postgres);
        await using var context = store.Store.Context();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await context.Set<Installation>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task A_store_of_the_first_release_is_upgraded(Database kind)
    {
        using var folder = new TemporaryFolder();
        var address = await TestStore.NewAddress(kind, postgres, folder);
        await using (var old = At(address))
        {
            var first = old.Database.GetMigrations().First();
            await old.GetService<IMigrator>().MigrateAsync(first, TestContext.Current.CancellationToken);
            await old.Database.ExecuteSqlRawAsync(kind == Database.Sqlite
                ? "INSERT INTO installation (number, id, created_at) VALUES (1, x'019380d8a4d47a1ab3b2000000000001', 5)"
                : "INSERT INTO installation (number, id, created_at) VALUES (1, '019380d8-a4d4-7a1a-b3b2-000000000001', 5)", TestContext.Current.CancellationToken);
        }
        using var store = Store.Open(address, TimeProvider.System);
        await using var context = store.Context();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Guid.Parse("019380d8-a4d4-7a1a-b3b2-000000000001"), (await context.Set<Installation>().SingleAsync(TestContext.Current.CancellationToken)).Id);
    }

    [Theory, OnBothDatabases]
    public async Task A_store_of_a_newer_program_is_refused_and_left_alone(Database kind)
    {
        using var store = await TestStore.Open(kind, postgres);
        await using var context = store.Store.Context();
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO schema_history (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0.0')", TestContext.Current.CancellationToken);
        var refused = Assert.Throws<WrongInputException>(store.OpenAgain);
        Assert.Contains("newer Marsad", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await context.Set<Installation>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task Many_that_come_first_make_one_store(Database kind)
    {
        using var folder = new TemporaryFolder();
        var address = await TestStore.NewAddress(kind, postgres, folder);
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Open(address, TimeProvider.System))));
        var ids = stores.Select(s => s.Context().Set<Installation>().Single().Id).Distinct().ToList();
        Assert.Single(ids);
        foreach (var store in stores)
            store.Dispose();
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(StoreAddress.FileName), string.Concat(Enumerable.Repeat("this is a letter, not a store\n", 200)));
        var refused = Assert.Throws<WrongInputException>(() => Store.Open(new StoreAddress(StoreKind.Sqlite, folder.File(StoreAddress.FileName)), TimeProvider.System));
        Assert.Contains(StoreAddress.FileName, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("marsad.db")]
    [InlineData("Host=")]
    [InlineData("Host=127.0.0.1;Nonsense=1")]
    [InlineData("Host=127.0.0.1;Port=1;Password=secret-word;Timeout=2")]
    public void An_address_that_leads_nowhere_is_refused_without_showing_a_password(string connection)
    {
        var refused = Assert.Throws<WrongInputException>(() => Store.Open(StoreAddress.Postgres(connection), TimeProvider.System));
        Assert.DoesNotContain("secret-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_the_store_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps its own rights");
        using var folder = new TemporaryFolder();
        var address = new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.Path, "data", StoreAddress.FileName));
        using var store = Store.Open(address, TimeProvider.System);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("data")));
        await Task.CompletedTask;
    }

    private static StoreContext Unconnected(Database kind) =>
        kind == Database.Sqlite ? new SqliteContext.DesignTime().CreateDbContext([]) : new PostgresContext.DesignTime().CreateDbContext([]);

    private static StoreContext At(StoreAddress address) => address.Kind == StoreKind.Sqlite
        ? new SqliteContext(SqliteContext.Options(new SqliteConnectionStringBuilder { DataSource = address.Place, Pooling = false }.ToString()))
        : new PostgresContext(PostgresContext.Options(NpgsqlDataSource.Create(address.Place)));
}
