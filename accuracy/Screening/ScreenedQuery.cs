namespace Marsad.Accuracy.Screening;

/// <summary>An entry that a screening returned.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="WeightBits">Its bits.</param>
/// <param name="IsRight">It is one of the right answers.</param>
internal readonly record struct Found(string Entry, double Probability, double WeightBits, bool IsRight);

/// <summary>A query and what its screening returned, the best first.</summary>
internal sealed record ScreenedQuery(ScreeningQuery Query, IReadOnlyList<Found> Hits)
{
    /// <summary>The place of the first right entry, from 1; null when none was returned.</summary>
    public int? Rank { get; } = Hits.Select((h, i) => h.IsRight ? i + 1 : (int?)null).FirstOrDefault(r => r is not null);

    /// <summary>The highest probability of a right entry; null when none was returned.</summary>
    public double? RightScore { get; } = Hits.Any(h => h.IsRight) ? Hits.Where(h => h.IsRight).Max(h => h.Probability) : null;

    /// <summary>The highest probability of all; null when nothing was returned.</summary>
    public double? TopScore { get; } = Hits.Count > 0 ? Hits.Max(h => h.Probability) : null;

    /// <summary>The hits at or above a threshold.</summary>
    public IEnumerable<Found> Alerts(double threshold) => Hits.Where(h => h.Probability >= threshold);
}
