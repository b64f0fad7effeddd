using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.App.Storage;

namespace Marsad.App.Audit;

/// <summary>Writes the whole audit to a file that proves itself: NDJSON, one line for the header, each key, each checkpoint, each link, and
/// a signed head as the last line, without which the file was cut.</summary>
/// <param name="store">The store.</param>
/// <param name="installation">The installation.</param>
/// <param name="key">Signs the head.</param>
internal sealed class AuditExport(Store store, Guid installation, SigningKey key)
{
    public const string Format = "marsad-audit/1";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the head of a file signs.</summary>
    public static string HeadText(Guid installation, long records, string heads, string sha256, string at) =>
        string.Create(CultureInfo.InvariantCulture, $"marsad-audit-head/1\n{installation}\n{records}\n{sha256}\n{at}\n{heads}");

    /// <summary>Writes the export.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="withDetail">Whether the particulars go with it: names of people, and the keys that prove them.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many links.</returns>
    public async Task<long> Write(Stream target, bool withDetail, DateTimeOffset at, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var connection = store.Connect();
        // One moment for all of it, however long the writing takes.
        using var transaction = store.Address.Kind == StoreKind.Sqlite
            ? ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true)
            : connection.BeginTransaction(IsolationLevel.RepeatableRead);
        await Line(json =>
        {
            json.WriteString("type", Format);
            json.WriteString("installation", installation);
            json.WriteString("at", AuditRecord.Text(at));
        });
        foreach (var known in AuditKeys.Read(transaction))
            await Line(json => WriteKey(json, known));
        foreach (var checkpoint in Checkpoints.Read(transaction))
            await Raw(checkpoint.Write);
        var records = 0L;
        var heads = new SortedDictionary<int, (int, long, byte[])>();
        using (var command = transaction.Command(Select(withDetail)))
        using (var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                var record = Read(reader, withDetail);
                heads[record.Chain] = (record.Chain, record.Sequence, record.Hash);
                records++;
                await Line(json => WriteRecord(json, record));
            }
        }
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        var lines = Checkpoint.LinesOf(heads.Values);
        await Line(json =>
        {
            json.WriteString("type", "head");
            json.WriteNumber("records", records);
            json.WriteString("heads", lines);
            json.WriteString("sha256", sha256);
            json.WriteString("at", AuditRecord.Text(at));
            json.WriteString("key", key.Id);
            json.WriteBase64String("signature", key.Sign(HeadText(installation, records, lines, sha256, AuditRecord.Text(at))));
        });
        await target.FlushAsync(cancel);
        return records;

        Task Line(Action<Utf8JsonWriter> write) => Raw(json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        });

        async Task Raw(Action<Utf8JsonWriter> write)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
            using (var json = new Utf8JsonWriter(buffer, Readable))
                write(json);
            buffer.GetSpan(1)[0] = (byte)'\n';
            buffer.Advance(1);
            hash.AppendData(buffer.WrittenSpan);
            await target.WriteAsync(buffer.WrittenMemory, cancel);
        }
    }

    private static string Select(bool withDetail) => $"""
        SELECT chain, sequence, id, previous, at, actor, kind, commitment, hash{(withDetail ? ", key, detail" : "")}
        FROM audit_records ORDER BY chain, sequence
        """;

    private static AuditRecord Read(DbDataReader reader, bool withDetail) => new()
    {
        Chain = reader.GetInt32(0),
        Sequence = reader.GetInt64(1),
        Id = reader.Id(2),
        Previous = (byte[])reader.GetValue(3),
        At = reader.Instant(4),
        Actor = reader.GetString(5),
        Kind = reader.GetString(6),
        Commitment = (byte[])reader.GetValue(7),
        Hash = (byte[])reader.GetValue(8),
        Key = withDetail ? reader.GetValue(9) as byte[] : null,
        Detail = withDetail ? reader.GetValue(10) as byte[] : null,
    };

    private static void WriteKey(Utf8JsonWriter json, AuditKey known)
    {
        json.WriteString("type", "key");
        json.WriteString("id", known.Id);
        json.WriteBase64String("publicKey", known.PublicKey);
        json.WriteString("addedAt", AuditRecord.Text(known.AddedAt));
        json.WriteString("replaces", known.Replaces);
        json.WriteBase64String("signedByOld", known.SignedByOld);
        json.WriteBase64String("signedByNew", known.SignedByNew);
    }

    private static void WriteRecord(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteString("type", "record");
        json.WriteNumber("chain", record.Chain);
        json.WriteNumber("sequence", record.Sequence);
        json.WriteString("id", record.Id);
        json.WriteString("previous", Convert.ToHexStringLower(record.Previous));
        json.WriteString("at", AuditRecord.Text(record.At));
        json.WriteString("actor", record.Actor);
        json.WriteString("kind", record.Kind);
        json.WriteString("commitment", Convert.ToHexStringLower(record.Commitment));
        json.WriteString("hash", Convert.ToHexStringLower(record.Hash));
        if (record.Key is null || record.Detail is null)
            return;
        json.WriteBase64String("detailKey", record.Key);
        // As text and not as an object: what was committed to are these bytes.
        json.WriteString("detail", record.Detail);
    }
}
