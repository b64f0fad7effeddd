using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Oracle;

/// <summary>Screening the slow obvious way, as the oracle of the index: every entry is weighed, nothing is bounded or left out.</summary>
internal sealed class Exhaustive
{
    private readonly ScoringModel _model;
    private readonly ListedParty[] _parties;

    public Exhaustive(IEnumerable<ListEntry> entries, ScoringModel model)
    {
        _model = model;
        var forms = model.NewForms();
        _parties = [.. entries.Select(e => ListedParty.From(e, e.Schema == EntrySchema.Person, forms))];
    }

    /// <summary>An entry with what it weighs, and what it weighs without its weak aliases, which by policy open nothing by themselves.</summary>
    public readonly record struct Weighed(string Entry, double Bits, double BitsWithoutWeak);

    /// <summary>Weighs every entry that the subject may be.</summary>
    public List<Weighed> Weigh(Subject subject)
    {
        var asked = new AskedParty(subject, _model.Forms);
        var weighed = new List<Weighed>();
        foreach (var party in _parties)
        {
            if (!Schemas.Meet(subject.Schema, party.Entry.Schema))
                continue;
            var names = asked.Names(party.IsPerson);
            var others = _model.Parties.WeighOthers(subject, party);
            var best = _model.Parties.WeighNames(names, party, _model.Pairs.CostWithin);
            var bits = _model.Parties.Total(best.Weight.Bits, others);
            var strong = best.Listed >= 0 && party.Names[best.Listed].IsWeak
                ? _model.Parties.Total(_model.Parties.WeighNames(names, party, _model.Pairs.CostWithin, withWeak: false).Weight.Bits, others) : bits;
            weighed.Add(new Weighed(party.Entry.Id, bits, strong));
        }
        return weighed;
    }

    /// <summary>What a screening at a threshold must return, an entry with its bits a line, the best first.</summary>
    public string Expected(List<Weighed> weighed, double threshold)
    {
        var needed = _model.Screening.WeightFor(threshold);
        return Print(weighed.Where(w => w.Bits >= needed && w.BitsWithoutWeak >= needed)
            .OrderByDescending(w => w.Bits).ThenBy(w => w.Entry, StringComparer.Ordinal).Select(w => (w.Entry, w.Bits)));
    }

    /// <summary>What a screening did return.</summary>
    public static string Returned(IReadOnlyList<Hit> hits) => Print(hits.Select(h => (h.Entry.Id, h.Comparison.WeightBits)));

    private static string Print(IEnumerable<(string Entry, double Bits)> hits) =>
        string.Join('\n', hits.Select(h => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{h.Entry} {h.Bits:R}")));

    /// <summary>A query for which the index returned something else.</summary>
    public readonly record struct Difference(ScreeningQuery Query, double Threshold, string Expected, string Returned);

    /// <summary>Holds a watchlist of the same entries against it: each query is weighed once, then read at each threshold.</summary>
    public List<Difference> Compare(Watchlist watchlist, IReadOnlyList<ScreeningQuery> queries, int jobs, out long hits)
    {
        var differences = new List<Difference>();
        long found = 0;
        Parallel.ForEach(queries, new ParallelOptions { MaxDegreeOfParallelism = jobs }, query =>
        {
            var weighed = Weigh(query.Subject);
            foreach (var threshold in (double[])[0.3, 0.5, 0.8])
            {
                var expected = Expected(weighed, threshold);
                var screened = watchlist.Screen(query.Subject, new ScreeningOptions { Threshold = threshold, Limit = int.MaxValue });
                Interlocked.Add(ref found, screened.Count);
                if (Returned(screened) is var returned && returned != expected)
                {
                    lock (differences)
                        differences.Add(new Difference(query, threshold, expected, returned));
                }
            }
        });
        hits = found;
        return differences;
    }
}
