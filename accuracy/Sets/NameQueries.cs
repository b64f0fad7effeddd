using System.Collections.Immutable;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using static Marsad.Accuracy.Figure;

namespace Marsad.Accuracy.Sets;

/// <summary>Queries of a name alone against a list: what <c>misspelt</c> and <c>originals</c> share.</summary>
internal static class NameQueries
{
    /// <summary>A query of a name and a kind of party.</summary>
    public static ScreeningQuery Query(string id, string name, EntrySchema schema, IEnumerable<string> right, string @class) => new(
        id,
        new Subject { Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] },
        right.ToImmutableHashSet(StringComparer.Ordinal), @class, "", "", "", null);

    /// <summary>The kind of party a publisher's word stands for.</summary>
    public static EntrySchema SchemaOf(string word) => word switch
    {
        "individual" => EntrySchema.Person,
        "vessel" => EntrySchema.Vessel,
        "aircraft" => EntrySchema.Airplane,
        _ => EntrySchema.Organization,
    };

    /// <summary>Prints the figures of the whole and of each class, and the queries whose right entry was not first.</summary>
    public static void Print(string title, Watchlist list, ScreeningRun run, double threshold, int errors)
    {
        Console.WriteLine($"== {title}, {run.ScreensPerSecond:F0} screens/s");
        Console.WriteLine($"by class                 n     top1    top10 at {threshold:F2}");
        foreach (var (name, part) in run.Screened.GroupBy(q => q.Query.Class).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<ScreenedQuery>)[.. g])).Append(("all", run.Screened)))
        {
            var f = ScreeningFigures.Measure(part, threshold);
            Console.WriteLine($"  {name,-18} {part.Count,6} {Show(f.Recall1),8} {Show(f.Recall10),8} {Show(f.RecallAtThreshold),8}");
        }
        ScreenErrors.Print(list, run, run with { Screened = [] }, threshold, errors);
    }
}
