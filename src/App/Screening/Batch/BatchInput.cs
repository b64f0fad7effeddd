using Marsad.App.Terminal;

namespace Marsad.App.Screening.Batch;

/// <summary>Where the rows of a batch come from: NDJSON or csv, a file or standard input.</summary>
internal abstract class BatchInput : IDisposable
{
    private readonly Stream _raw;

    protected BatchInput(string name, Stream raw) => (Name, _raw) = (name, raw);

    /// <summary>The name of the file, or <c>-</c>.</summary>
    public string Name { get; }

    /// <summary>What was recognized, for people; null when there is nothing to say.</summary>
    public virtual string? Notice => null;

    /// <summary>How much of the file is read, 0 to 1; null when its length is not known.</summary>
    public double? Share => _raw is FileStream { CanSeek: true, Length: > 0 } file ? (double)file.Position / file.Length : null;

    /// <summary>Cuts the rows out of the input; can be enumerated once.</summary>
    public abstract IEnumerable<RawRow> Rows();

    /// <summary>Understands a row; thread-safe.</summary>
    public abstract BatchRow Understand(RawRow raw);

    /// <summary>Opens a batch; what it is, is told by its first byte and not by its name.</summary>
    /// <param name="path">The file, or <c>-</c> for standard input.</param>
    /// <param name="map">From heading to property, for csv; empty to guess.</param>
    /// <param name="here">Standard input.</param>
    /// <exception cref="WrongInputException">There is no such file, or it is in no format that can be read.</exception>
    public static BatchInput Open(string path, IReadOnlyDictionary<string, string> map, Surroundings here)
    {
        var raw = path == "-" ? here.OpenInput() : OpenFile(path);
        var content = new HeadStream(HeadStream.Unpacked(raw));
        if (content.Head.StartsWith("PAR1"u8))
            throw new WrongInputException($"{path} is Parquet, which is not part of this build: export it as csv or NDJSON");
        // An empty file holds no rows, whatever it is called.
        if (content.FirstLetter() is not ('{' or '\0'))
            return new CsvInput(path, raw, content, map);
        return map.Count == 0 ? new NdjsonInput(path, raw, content) : throw new WrongInputException($"--map is for csv; {path} is NDJSON, whose properties have their names");
    }

    public void Dispose()
    {
        _raw.Dispose();
        GC.SuppressFinalize(this);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException(Directory.Exists(path) ? $"{path} is a folder: name a file, or - for standard input" : $"cannot read {path}: {e.Message}", e);
        }
    }
}
