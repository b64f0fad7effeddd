using Marsad.App.Terminal;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>How the results of a batch are written; thread-safe.</summary>
internal abstract class BatchFormat
{
    /// <summary>What comes before the first result.</summary>
    public virtual byte[] Head => [];

    /// <summary>Writes the result of a row: whole lines.</summary>
    public abstract byte[] Result(RawRow raw, BatchRow row, IReadOnlyList<Hit> hits);

    /// <summary>The format asked for; by default csv gives csv and NDJSON gives NDJSON.</summary>
    public static BatchFormat For(string? asked, BatchInput input, Screener screener, bool explain) => (asked, input) switch
    {
        ("ndjson", _) or (null, NdjsonInput) => new NdjsonFormat(screener, explain),
        ("csv", _) or (null, _) => new CsvFormat(input as CsvInput, screener, explain),
        ("parquet", _) => throw new WrongInputException("--format parquet is not part of this build: use csv or ndjson"),
        _ => throw new WrongInputException($"--format \"{asked}\": allowed is csv or ndjson"),
    };
}

/// <summary>Results as NDJSON: one line for each row.</summary>
internal sealed class NdjsonFormat(Screener screener, bool explain) : BatchFormat
{
    public override byte[] Result(RawRow raw, BatchRow row, IReadOnlyList<Hit> hits) =>
        row.Error is null ? ScreeningJson.Result(row.Id, screener, row.Subject, hits, explain) : ScreeningJson.Error(row.Id, row.Error);
}
