using System.Text.Json;
using System.Text.Json.Serialization;
using Marsad.App.Imports;
using Marsad.App.Terminal;

namespace Marsad.App.Screening.Batch;

/// <summary>How far a batch has come: written beside the unfinished output, so that a stopped batch can go on.</summary>
/// <param name="Settings">What must be the same for the rest to fit: input, lists, model, tables, policy, format.</param>
/// <param name="Rows">Rows whose results are written.</param>
/// <param name="Bytes">Bytes of output that belong to those rows.</param>
/// <param name="Matches">Rows with a match among them.</param>
/// <param name="Bad">Bad rows among them.</param>
internal sealed record BatchProgress(string Settings, long Rows, long Bytes, long Matches, long Bad);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BatchProgress))]
internal sealed partial class BatchProgressJson : JsonSerializerContext;

/// <summary>A file of results that appears under its name only when it is complete.</summary>
internal sealed class BatchOutput : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    private BatchOutput(string path, FileStream file, BatchProgress progress) => (_path, _file, Progress) = (path, file, progress);

    /// <summary>What was written before.</summary>
    public BatchProgress Progress { get; private set; }

    private static string Unfinished(string path) => path + ".unfinished";

    private static string ProgressOf(string path) => path + ".unfinished.json";

    /// <summary>Begins a file, or goes on with an unfinished one.</summary>
    /// <exception cref="WrongInputException">The unfinished file belongs to another batch, or the folder cannot be written.</exception>
    public static BatchOutput Open(string path, string settings, bool resume)
    {
        var progress = new BatchProgress(settings, 0, 0, 0, 0);
        if (resume && File.Exists(Unfinished(path)) && File.Exists(ProgressOf(path)))
        {
            progress = JsonSerializer.Deserialize(File.ReadAllBytes(ProgressOf(path)), BatchProgressJson.Default.BatchProgress)!;
            if (progress.Settings != settings)
                throw new WrongInputException($"{Unfinished(path)} belongs to another batch (the input, the lists or the policy differ): run again without --resume");
        }
        try
        {
            var file = new FileStream(Unfinished(path), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1 << 16);
            file.SetLength(Math.Min(file.Length, progress.Bytes));
            file.Position = file.Length;
            return new BatchOutput(path, file, progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"cannot write {path}: {e.Message}", e);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => _file.Write(bytes);

    /// <summary>Lets others see what is written, as with <c>tail -f</c>.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Puts what is written on the disk and notes how far it goes.</summary>
    public void Note(long rows, long matches, long bad)
    {
        _file.Flush(flushToDisk: true);
        Progress = Progress with { Rows = rows, Bytes = _file.Position, Matches = matches, Bad = bad };
        DurableFile.Replace(ProgressOf(_path), JsonSerializer.Serialize(Progress, BatchProgressJson.Default.BatchProgress));
    }

    /// <summary>Gives the complete file its name.</summary>
    public void Finish()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(Unfinished(_path), _path, overwrite: true);
        File.Delete(ProgressOf(_path));
    }

    public void Dispose() => _file.Dispose();
}
