using Marsad.App.Terminal;

namespace Marsad.App.Storage;

/// <summary>Which database holds the store.</summary>
internal enum StoreKind
{
    /// <summary>A file in the data folder; nothing to install.</summary>
    Sqlite,
    /// <summary>A PostgreSQL server, shared by several machines.</summary>
    Postgres,
}

/// <summary>Where the store is: a file in the data folder, or a PostgreSQL database.</summary>
/// <param name="Kind">Which database.</param>
/// <param name="Place">The path of the file, or the connection string.</param>
internal sealed record StoreAddress(StoreKind Kind, string Place)
{
    /// <summary>The file of the embedded store.</summary>
    public const string FileName = "marsad.db";

    /// <summary>The store a command line works on: <c>--store</c>, <c>MARSAD_STORE</c>, else the file in the data folder.</summary>
    public static StoreAddress Of(Surroundings here) =>
        string.IsNullOrWhiteSpace(here.Store) ? new(StoreKind.Sqlite, Path.Combine(here.DataFolder, FileName)) : Postgres(here.Store);

    /// <summary>A PostgreSQL database by its connection string.</summary>
    public static StoreAddress Postgres(string connection)
    {
        if (!connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            throw new WrongInputException("--store: allowed is a PostgreSQL connection string such as \"Host=db.example.org;Database=marsad;Username=marsad\"");
        return new(StoreKind.Postgres, connection);
    }
}
