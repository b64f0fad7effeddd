using System.Reflection;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Xunit.Sdk;
using Xunit.v3;

namespace Marsad.App.Tests.Storage;

/// <summary>The databases that hold a store.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory whose first argument is the database on each of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute(params object[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Database>().Select(d => new TheoryDataRow([d, .. arguments]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A store of one test class, in both databases: in a temporary folder, and in a database of its own.</summary>
public sealed class TestStores(PostgresServer postgres) : IAsyncLifetime
{
    private readonly Dictionary<Database, TestStore> _stores = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The store of the class in one of the databases, opened.</summary>
    internal async Task<TestStore> In(Database kind)
    {
        if (!_stores.TryGetValue(kind, out var store))
            _stores[kind] = store = await TestStore.Open(kind, postgres);
        return store;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var store in _stores.Values)
            store.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>One store, with a clock that stands until it is moved.</summary>
internal sealed class TestStore : IDisposable
{
    private TestStore(StoreAddress address) => (Address, Store) = (address, Store.Open(address, TimeProvider.System));

    /// <summary>Where it is.</summary>
    public StoreAddress Address { get; }

    /// <summary>The open store.</summary>
    public Store Store { get; }

    /// <summary>A folder beside the store, gone after the tests; the SQLite file lies in it.</summary>
    public required TemporaryFolder Folder { get; init; }

    /// <summary>Makes an empty store.</summary>
    public static async Task<TestStore> Open(Database kind, PostgresServer postgres)
    {
        var folder = new TemporaryFolder();
        return new TestStore(await NewAddress(kind, postgres, folder)) { Folder = folder };
    }

    /// <summary>Where a store can be made that is not there yet.</summary>
    public static async Task<StoreAddress> NewAddress(Database kind, PostgresServer postgres, TemporaryFolder folder) => kind == Database.Sqlite
        ? new StoreAddress(StoreKind.Sqlite, folder.File(StoreAddress.FileName))
        : StoreAddress.Postgres(await postgres.NewDatabase());

    /// <summary>The same store as another process would open it.</summary>
    public Store OpenAgain() => Store.Open(Address, TimeProvider.System);

    /// <summary>The surroundings of a command line on this store.</summary>
    public Surroundings Surroundings(TextWriter output) => new(() => Stream.Null, output, output)
    {
        DataFolder = Folder.Path,
        KeyFolder = Folder.KeyFolder,
        Store = Address.Kind == StoreKind.Postgres ? Address.Place : null,
        User = "tester",
    };

    public void Dispose()
    {
        Store.Dispose();
        Folder.Dispose();
    }
}
