using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Marsad.App.Audit;

/// <summary>The end of every chain at one moment, signed: what was in a chain then cannot be changed, cut or forked unnoticed.</summary>
/// <remarks>The signature is over <see cref="Text"/>, lines of UTF-8; a checkpoint names the hash of the one before it.</remarks>
internal sealed record Checkpoint
{
    public const string Format = "marsad-audit-checkpoint/1";

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of the text of the checkpoint before.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>Chain, sequence and hash of each chain's last link.</summary>
    public required ImmutableArray<(int Chain, long Sequence, byte[] Hash)> Heads { get; init; }

    public string KeyId { get; init; } = "";
    public byte[] Signature { get; init; } = [];

    /// <summary>The heads as they are stored and signed: a line each.</summary>
    public string HeadLines => LinesOf(Heads);

    /// <summary>What is signed.</summary>
    public string Text(Guid installation) => string.Create(CultureInfo.InvariantCulture,
        $"{Format}\n{installation}\n{Number}\n{Convert.ToHexStringLower(Previous)}\n{AuditRecord.Text(At)}\n{HeadLines}");

    /// <summary>The hash that the next checkpoint names.</summary>
    public byte[] Hash(Guid installation) => SHA256.HashData(Encoding.UTF8.GetBytes(Text(installation)));

    /// <summary>The checkpoint, signed.</summary>
    public Checkpoint SignedBy(SigningKey key, Guid installation) => this with { KeyId = key.Id, Signature = key.Sign(Text(installation)) };

    /// <summary>Heads, a line each.</summary>
    public static string LinesOf(IEnumerable<(int Chain, long Sequence, byte[] Hash)> heads) =>
        string.Concat(heads.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Chain} {h.Sequence} {Convert.ToHexStringLower(h.Hash)}\n")));

    /// <summary>Reads lines of heads.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static ImmutableArray<(int Chain, long Sequence, byte[] Hash)> ReadHeads(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ') is [var chain, var sequence, var hash]
            ? (int.Parse(chain, CultureInfo.InvariantCulture), long.Parse(sequence, CultureInfo.InvariantCulture), Convert.FromHexString(hash))
            : throw new FormatException("no line of a head")),
    ];

    /// <summary>The checkpoint as a line of an export, also of the file outside.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "checkpoint");
        json.WriteNumber("number", Number);
        json.WriteString("previous", Convert.ToHexStringLower(Previous));
        json.WriteString("at", AuditRecord.Text(At));
        json.WriteString("heads", HeadLines);
        json.WriteString("key", KeyId);
        json.WriteBase64String("signature", Signature);
        json.WriteEndObject();
    }
}
