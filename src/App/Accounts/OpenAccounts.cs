using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Accounts;

/// <summary>The accounts of a store, for a command.</summary>
internal sealed class OpenAccounts : IAsyncDisposable
{
    private readonly Store _store;
    private readonly Auditor _audit;

    private OpenAccounts(Surroundings here, Store store, Auditor audit)
    {
        (Here, _store, _audit) = (here, store, audit);
        Accounts = new AccountBook(store, audit, InstallationSecret.Open(here.KeyFolder, audit.Installation), here.Clock);
        Keys = new ApiKeys(store, audit, here.Clock);
    }

    public Surroundings Here { get; }
    public AccountBook Accounts { get; }
    public ApiKeys Keys { get; }

    /// <summary>Who works at this terminal.</summary>
    public string Actor => AuditCommands.ActorOf(Here);

    public static OpenAccounts Open(Surroundings here)
    {
        var store = Store.Open(here);
        return new OpenAccounts(here, store, Auditor.OpenBriefly(store, here.Clock));
    }

    public async ValueTask DisposeAsync()
    {
        Keys.Dispose();
        await _audit.DisposeAsync();
        _store.Dispose();
    }
}
