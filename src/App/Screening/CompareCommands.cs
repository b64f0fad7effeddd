using System.CommandLine;
using Marsad.App.Screening.Batch;
using Marsad.App.Terminal;

namespace Marsad.App.Screening;

/// <summary>The verb <c>compare</c>: scores given pairs; no list is needed.</summary>
internal sealed class CompareCommands
{
    private readonly Option<string> _pairs = new("--pairs") { Description = "NDJSON, one pair a line: {\"id\":…,\"schema\":…,\"a\":{…},\"b\":{…}}", HelpName = "FILE|-", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The file of results, which appears when it is complete", HelpName = "FILE" };
    private readonly Option<bool> _explain = new("--explain") { Description = "Add each piece of evidence with its bits" };
    private readonly RowCounts _counts = new();

    public static Command Create(Surroundings here)
    {
        var compare = new CompareCommands();
        var verb = new Verb(here, "compare", "How likely the two parties of each given pair are one", "marsad compare --pairs pairs.ndjson --explain");
        foreach (var option in (Option[])[compare._pairs, compare._out, compare._explain])
            verb.Add(option);
        verb.Does(compare.Run);
        return verb;
    }

    private async Task<int> Run(ParseResult parse, Surroundings here, CancellationToken cancel)
    {
        var explain = parse.GetValue(_explain);
        using var input = BatchInput.Open(parse.GetValue(_pairs)!, new Dictionary<string, string>(), here);
        if (input is not NdjsonInput pairs)
            throw new WrongInputException($"{input.Name} is not NDJSON: a pair is a line such as {{\"id\":\"1\",\"a\":{{\"name\":[\"…\"]}},\"b\":{{\"name\":[\"…\"]}}}}");
        using var output = parse.GetValue(_out) is { } path ? BatchOutput.Open(path, "", resume: false) : null;
        var standard = new ByteOutput(here.Output);
        using var bar = new ProgressLine(here);
        await OrderedWork.Run(
            pairs.Rows().ToAsyncEnumerable(),
            Environment.ProcessorCount,
            raw => PairComparison.Compare(raw, explain),
            result =>
            {
                if (output is null)
                    standard.Write(result.Bytes);
                else
                    output.Write(result.Bytes);
                _counts.Add(result.Row, result.IsMatch);
                bar.Show(_counts.Rows, input.Share);
                return default;
            },
            () =>
            {
                standard.Flush();
                return default;
            },
            cancel);
        standard.Flush();
        output?.Finish();
        bar.Dispose();
        _counts.Report(here);
        return _counts.ExitCode;
    }
}
