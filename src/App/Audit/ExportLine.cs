using System.Globalization;
using System.Text.Json;

namespace Marsad.App.Audit;

/// <summary>A line of an export, read strictly: whatever is missing or of another kind is a <see cref="FormatException"/>.</summary>
internal readonly struct ExportLine(JsonElement json)
{
    public string Type => Text("type");

    /// <summary>Reads a line.</summary>
    public static ExportLine Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ExportLine(document.RootElement.Clone())
                : throw new FormatException("not an object");
        }
        catch (JsonException e)
        {
            throw new FormatException("not JSON", e);
        }
    }

    public bool Has(string name) => json.TryGetProperty(name, out _);

    public string Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new FormatException($"no \"{name}\"");

    public long Number(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
        ? number
        : throw new FormatException($"no \"{name}\"");

    public byte[] Hex(string name) => Convert.FromHexString(Text(name));

    public byte[] Base64(string name) => Convert.FromBase64String(Text(name));

    public Guid Id(string name) => Guid.Parse(Text(name));

    public DateTimeOffset At(string name) => DateTimeOffset.Parse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public AuditRecord Record() => new()
    {
        Chain = checked((int)Number("chain")),
        Sequence = Number("sequence"),
        Id = Id("id"),
        Previous = Hex("previous"),
        At = At("at"),
        Actor = Text("actor"),
        Kind = Text("kind"),
        Commitment = Hex("commitment"),
        Hash = Hex("hash"),
        Key = Has("detailKey") ? Base64("detailKey") : null,
        Detail = Has("detail") ? System.Text.Encoding.UTF8.GetBytes(Text("detail")) : null,
    };

    public Checkpoint Checkpoint() => new()
    {
        Number = Number("number"),
        At = At("at"),
        Previous = Hex("previous"),
        Heads = Audit.Checkpoint.ReadHeads(Text("heads")),
        KeyId = Text("key"),
        Signature = Base64("signature"),
    };

    public AuditKey Key() =>
        new(Text("id"), Base64("publicKey"), At("addedAt"), Text("replaces"), Base64("signedByOld"), Base64("signedByNew"));
}
