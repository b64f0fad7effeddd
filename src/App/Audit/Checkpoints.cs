using System.Data.Common;
using System.Text.Json;
using Marsad.App.Storage;

namespace Marsad.App.Audit;

/// <summary>Makes checkpoints and reads them.</summary>
/// <param name="store">The store.</param>
/// <param name="audit">The audit.</param>
/// <param name="outside">A file elsewhere that every checkpoint is added to; null for none.</param>
/// <param name="clock">The clock.</param>
internal sealed class Checkpoints(Store store, Auditor audit, string? outside, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Signs the end of every chain, unless nothing has happened since the last time.</summary>
    /// <returns>The newest checkpoint; null when there is nothing to sign at all.</returns>
    public Checkpoint? Make(SigningKey key)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return MakeOnce(key);
            }
            catch (DbException) when (left > 1)
            {
                // Another process has made the checkpoint of that number meanwhile: ours follows it.
            }
        }
    }

    /// <summary>All checkpoints as a transaction sees them, the oldest first.</summary>
    public static IEnumerable<Checkpoint> Read(DbTransaction transaction) =>
        Read(transaction, "ORDER BY number");

    /// <summary>The newest checkpoint.</summary>
    public static Checkpoint? Last(DbTransaction transaction) => Read(transaction, "ORDER BY number DESC LIMIT 1").FirstOrDefault();

    /// <summary>The end of every chain as a transaction sees it.</summary>
    public static IReadOnlyList<(int Chain, long Sequence, byte[] Hash)> Heads(DbTransaction transaction)
    {
        using var command = transaction.Command("""
            SELECT r.chain, r.sequence, r.hash FROM audit_chains c
            JOIN audit_records r ON r.chain = c.number AND r.sequence = (SELECT MAX(sequence) FROM audit_records WHERE chain = c.number)
            ORDER BY r.chain
            """);
        using var reader = command.ExecuteReader();
        var heads = new List<(int, long, byte[])>();
        while (reader.Read())
            heads.Add((reader.GetInt32(0), reader.GetInt64(1), (byte[])reader.GetValue(2)));
        return heads;
    }

    private Checkpoint? MakeOnce(SigningKey key)
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        var last = Last(transaction);
        var heads = Heads(transaction);
        if (heads.Count == 0 || Checkpoint.LinesOf(heads) == last?.HeadLines)
            return last;
        var checkpoint = new Checkpoint
        {
            Number = (last?.Number ?? 0) + 1,
            At = Instants.Now(clock),
            Previous = last?.Hash(audit.Installation) ?? AuditRecord.Beginning,
            Heads = [.. heads],
        }.SignedBy(key, audit.Installation);
        using var insert = transaction.Command(
            "INSERT INTO audit_checkpoints (number, at, previous, heads, key_id, signature) VALUES (@number, @at, @previous, @heads, @key, @signature)",
            ("@number", checkpoint.Number), ("@at", checkpoint.At), ("@previous", checkpoint.Previous), ("@heads", checkpoint.HeadLines),
            ("@key", checkpoint.KeyId), ("@signature", checkpoint.Signature));
        insert.ExecuteNonQuery();
        transaction.Commit();
        if (outside is not null)
            WriteOutside(checkpoint, outside);
        return checkpoint;
    }

    private static IEnumerable<Checkpoint> Read(DbTransaction transaction, string which)
    {
        using var command = transaction.Command($"SELECT number, at, previous, heads, key_id, signature FROM audit_checkpoints {which}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new Checkpoint
            {
                Number = reader.GetInt64(0),
                At = reader.Instant(1),
                Previous = (byte[])reader.GetValue(2),
                Heads = Checkpoint.ReadHeads(reader.GetString(3)),
                KeyId = reader.GetString(4),
                Signature = (byte[])reader.GetValue(5),
            };
        }
    }

    private static void WriteOutside(Checkpoint checkpoint, string file)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
            checkpoint.Write(json);
        line.Write("\n"u8);
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        stream.Flush(flushToDisk: true);
    }
}
