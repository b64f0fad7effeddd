using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Screening;

/// <summary>Prints the worst misses of each class and the worst false alarms, with the evidence of both sides.</summary>
internal static class ScreenErrors
{
    private static readonly ScreeningOptions Explained = new() { Explain = true };

    public static void Print(Watchlist list, ScreeningRun given, ScreeningRun nameOnly, double threshold, int count)
    {
        if (count == 0)
            return;
        foreach (var group in given.Screened.Where(q => q.Query.IsPositive).GroupBy(q => q.Query.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var missed = group.Where(q => q.Rank != 1 || q.RightScore < threshold).OrderBy(q => q.RightScore ?? -1).ThenBy(q => q.Query.Id, StringComparer.Ordinal).ToList();
            Console.WriteLine($"worst misses of {group.Key}: {Math.Min(count, missed.Count)} of {missed.Count} not first or below {threshold:F2}");
            foreach (var query in missed.Take(count))
                PrintMiss(list, query);
        }
        PrintAlarms(list, "as given", given.Screened, threshold, count);
        PrintAlarms(list, "name only", nameOnly.Screened, threshold, count);
    }

    private static void PrintMiss(Watchlist list, ScreenedQuery query)
    {
        Console.WriteLine($"  {Shown(query.Query)}  rank {query.Rank?.ToString() ?? "-"}");
        var wanted = query.Query.Right.Select(id => list.Against(query.Query.Subject, id, Explained)).OfType<Hit>()
            .MaxBy(h => h.Comparison.WeightBits);
        PrintHit("want", wanted, string.Join(' ', query.Query.Right.Take(3)));
        if (query.Rank != 1 && query.Hits.Count > 0)
            PrintHit("got", list.Against(query.Query.Subject, query.Hits[0].Entry, Explained), query.Hits[0].Entry);
    }

    /// <summary>Prints the false alarms that score highest.</summary>
    public static void PrintAlarms(Watchlist list, string title, IReadOnlyList<ScreenedQuery> screened, double threshold, int count)
    {
        var alarms = screened.Where(q => !q.Query.IsPositive && q.TopScore >= threshold)
            .OrderByDescending(q => q.TopScore).ThenBy(q => q.Query.Id, StringComparer.Ordinal).ToList();
        Console.WriteLine($"worst false alarms {title}: {Math.Min(count, alarms.Count)} of {alarms.Count}");
        foreach (var query in alarms.Take(count))
        {
            Console.WriteLine($"  {Shown(query.Query)}");
            PrintHit("got", list.Against(query.Query.Subject, query.Hits[0].Entry, Explained), query.Hits[0].Entry);
        }
    }

    private static void PrintHit(string title, Hit? hit, string ids)
    {
        if (hit is null)
        {
            Console.WriteLine($"    {title} {ids}: not on the loaded lists");
            return;
        }
        Console.WriteLine($"    {title} {hit.Entry.Id} {hit.Entry.Schema} {hit.Entry.Caption}  {string.Join(' ', hit.Entry.Dates.Take(3).Select(d => d.Value))} {Codes(hit.Entry.Countries)}");
        foreach (var line in EvidenceLine.Of(hit.Comparison))
            Console.WriteLine("      " + line);
    }

    private static string Shown(ScreeningQuery query) =>
        $"{query.Id} {query.Origin} {query.Subject.Schema} “{query.Subject.Names.FirstOrDefault()?.Text}”  {string.Join(' ', query.Subject.BirthDates)} {Codes(query.Subject.Countries)}";

    private static string Codes(IEnumerable<ListCountry> countries) => string.Join(',', countries.Select(c => c.Code ?? c.Text).Distinct());
}
