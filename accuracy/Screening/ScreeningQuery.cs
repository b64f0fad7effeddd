using System.Collections.Immutable;
using System.Text.Json;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Screening;

/// <summary>A query with its right answers.</summary>
/// <param name="Id">The id that joins query, answer and result.</param>
/// <param name="Subject">Who is screened.</param>
/// <param name="Right">The acceptable entries, any of them is right; empty for a person who is on no list.</param>
/// <param name="Class">How the listed name was altered, or <c>negative</c>.</param>
/// <param name="Script">The script of the query's name.</param>
/// <param name="List">The list the name came from; empty for negatives.</param>
/// <param name="Origin">The crude origin of a negative's name; empty for the others.</param>
/// <param name="HasCommonToken">A negative's name holds a word that is common on the lists; null for the others.</param>
internal sealed record ScreeningQuery(
    string Id, Subject Subject, IReadOnlySet<string> Right, string Class, string Script, string List, string Origin, bool? HasCommonToken)
{
    /// <summary>True when the query names somebody listed.</summary>
    public bool IsPositive => Right.Count > 0;

    /// <summary>The same query with the name alone.</summary>
    public ScreeningQuery NameOnly() => this with
    {
        Subject = new Subject
        {
            Schema = Subject.Schema,
            Names = [.. Subject.Names.Take(1).Select(n => n with { Parts = [] })],
        },
    };

    /// <summary>Reads queries and their answers, in the order of the queries.</summary>
    public static IReadOnlyList<ScreeningQuery> ReadAll(QuerySet set)
    {
        var truth = new Dictionary<string, JsonElement>();
        foreach (var (_, text) in DataFiles.Lines(set.Truth))
        {
            using var line = JsonDocument.Parse(text);
            truth.Add(line.RootElement.GetProperty("id").GetString()!, line.RootElement.Clone());
        }
        return [.. DataFiles.Lines(set.Queries).Select(line => Read(line.Text, truth))];
    }

    private static ScreeningQuery Read(string text, Dictionary<string, JsonElement> truth)
    {
        using var line = JsonDocument.Parse(text);
        var id = line.RootElement.GetProperty("id").GetString()!;
        var answer = truth[id];
        return new ScreeningQuery(
            id,
            Subject.From(Party.Read("query:" + id, line.RootElement, null)),
            Party.Values(answer, "entries").ToHashSet(StringComparer.Ordinal),
            Party.Text(answer, "class") ?? "",
            Party.Text(answer, "script") ?? "none",
            Party.Text(answer, "list") ?? "",
            Party.Text(answer, "origin") ?? "",
            answer.TryGetProperty("commonToken", out var common) ? common.ValueKind == JsonValueKind.True : null);
    }
}
