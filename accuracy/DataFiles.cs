using System.IO.Compression;

namespace Marsad.Accuracy;

/// <summary>Where the measured files lie: the repository itself and the publishers' real files in <c>../shared</c> beside it.</summary>
internal static class DataFiles
{
    /// <summary>The folder that holds Marsad.slnx.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Where this program keeps what it makes (queries, results); never committed.</summary>
    public static string Cache => Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "accuracy")).FullName;

    /// <summary>The full path of a file or folder below <c>../shared/data</c>, whether it is there or not.</summary>
    public static string Shared(string relative) => Path.Combine(Repository, "..", "shared", "data", relative);

    /// <summary>The full path of a program below <c>../shared/tools</c>.</summary>
    public static string Tool(string name) => Path.Combine(Repository, "..", "shared", "tools", name);

    /// <summary>Opens a file, unpacked when its name ends in .gz.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The lines of a text file that are not blank, each with its number.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Marsad.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? Directory.GetCurrentDirectory();
    }
}
