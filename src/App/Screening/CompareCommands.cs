using System.CommandLine;
using System.Text.Json;
using Marsad.App.Screening.Batch;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>The verb <c>compare</c>: scores given pairs; no list is needed.</summary>
internal sealed class CompareCommands
{
    private const double Threshold = 0.5;

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
            pairs.Rows(),
            Environment.ProcessorCount,
            raw => Compare(raw, explain),
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

    private static PairResult Compare(RawRow raw, bool explain)
    {
        return NdjsonInput.Parse(raw, Read, Bad);

        PairResult Read(RowId id, JsonElement record)
        {
            if (Side(record, "a", out var a) is { } wrongA)
                return Bad(id, wrongA);
            if (Side(record, "b", out var b) is { } wrongB)
                return Bad(id, wrongB);
            var schema = record.TryGetProperty("schema", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : "LegalEntity";
            List<ListIssue>? issues = null;
            var query = RowSubject.From(id, FtmProperties.Read(a, "a", schema, Note), hasSchema: true, issues);
            var listed = FtmProperties.Read(b, "b", schema, Note);
            if (query.Subject is null)
                return Bad(id, "a: " + query.Error);
            if (RowSubject.From(id, listed, hasSchema: true, issues) is { Error: { } wrong })
                return Bad(id, "b: " + wrong);
            var comparison = ScoringModel.V1.Compare(query.Subject, listed, explain);
            var isMatch = comparison.Probability >= Threshold;
            return new PairResult(RowSubject.From(id, listed, hasSchema: true, issues), ScreeningJson.Result(id, comparison, isMatch, explain), isMatch);

            void Note(ListIssue issue) => (issues ??= []).Add(issue);
        }

        static PairResult Bad(RowId id, string error) => new(BatchRow.Bad(id, error), ScreeningJson.Error(id, error), false);
    }

    private static string? Side(JsonElement record, string side, out JsonElement party) =>
        record.TryGetProperty(side, out party) && party.ValueKind == JsonValueKind.Object ? null : $"\"{side}\" is missing or not an object of properties";

    private readonly record struct PairResult(BatchRow Row, byte[] Bytes, bool IsMatch);
}
