using System.Diagnostics;
using System.Text.Json;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Screening;

/// <summary>Queries put to a watchlist.</summary>
/// <param name="Screened">The results, in the order of the queries.</param>
/// <param name="ScreensPerSecond">How fast, over all threads.</param>
internal sealed record ScreeningRun(IReadOnlyList<ScreenedQuery> Screened, double ScreensPerSecond)
{
    /// <summary>Screens all queries. The threshold is put low, so that every higher one can be read from the same run.</summary>
    /// <param name="list">The watchlist.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="floor">The probability below which nothing is returned.</param>
    /// <param name="threads">How many threads screen.</param>
    public static ScreeningRun Of(Watchlist list, IReadOnlyList<ScreeningQuery> queries, double floor, int threads)
    {
        var options = new ScreeningOptions { Threshold = floor, Limit = 10 };
        var screened = new ScreenedQuery[queries.Count];
        var clock = Stopwatch.StartNew();
        Parallel.For(0, queries.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var query = queries[i];
            var hits = list.Screen(query.Subject, options);
            screened[i] = new ScreenedQuery(query, [.. hits.Select(h =>
                new Found(h.Entry.Id, h.Comparison.Probability, h.Comparison.WeightBits, query.Right.Contains(h.Entry.Id)))]);
        });
        return new ScreeningRun(screened, queries.Count / Math.Max(clock.Elapsed.TotalSeconds, 1e-9));
    }

    /// <summary>Writes the results as lines that <c>score_screening.py</c> reads.</summary>
    public void Write(string path, double threshold)
    {
        using var writer = new StreamWriter(path);
        foreach (var query in Screened)
        {
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = query.Query.Id,
                threshold,
                hits = query.Hits.Select(h => new { entry = h.Entry, match = h.Probability >= threshold, probability = h.Probability, weightBits = h.WeightBits }),
            }));
        }
    }
}
