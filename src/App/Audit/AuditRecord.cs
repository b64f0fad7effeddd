using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.App.Audit;

/// <summary>A link of an audit chain.</summary>
/// <remarks>
/// The hash covers, as lines of UTF-8, each ended by a line feed: the format's name, the installation's id, chain, sequence, the previous
/// link's hash, time, actor, kind and commitment. Anybody can compute it with a shell. The commitment is an HMAC of the record's id and
/// particulars under a random key that is kept, and erased, with the particulars: without the key it tells nothing, not even to
/// somebody who guesses right.
/// </remarks>
internal sealed record AuditRecord
{
    public const string Format = "marsad-audit-record/1";
    public const int KeyLength = 32;

    /// <summary>What the first link of a chain follows.</summary>
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public required Guid Id { get; init; }
    public required int Chain { get; init; }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Sequence { get; init; }

    public required byte[] Previous { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Kind { get; init; }
    public required byte[] Commitment { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The key of the commitment; null once erased.</summary>
    public byte[]? Key { get; init; }

    /// <summary>The particulars as they were committed to; null once erased.</summary>
    public byte[]? Detail { get; init; }

    /// <summary>The link that an event becomes at the end of a chain.</summary>
    public static AuditRecord After(ChainHead head, AuditEvent what, Guid installation)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var detail = what.Detail.ToArray();
        // A clock that is set back must not make the chain look rewritten.
        var at = what.At < head.At ? head.At : what.At;
        var record = new AuditRecord
        {
            Id = what.Id,
            Chain = head.Chain,
            Sequence = head.Sequence + 1,
            Previous = head.Hash,
            At = at,
            Actor = what.Actor,
            Kind = what.Kind,
            Commitment = Commit(key, what.Id, detail),
            Hash = [],
            Key = key,
            Detail = detail,
        };
        return record with { Hash = record.ComputeHash(installation) };
    }

    /// <summary>What the chain holds of particulars.</summary>
    public static byte[] Commit(byte[] key, Guid id, byte[] detail)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(id.ToByteArray(bigEndian: true));
        hmac.AppendData(detail);
        return hmac.GetHashAndReset();
    }

    /// <summary>The hash that the link has to have.</summary>
    public byte[] ComputeHash(Guid installation) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{Format}\n{installation}\n{Chain}\n{Sequence}\n{Convert.ToHexStringLower(Previous)}\n{Text(At)}\n{Actor}\n{Kind}\n{Convert.ToHexStringLower(Commitment)}\n")));

    /// <summary>An instant in the audit: UTC, six digits of a second.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The last link of a chain.</summary>
internal sealed record ChainHead(int Chain, long Sequence, byte[] Hash, DateTimeOffset At)
{
    /// <summary>The head of a chain without links.</summary>
    public static ChainHead Empty(int chain) => new(chain, 0, AuditRecord.Beginning, DateTimeOffset.UnixEpoch);

    /// <summary>The head when a link has been added.</summary>
    public static ChainHead Of(AuditRecord record) => new(record.Chain, record.Sequence, record.Hash, record.At);
}
