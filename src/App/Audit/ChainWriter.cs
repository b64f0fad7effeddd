using System.Data.Common;
using Marsad.App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marsad.App.Audit;

/// <summary>Adds links to the chain of this process. Thread-safe.</summary>
/// <remarks>
/// 1. The process takes a chain that nobody holds, or begins one; it renews its hold while it works and lets go at its end.
/// 2. Every addition reads the head inside its transaction and inserts after it. Should another process have taken over a hold that
///    ran out, the key of the records refuses one of the two, who then takes another chain: a chain never forks.
/// </remarks>
internal sealed class ChainWriter(Store store, Guid installation, string holder, TimeSpan hold)
{
    private const int Tries = 20;
    private readonly Lock _gate = new();
    private int? _chain;
    private DateTimeOffset _heldUntil;

    /// <summary>The chain taken; null before the first addition.</summary>
    public int? Chain => _chain;

    /// <summary>Does work in a transaction that ends with links in the chain; does it again when the chain turns out to be another's.</summary>
    /// <param name="now">The time of the hold.</param>
    /// <param name="work">Says which events the transaction adds, and may read and write in it.</param>
    /// <returns>The links, in the order of the events.</returns>
    public IReadOnlyList<AuditRecord> Add(DateTimeOffset now, Func<DbTransaction, IEnumerable<AuditEvent>> work)
    {
        using var alone = _gate.EnterScope();
        for (var left = Tries; ; left--)
        {
            try
            {
                using var connection = store.Connect();
                using var transaction = connection.BeginTransaction();
                var chain = Hold(transaction, now);
                var records = Insert(transaction, chain, work(transaction));
                transaction.Commit();
                _chain = chain;
                return records;
            }
            catch (DbException e) when (left > 1 && IsTaken(e))
            {
                _chain = null;
            }
        }
    }

    /// <summary>Takes a chain without adding to it.</summary>
    public int Take(DateTimeOffset now)
    {
        Add(now, _ => []);
        return _chain!.Value;
    }

    /// <summary>Lets the chain go, so that the next process need not begin another.</summary>
    public void Release()
    {
        if (_chain is null || hold == TimeSpan.Zero)
            return;
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        using var command = transaction.Command(
            "UPDATE audit_chains SET held_until = 0 WHERE number = @chain AND holder = @holder", ("@chain", _chain), ("@holder", holder));
        command.ExecuteNonQuery();
        transaction.Commit();
        _chain = null;
    }

    private int Hold(DbTransaction transaction, DateTimeOffset now)
    {
        if (_chain is { } held && _heldUntil - now > hold / 2 && hold > TimeSpan.Zero)
            return held;
        _heldUntil = now + hold;
        if (_chain is { } mine && Update(transaction, "number = @mine AND holder = @holder", now, mine) is { } renewed)
            return renewed;
        // Whoever looks at the same time looks past a row that is being taken.
        var skip = store.Address.Kind == StoreKind.Postgres ? "FOR UPDATE SKIP LOCKED" : "";
        return Update(transaction, $"number = (SELECT number FROM audit_chains WHERE held_until <= @now ORDER BY number LIMIT 1 {skip})", now, 0) ?? Begin(transaction);
    }

    private int? Update(DbTransaction transaction, string which, DateTimeOffset now, int mine)
    {
        using var command = transaction.Command(
            $"UPDATE audit_chains SET holder = @holder, held_until = @until WHERE {which} RETURNING number",
            ("@holder", holder), ("@until", _heldUntil), ("@now", now), ("@mine", mine));
        return command.ExecuteScalar() is { } number ? Convert.ToInt32(number, null) : null;
    }

    private int Begin(DbTransaction transaction)
    {
        using var command = transaction.Command(
            "INSERT INTO audit_chains (number, holder, held_until) SELECT COALESCE(MAX(number), 0) + 1, @holder, @until FROM audit_chains RETURNING number",
            ("@holder", holder), ("@until", _heldUntil));
        return Convert.ToInt32(command.ExecuteScalar(), null);
    }

    private List<AuditRecord> Insert(DbTransaction transaction, int chain, IEnumerable<AuditEvent> events)
    {
        ChainHead? head = null;
        var records = new List<AuditRecord>();
        using var links = new Statement(transaction, """
            INSERT INTO audit_records (chain, sequence, id, previous, at, actor, kind, commitment, hash, key, detail)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
            """);
        using var abouts = new Statement(transaction, "INSERT INTO audit_abouts (about, record_id) VALUES (@p0, @p1)");
        foreach (var what in events)
        {
            var link = AuditRecord.After(head ?? ReadHead(transaction, chain), what, installation);
            links.Add(link.Chain, link.Sequence, link.Id, link.Previous, link.At, link.Actor, link.Kind, link.Commitment, link.Hash, link.Key, link.Detail);
            foreach (var about in what.About.Distinct(StringComparer.Ordinal))
                abouts.Add(about, link.Id);
            records.Add(link);
            head = ChainHead.Of(link);
        }
        links.Send();
        abouts.Send();
        return records;
    }

    private static ChainHead ReadHead(DbTransaction transaction, int chain)
    {
        using var command = transaction.Command("SELECT sequence, hash, at FROM audit_records WHERE chain = @chain ORDER BY sequence DESC LIMIT 1", ("@chain", chain));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new ChainHead(chain, reader.GetInt64(0), (byte[])reader.GetValue(1), reader.Instant(2)) : ChainHead.Empty(chain);
    }

    /// <summary>A key that is there already: another process was first.</summary>
    private static bool IsTaken(DbException e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == 19,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };
}
