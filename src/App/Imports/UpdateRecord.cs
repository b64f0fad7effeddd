using System.Text.Json;
using System.Text.Json.Serialization;

namespace Marsad.App.Imports;

/// <summary>What is remembered between two updates of a list: the publisher's validators, and the last failure.</summary>
internal sealed record UpdateRecord
{
    private const string Name = "update.json";

    public DateTimeOffset? LastTry { get; init; }

    /// <summary>What went wrong at the last try; null when it went well.</summary>
    public string? LastError { get; init; }

    /// <summary>The version that the last successful update gave.</summary>
    public string? Version { get; init; }

    /// <summary>The validators of each file, by address.</summary>
    public Dictionary<string, Validators> Files { get; init; } = [];

    public static UpdateRecord Of(ListStore store, string id)
    {
        var file = Path.Combine(store.FolderOf(id), Name);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), UpdateRecordJson.Default.UpdateRecord) ?? new() : new();
        }
        catch (JsonException)
        {
            // Only a memory aid: without it the next update fetches everything again.
            return new();
        }
    }

    public void Save(ListStore store, string id)
    {
        Directory.CreateDirectory(store.FolderOf(id));
        DurableFile.Replace(Path.Combine(store.FolderOf(id), Name), JsonSerializer.Serialize(this, UpdateRecordJson.Default.UpdateRecord));
    }
}

/// <summary>What a publisher's server said about a file, to ask next time only whether it changed.</summary>
internal sealed record Validators(string? ETag, DateTimeOffset? LastModified, string Sha256);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpdateRecord))]
internal sealed partial class UpdateRecordJson : JsonSerializerContext;
