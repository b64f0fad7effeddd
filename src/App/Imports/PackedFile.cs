using System.IO.Compression;

namespace Marsad.App.Imports;

/// <summary>Files of lists that may be packed: the end of the name says how.</summary>
internal static class PackedFile
{
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return Ending(path) switch
        {
            ".BR" => new BrotliStream(file, CompressionMode.Decompress),
            ".GZ" => new GZipStream(file, CompressionMode.Decompress),
            _ => file,
        };
    }

    public static Stream Create(string path)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        return Ending(path) switch
        {
            ".BR" => new BrotliStream(file, CompressionLevel.SmallestSize),
            ".GZ" => new GZipStream(file, CompressionLevel.SmallestSize),
            _ => file,
        };
    }

    /// <summary>The name without the ending that tells the packing.</summary>
    public static string Unpacked(string name) => Ending(name) is ".GZ" or ".BR" ? Path.GetFileNameWithoutExtension(name) : name;

    private static string Ending(string path) => Path.GetExtension(path).ToUpperInvariant();
}
