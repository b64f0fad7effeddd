using System.Data.Common;
using System.Threading.Channels;
using Marsad.App.Storage;

namespace Marsad.App.Audit;

/// <summary>The audit as features use it: what they hand in is in the chain when they are answered. Thread-safe.</summary>
/// <remarks>
/// Two ways in. <see cref="Seal"/> for what has no other effect, such as a screening: many callers at once share one transaction.
/// <see cref="Commit"/> for what changes the store: the event is stored in the transaction of the change (the outbox) and sealed right
/// after it, so that neither is ever there without the other; what a killed process left unsealed, the next one seals at its start.
/// Whatever cannot be sealed fails, and so does the caller: no audit record, no answer.
/// </remarks>
internal sealed class Auditor : IAsyncDisposable
{
    /// <summary>How many events one transaction takes: it must not hold the store for long.</summary>
    public const int MostPerTransaction = 256;

    private static readonly TimeSpan HoldOfServer = TimeSpan.FromMinutes(1);

    private readonly Store _store;
    private readonly TimeProvider _clock;
    private readonly ChainWriter _writer;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly Task _sealing;

    private Auditor(Store store, TimeProvider clock, TimeSpan hold)
    {
        (_store, _clock) = (store, clock);
        Installation = ReadInstallation(store);
        _writer = new ChainWriter(store, Installation, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}", hold);
        _sealing = Task.Run(SealAll);
    }

    /// <summary>The id in every link.</summary>
    public Guid Installation { get; }

    /// <summary>The audit of a process that stays: it holds its chain.</summary>
    public static Auditor Open(Store store, TimeProvider clock) => Open(store, clock, HoldOfServer);

    /// <summary>The audit of a command: it borrows a chain for as long as one transaction.</summary>
    public static Auditor OpenBriefly(Store store, TimeProvider clock) => Open(store, clock, TimeSpan.Zero);

    /// <summary>A new event, now.</summary>
    public AuditEvent Event(string actor, string kind) => new(actor, kind, Instants.Now(_clock));

    /// <summary>Puts an event into the chain and answers when it is there.</summary>
    public Task<AuditRecord> Seal(AuditEvent what, CancellationToken cancel = default) => Hand(new Waiting(what, null, null, NewSource()), cancel);

    /// <summary>Puts an event into the chain, and stores something else in the same transaction.</summary>
    /// <param name="what">The event.</param>
    /// <param name="also">What else is stored; called again when the transaction has to be repeated.</param>
    /// <param name="cancel">Gives up before the event is handed in; once it is, it is waited for.</param>
    public Task<AuditRecord> Seal(AuditEvent what, Action<DbTransaction> also, CancellationToken cancel = default) =>
        Hand(new Waiting(what, null, also, NewSource()), cancel);

    /// <summary>Saves the changes of a unit of work together with their event, and answers when the event is in the chain.</summary>
    public async Task<AuditRecord> Commit(StoreContext work, AuditEvent what, CancellationToken cancel = default)
    {
        work.Add(AuditOutbox.From(what, _writer.Chain ?? 0));
        await work.SaveChangesAsync(cancel);
        if (work.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync(cancel);
        // It is stored from here on: giving up would leave the caller without the answer that belongs to it.
        return await Hand(new Waiting(null, what.Id, null, NewSource()), CancellationToken.None);
    }

    /// <summary>Seals what processes that are gone have left; also what a caller could not wait for.</summary>
    /// <returns>How many events.</returns>
    public int SealAbandoned()
    {
        var now = Instants.Now(_clock);
        var count = 0;
        int sealedNow;
        do
        {
            sealedNow = _writer.Add(now, transaction => Outboxes.TakeAbandoned(transaction, _writer.Chain ?? 0, now, MostPerTransaction)).Count;
            count += sealedNow;
        }
        while (sealedNow == MostPerTransaction);
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _sealing;
        _writer.Release();
    }

    private static Auditor Open(Store store, TimeProvider clock, TimeSpan hold)
    {
        var auditor = new Auditor(store, clock, hold);
        if (hold > TimeSpan.Zero)
            auditor._writer.Take(Instants.Now(clock));
        if (Outboxes.Any(store))
            auditor.SealAbandoned();
        return auditor;
    }

    private static TaskCompletionSource<AuditRecord> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<AuditRecord> Hand(Waiting waiting, CancellationToken cancel)
    {
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Done.Task;
    }

    private async Task SealAll()
    {
        var group = new List<Waiting>(MostPerTransaction);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostPerTransaction && _waiting.Reader.TryRead(out var next))
                group.Add(next);
            // What is wrong with one must not be the others' fault: together, and if that fails each alone.
            if (group.Count > 1 && !TrySeal(group, isLast: false))
            {
                foreach (var waiting in group)
                    TrySeal([waiting], isLast: true);
            }
            else if (group.Count == 1)
            {
                TrySeal(group, isLast: true);
            }
        }
    }

    private bool TrySeal(List<Waiting> group, bool isLast)
    {
        try
        {
            SealGroup(group);
            return true;
        }
#pragma warning disable CA1031 // whatever it is, those who wait have to hear it
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (isLast)
                group.ForEach(w => w.Done.TrySetException(e));
            return false;
        }
    }

    private void SealGroup(List<Waiting> group)
    {
        var events = new List<AuditEvent>(group.Count);
        var records = _writer.Add(Instants.Now(_clock), transaction =>
        {
            events.Clear();
            foreach (var waiting in group)
            {
                if (waiting.Event is { } what)
                    events.Add(what);
                else if (Outboxes.Take(transaction, waiting.Outbox!.Value) is { } stored)
                    events.Add(stored);
                waiting.Also?.Invoke(transaction);
            }
            return events;
        });
        var byId = records.ToDictionary(r => r.Id);
        foreach (var waiting in group)
        {
            var id = waiting.Event?.Id ?? waiting.Outbox!.Value;
            // Another process may have found it in the outbox first and taken ours for one that is gone.
            if (byId.TryGetValue(id, out var record) || (record = Outboxes.FindSealed(_store, id)) is not null)
                waiting.Done.TrySetResult(record);
            else
                waiting.Done.TrySetException(new InvalidOperationException($"the event {id} is neither in the outbox nor in the audit"));
        }
    }

    private static Guid ReadInstallation(Store store)
    {
        using var connection = store.Connect();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM installation";
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.Id(0) : throw new InvalidOperationException($"the store {store.Name} has no installation");
    }

    /// <summary>Somebody who waits: with an event, or with the id of one in the outbox.</summary>
    private sealed record Waiting(AuditEvent? Event, Guid? Outbox, Action<DbTransaction>? Also, TaskCompletionSource<AuditRecord> Done);
}
