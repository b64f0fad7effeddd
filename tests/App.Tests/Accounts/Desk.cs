using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Tests.Storage;

namespace Marsad.App.Tests.Accounts;

/// <summary>A store with one account, amal, an officer.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private Desk(TestStore store)
    {
        Store = store;
        Audit = Auditor.Open(store.Store, Clock);
        Accounts = new AccountBook(store.Store, Audit, InstallationSecret.Open(store.Folder.KeyFolder, Audit.Installation), Clock);
        SignIns = new SignIns(store.Store, Audit, Accounts, Clock);
        Keys = new ApiKeys(store.Store, Audit, Clock);
    }

    public TestStore Store { get; }
    public MovableClock Clock { get; } = new();
    public Auditor Audit { get; }
    public AccountBook Accounts { get; }
    public SignIns SignIns { get; }
    public ApiKeys Keys { get; }

    public static async Task<Desk> Open(Database database, PostgresServer postgres)
    {
        var desk = new Desk(await TestStore.Open(database, postgres));
        await desk.Accounts.Add("terminal:tester", "amal", Role.Officer, "correct horse battery", TestContext.Current.CancellationToken);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        Keys.Dispose();
        await Audit.DisposeAsync();
        Store.Dispose();
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
