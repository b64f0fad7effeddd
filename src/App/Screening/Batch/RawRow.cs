using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>A row as it was cut out of the input, not yet understood: cutting is done by one thread, understanding by many.</summary>
/// <param name="Number">Its number from 1, the header not counted.</param>
/// <param name="Line">The line it starts on, from 1.</param>
internal sealed record RawRow(long Number, long Line)
{
    /// <summary>The JSON of the row.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The cells of the row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>Why the row cannot even be understood; null when it may be.</summary>
    public string? Fault { get; init; }
}

/// <summary>A row understood: who is to be screened, or what is wrong with it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Who is to be screened; null when the row is bad.</param>
/// <param name="Error">What is wrong; null when nothing is.</param>
internal sealed record BatchRow(RowId Id, Subject? Subject, string? Error)
{
    /// <summary>Values that were left out because they could not be read, for the count on standard error.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Properties that nobody knows, for the count on standard error.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public static BatchRow Bad(RowId id, string error) => new(id, null, error);
}
