using System.Text;

namespace Marsad.App.Storage;

/// <summary>Folders and files that are their owner's alone.</summary>
internal static class OwnersFolder
{
    /// <summary>Makes a folder that nobody else may enter; one that is there stays as it is.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a new file that nobody else could ever have read; its name appears when it is whole.</summary>
    /// <returns>False when there is a file of that name already.</returns>
    public static bool TryWriteNew(string file, string text)
    {
        Create(Path.GetDirectoryName(file)!);
        var beside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(beside, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(beside, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
            return false;
        }
    }
}
