using System.Diagnostics;
using Marsad.App.Terminal;

namespace Marsad.App.Imports;

/// <summary>One process at a time changes a list. Readers need no lock: what they open never changes.</summary>
/// <remarks>The operating system drops the lock when its holder dies, so a crash leaves nothing to clean but staging folders.</remarks>
internal sealed class ListLock : IDisposable
{
    private readonly FileStream _file;

    private ListLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting a while for another import of the list to end.</summary>
    /// <exception cref="WrongInputException">Another process holds it for longer than the patience.</exception>
    public static ListLock Take(string listsFolder, string id, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (Try(listsFolder, id) is { } taken)
                return taken;
            if (waited.Elapsed >= patience)
                throw new WrongInputException($"another import of the list {id} is running in {listsFolder}");
            Thread.Sleep(20);
        }
    }

    /// <summary>Takes the lock if nobody has it.</summary>
    public static ListLock? Try(string listsFolder, string id)
    {
        var folder = Path.Combine(listsFolder, ".locks");
        Directory.CreateDirectory(folder);
        try
        {
            return new ListLock(new FileStream(Path.Combine(folder, id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
