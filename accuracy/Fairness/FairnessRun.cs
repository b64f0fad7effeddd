using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Fairness;

/// <summary>Who is alarmed on and who is found, by the origin and the script of the name; beside it plain Jaro-Winkler.</summary>
/// <param name="Public">People who are on no list; the last set is the others together.</param>
/// <param name="Listed">Queries of listed people, screened, and how alike Jaro-Winkler thinks each to its right entry.</param>
/// <param name="OriginOf">The origin of a listed person: that of the first country known of the right entry.</param>
internal sealed record FairnessRun(
    IReadOnlyList<PublicSet> Public, IReadOnlyList<(ScreenedQuery Query, double JaroWinkler)> Listed, Func<ScreenedQuery, string> OriginOf)
{
    /// <summary>The negatives of the shared programs, of whom as many of each origin are taken as are asked for.</summary>
    private const int Pool = 50_000;

    /// <summary>Screens the people of both sets, as given and with the name alone.</summary>
    /// <param name="watchlist">The prepared lists.</param>
    /// <param name="entries">Their entries.</param>
    /// <param name="listed">The screened queries of listed names.</param>
    /// <param name="seed">The seed of the people.</param>
    /// <param name="perOrigin">How many people of each origin.</param>
    public static FairnessRun Of(Watchlist watchlist, IReadOnlyList<ListEntry> entries, IEnumerable<ScreenedQuery> listed, int seed, int perOrigin)
    {
        var set = QuerySet.Make(new QuerySet.Request(seed, 0, Pool, null));
        var names = new Populations();
        var commonTokens = DataFiles.Lines(set.CommonTokens).Select(l => l.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        var pooled = ScreeningQuery.ReadAll(set).GroupBy(q => q.Origin).SelectMany(g => g.Take(perOrigin)).ToList();
        var jaroWinkler = new JaroWinklerList(entries);
        var countries = entries.ToDictionary(e => e.Id, e => e.Countries.Select(c => names.OriginOf(c.Code)).FirstOrDefault(o => o is not null), StringComparer.Ordinal);
        var us = PublicSet.Of("US public", watchlist, jaroWinkler, pooled);
        var invented = PublicSet.Of("invented", watchlist, jaroWinkler, new InventedPeople(names, commonTokens, seed).Of(perOrigin));
        return new FairnessRun(
            [us, invented, us.With("both", invented)],
            [.. listed.Where(q => q.Query.IsPositive && q.Query.Subject.Schema == EntrySchema.Person)
                .Select(q => (q, jaroWinkler.Against(q.Query.Subject.Names[0].Text, q.Query.Right)))],
            q => q.Query.Right.Order(StringComparer.Ordinal).Select(e => countries.GetValueOrDefault(e)).FirstOrDefault(o => o is not null) ?? "not known");
    }
}

/// <summary>Some people of the public, screened.</summary>
/// <param name="Title">Which people.</param>
/// <param name="Given">With all that is known of them.</param>
/// <param name="NameOnly">The same with the name alone.</param>
/// <param name="JaroWinkler">How alike, by Jaro-Winkler, the listed name is that is most like each.</param>
internal sealed record PublicSet(string Title, IReadOnlyList<ScreenedQuery> Given, IReadOnlyList<ScreenedQuery> NameOnly, IReadOnlyList<double> JaroWinkler)
{
    // Low enough for every threshold that is reported, high enough that a screening stays cheap.
    private const double Floor = 0.3;

    public static PublicSet Of(string title, Watchlist watchlist, JaroWinklerList jaroWinkler, IReadOnlyList<ScreeningQuery> people) => new(
        title,
        ScreeningRun.Of(watchlist, people, Floor, Environment.ProcessorCount).Screened,
        ScreeningRun.Of(watchlist, [.. people.Select(q => q.NameOnly())], Floor, Environment.ProcessorCount).Screened,
        [.. people.AsParallel().AsOrdered().Select(q => jaroWinkler.Highest(q.Subject.Names[0].Text))]);

    /// <summary>These people and others: an origin that is rare in one set has enough people in both.</summary>
    public PublicSet With(string title, PublicSet others) => new(title, [.. Given, .. others.Given], [.. NameOnly, .. others.NameOnly], [.. JaroWinkler, .. others.JaroWinkler]);

    /// <summary>Who was alerted on by Jaro-Winkler at a cut.</summary>
    public IReadOnlyList<Answer> JaroWinklerAnswers(double cut) =>
        [.. Given.Zip(JaroWinkler, (q, similarity) => new Answer(q.Query.Origin, q.Query.HasCommonToken, similarity >= cut))];

    /// <summary>The cut at which Jaro-Winkler alerts on about as many as we do.</summary>
    public double CutWithRate(double alertRate) => JaroWinkler.OrderDescending().ElementAtOrDefault((int)(alertRate * JaroWinkler.Count)) is var cut && cut > 0 ? cut : 1;
}
