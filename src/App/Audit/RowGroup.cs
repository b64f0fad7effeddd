using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Marsad.App.Storage;

namespace Marsad.App.Audit;

/// <summary>Up to a thousand rows of a batch that become one record: its particulars hold the root of a hash tree over them.</summary>
/// <remarks>A leaf is the commitment to what was answered, an HMAC under a key of the row's own, so that one row can be erased, and any
/// row be proved to have been answered just so. What was asked and answered is stored for the rows that hit somebody.</remarks>
internal sealed class RowGroup
{
    public const int Most = 1000;
    public const int KeyLength = 16;

    private readonly List<byte[]> _keys = new(Most);
    private readonly List<byte[]> _commitments = new(Most);
    private readonly List<(int Row, byte[] Content)> _contents = [];

    /// <summary>The record that the group becomes.</summary>
    public Guid RecordId { get; private set; } = Guid.CreateVersion7();

    public int Count => _commitments.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="answer">What was answered.</param>
    /// <param name="content">What is to be stored of it, asked and answered; null for nothing.</param>
    public void Add(ReadOnlySpan<byte> answer, byte[]? content)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        if (content is not null)
            _contents.Add((Count, content));
        _keys.Add(key);
        _commitments.Add(Commit(key, answer));
    }

    /// <summary>What the tree holds of an answer.</summary>
    public static byte[] Commit(byte[] key, ReadOnlySpan<byte> answer) => HMACSHA256.HashData(key, answer);

    /// <summary>Puts the group into the chain and begins the next one.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="what">The event, whose particulars the count and the root are added to.</param>
    /// <param name="detail">The other particulars.</param>
    /// <param name="about">Whom the rows are about.</param>
    /// <param name="also">What else the transaction stores; null for nothing.</param>
    public async Task<AuditRecord> Seal(
        Auditor audit, AuditEvent what, Action<Utf8JsonWriter> detail, IEnumerable<string> about, Action<DbTransaction>? also = null)
    {
        var root = MerkleTree.Root(_commitments.ToArray());
        var count = Count;
        what = what with { Id = RecordId };
        var record = await audit.Seal(what.With(json =>
        {
            detail(json);
            json.WriteNumber("count", count);
            json.WriteString("root", Convert.ToHexStringLower(root));
        }).Concerning([.. about]), transaction =>
        {
            Store(transaction);
            also?.Invoke(transaction);
        });
        RecordId = Guid.CreateVersion7();
        _keys.Clear();
        _commitments.Clear();
        _contents.Clear();
        return record;
    }

    private void Store(DbTransaction transaction)
    {
        using var rows = transaction.Command(
            "INSERT INTO audit_rows (record_id, keys, commitments) VALUES (@id, @keys, @commitments)",
            ("@id", RecordId), ("@keys", _keys.SelectMany(k => k).ToArray()), ("@commitments", _commitments.SelectMany(c => c).ToArray()));
        rows.ExecuteNonQuery();
        using var contents = new Statement(transaction, "INSERT INTO audit_row_contents (record_id, row, content) VALUES (@p0, @p1, @p2)");
        foreach (var (row, content) in _contents)
            contents.Add(RecordId, row, content);
        contents.Send();
    }
}
