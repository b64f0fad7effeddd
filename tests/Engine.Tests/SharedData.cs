using System.IO.Compression;

namespace Marsad.Engine.Tests;

/// <summary>The publishers' real files, which lie beside the repository and are never part of it.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file below <c>../shared/data</c>; skips the running test where it is absent.</summary>
    public static string Path(string relative)
    {
        var full = System.IO.Path.Combine(Root, "data", relative);
        Assert.SkipUnless(File.Exists(full), $"skipped: ../shared/data/{relative} not present");
        return full;
    }

    /// <summary>Opens a file below <c>../shared/data</c>, unpacked when its name ends in .gz; skips where it is absent.</summary>
    public static Stream Open(string relative)
    {
        var file = File.OpenRead(Path(relative));
        return relative.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The root of the repository: the folder that holds Marsad.slnx.</summary>
    public static string Repository { get; } = FindRepository();

    private static string Root => System.IO.Path.Combine(Repository, "..", "shared");

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Marsad.slnx")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository: no Marsad.slnx above " + AppContext.BaseDirectory);
    }
}
