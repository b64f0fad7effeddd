using System.IO.Compression;
using System.Reflection;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Imports;

/// <summary>The lists that ship with Marsad, so that a fresh machine without a network can screen. They are old and say so.</summary>
internal static class StarterLists
{
    private const string Prefix = "starter/";
    private const string Suffix = ".ndjson.br";

    /// <summary>The ids of the lists that ship.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Which version of a list ships; null when none does.</summary>
    public static NkHeader? Header(string id)
    {
        if (!Ids.Contains(id))
            return null;
        using var content = new BrotliStream(Open(id), CompressionMode.Decompress);
        return NkReader.ReadHeader(content) ?? throw new InvalidDataException($"The starter list {id} has no header");
    }

    public static IEnumerable<ListEntry> Entries(string id) => StoredEntries.Read(id, Open(id), "starter " + id);

    public static LoadedList Load(string id, NkHeader header) =>
        new(id, header.Version ?? "starter", header.Date ?? DateOnly.MinValue, IsStarter: true, Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N"), () => Entries(id));

    private static Stream Open(string id) => Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + id + Suffix)!;
}
