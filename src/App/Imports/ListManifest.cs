using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>What is known about one version of a list: <c>manifest.json</c> beside its entries, never changed after publishing.</summary>
internal sealed record ListManifest
{
    public required string List { get; init; }

    /// <summary>The label and folder name: the list's date, with <c>.2</c> when that day had other content before.</summary>
    public required string Version { get; init; }

    /// <summary>The date the publisher gives the list; null when the format has none.</summary>
    public DateOnly? ListDate { get; init; }

    public required string Format { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Where the files were fetched from; null when a person handed them in.</summary>
    public string? FetchedFrom { get; init; }

    /// <summary>The publisher's files as they came.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    /// <summary>The SHA-256 of the entries file as stored.</summary>
    public required string EntriesSha256 { get; init; }

    /// <summary>The hash of all entries whatever their order: equal hashes, nothing changed.</summary>
    public required string ContentHash { get; init; }

    public required ListCounts Counts { get; init; }

    /// <summary>How many issues the reader reported; <see cref="Issues"/> holds the first of each kind.</summary>
    public int IssueCount { get; init; }

    public ImmutableArray<ListIssue> Issues { get; init; } = [];

    /// <summary>The failed checks that somebody accepted, and why.</summary>
    public Acceptance? Accepted { get; init; }

    /// <summary>The version of Marsad that read the files: a better reader makes other entries of the same file.</summary>
    public required string ReadBy { get; init; }

    /// <summary>The day the version counts as, for age and <c>--as-of</c>: the list's date, or the day of the import.</summary>
    [JsonIgnore]
    public DateOnly Date => ListDate ?? DateOnly.FromDateTime(ImportedAt.UtcDateTime);
}

/// <summary>A publisher's file as kept.</summary>
/// <param name="Name">The name it came with.</param>
/// <param name="StoredAs">The name below <c>source/</c>: packed with gzip unless it came so.</param>
/// <param name="Size">Its size as it came, in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes as they came.</param>
/// <param name="StoredSha256">The SHA-256 of the stored file.</param>
internal sealed record SourceFile(string Name, string StoredAs, long Size, string Sha256, string StoredSha256);

/// <summary>Why an import that failed checks was published all the same.</summary>
internal sealed record Acceptance(string Reason, ImmutableArray<FailedCheck> Checks);

/// <summary>A check that failed, with what was measured and what is allowed.</summary>
internal sealed record FailedCheck(string Check, string Measured, string Allowed);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>The same on one line, for <c>lists history --json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListManifest))]
internal sealed partial class CompactManifestJson : JsonSerializerContext;
