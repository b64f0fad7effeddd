using System.Text.Json;
using Marsad.App.Screening.Batch;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>A pair compared.</summary>
internal readonly record struct PairResult(BatchRow Row, byte[] Bytes, bool IsMatch);

/// <summary>Scores a pair that is given as JSON: a is asked about, b is listed.</summary>
internal static class PairComparison
{
    private const double Threshold = 0.5;

    public static PairResult Compare(RawRow raw, bool explain)
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

}
