using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>What a batch is asked to do.</summary>
internal sealed record BatchRequest(string Path, IReadOnlyDictionary<string, string> Map, string? Format, string? Out, int Jobs, bool IsResumed, bool IsExplained);

/// <summary>Screens a stream of rows: results in the order of the rows, each bad row answered in its place, memory bounded.</summary>
internal sealed class BatchScreening(Surroundings here, Screener screener, BatchRequest request)
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromSeconds(1);
    private readonly RowCounts _counts = new();

    /// <summary>Runs the batch and answers its exit code.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        using var input = BatchInput.Open(request.Path, request.Map, here);
        var format = BatchFormat.For(request.Format, input, screener, request.IsExplained);
        if (input.Notice is { } notice)
            Failures.Say(here, notice, ExitCode.Nothing);
        using var output = request.Out is { } path ? BatchOutput.Open(path, Settings(), request.IsResumed) : null;
        using var standard = output is null ? new ByteOutput(here.Output) : null;
        using var store = Store.Open(here);
        await using var audit = Auditor.OpenBriefly(store, here.Clock);
        var done = output?.Progress.Rows ?? 0;
        if (done > 0)
            Failures.Say(here, $"going on after row {done}", ExitCode.Nothing);
        _counts.GoOnFrom(output?.Progress);

        try
        {
            if (done == 0)
                Write(format.Head);
            await Work(input, format, done, audit, Write, Flush, () => Note(output), cancel);
        }
        finally
        {
            // A batch that is stopped keeps what it has: --resume goes on from here.
            Note(output);
            Flush();
        }
        output?.Finish();
        _counts.Report(here);
        return _counts.ExitCode;

        void Write(ReadOnlySpan<byte> bytes)
        {
            output?.Write(bytes);
            standard?.Write(bytes);
        }

        void Flush()
        {
            output?.Flush();
            standard?.Flush();
        }
    }

    private delegate void Writing(ReadOnlySpan<byte> bytes);

    private async Task Work(
        BatchInput input, BatchFormat format, long done, Auditor audit, Writing write, Action flush, Action note, CancellationToken cancel)
    {
        using var bar = new ProgressLine(here);
        var rows = new SealedRows(audit, AuditCommands.ActorOf(here), screener, request.Path, "", result =>
        {
            write(result.Bytes);
            _counts.Add(result.Row, result.Hits.Any(h => h.IsMatch));
            bar.Show(_counts.Rows, input.Share);
        });
        var noted = here.Clock.GetTimestamp();
        await OrderedWork.Run(
            input.Rows().Where(r => r.Number > done).ToAsyncEnumerable(),
            request.Jobs,
            raw => ScreenRow(input, format, raw),
            async result =>
            {
                await rows.Add(result);
                if (here.Clock.GetElapsedTime(noted) < NoteEvery)
                    return;
                note();
                noted = here.Clock.GetTimestamp();
            },
            async () =>
            {
                await rows.Seal();
                flush();
            },
            cancel);
        await rows.Seal();
    }

    private RowResult ScreenRow(BatchInput input, BatchFormat format, RawRow raw)
    {
        var row = input.Understand(raw);
        IReadOnlyList<Hit> hits = row.Subject is null ? [] : screener.Screen(row.Subject);
        return new RowResult(raw.Number, row, format.Result(raw, row, hits), hits);
    }

    private void Note(BatchOutput? output) => output?.Note(_counts.Rows, _counts.Matches, _counts.Bad);

    /// <summary>A hash of all that decides a result, so that two halves of a file never come from different lists or policies.</summary>
    private string Settings()
    {
        var file = request.Path == "-" ? null : new FileInfo(request.Path);
        var settings = string.Join('\n',
            [
                Path.GetFullPath(request.Path), file is { Exists: true } ? file.Length.ToString(CultureInfo.InvariantCulture) : "",
                .. screener.Lists.Select(l => $"{l.Id}@{l.Version}"), screener.Model.Name, screener.Model.TablesHash, screener.Profile.Fingerprint,
                .. request.Map.Select(m => $"{m.Key}={m.Value}"), request.Format ?? "", request.IsExplained ? "explained" : "",
            ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)));
    }
}
