using System.Data.Common;
using Marsad.App.Terminal;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marsad.App.Storage;

/// <summary>The store, opened: its tables are there and are those that this program knows. Thread-safe.</summary>
/// <remarks>Two ways in: <see cref="Context"/> for whatever reads like records, <see cref="Connect"/> for what runs thousands of times a
/// second or must not wait for the mapper to start.</remarks>
internal sealed class Store : IDisposable
{
    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite = "";

    private Store(StoreAddress address)
    {
        Address = address;
        if (address.Kind == StoreKind.Postgres)
            _postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.Place) { ApplicationName = "marsad" });
        else
            _sqlite = SqliteContext.ConnectionTo(address.Place);
    }

    /// <summary>Where it is.</summary>
    public StoreAddress Address { get; }

    /// <summary>The store as a message may name it: never with a password.</summary>
    public string Name => _postgres is null
        ? Address.Place
        : new NpgsqlConnectionStringBuilder(Address.Place) is var parts ? $"{parts.Host}:{parts.Port}/{parts.Database}" : "";

    /// <summary>Opens the store of a command line, and creates it when it is not there.</summary>
    /// <exception cref="WrongInputException">The store is not to be reached, or was written by a newer program.</exception>
    public static Store Open(Surroundings here) => Open(StoreAddress.Of(here), here.Clock);

    /// <inheritdoc cref="Open(Surroundings)"/>
    public static Store Open(StoreAddress address, TimeProvider clock)
    {
        if (address.Kind == StoreKind.Sqlite)
            OwnersFolder.Create(Path.GetDirectoryName(address.Place)!);
        Store store;
        try
        {
            store = new Store(address);
        }
        catch (ArgumentException e)
        {
            throw new WrongInputException($"--store: {e.Message}", e);
        }
        try
        {
            new StoreSchema(store, clock).Ensure();
            return store;
        }
        catch (Exception e)
        {
            store.Dispose();
            throw e is DbException ? new WrongInputException($"the store {store.Name} cannot be opened: {e.Message}", e) : e;
        }
    }

    /// <summary>A unit of work with the mapper.</summary>
    public StoreContext Context() => _postgres is null
        ? new SqliteContext(SqliteContext.Options(_sqlite))
        : new PostgresContext(PostgresContext.Options(_postgres));

    /// <summary>An open connection from the pool.</summary>
    public DbConnection Connect()
    {
        if (_postgres is not null)
            return _postgres.OpenConnection();
        var connection = new SqliteConnection(_sqlite);
        connection.Open();
        SqliteContext.Prepare(connection);
        return connection;
    }

    public void Dispose()
    {
        _postgres?.Dispose();
        if (_postgres is null)
            SqliteConnection.ClearPool(new SqliteConnection(_sqlite));
    }
}
