using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Uk;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Calibration;

/// <summary>A pair of records that a search of one list by the other puts before a person, with the answer the publishers give.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsPerson">The listed side is a person.</param>
/// <param name="WeightBits">What the model says of it, prior left out.</param>
/// <param name="IsTrue">The two are one party.</param>
internal readonly record struct ListPair(string Source, bool IsPerson, double WeightBits, bool IsTrue)
{
    /// <summary>The probability that the model as it is gives the pair in <c>compare</c>.</summary>
    public double Probability => ScoringModel.V1.Comparing.Of(WeightBits);
}

/// <summary>Makes the pairs that <c>compare</c> is calibrated on, from official lists alone.</summary>
/// <remarks>
/// <para><b>UK and UN.</b> The UK's list of April 2018 prints the UN's reference where the UN listed the party first. Each such entry
/// is asked of the UN list of October 2018, and the other way round. Whatever the search returns is a pair; it is true when the
/// reference says so, and false otherwise, for both publishers keep one entry per party.</para>
/// </remarks>
internal static class ListPairs
{
    /// <summary>Searches return what is above this probability of screening: what could be an alert with one more agreement.</summary>
    private const double Floor = 0.1;

    public static IReadOnlyList<ListPair> Read()
    {
        var un = MeasuredLists.ReadList(new UnReader(), "un", [DataFiles.Shared("lists/un/un-consolidated-2018-10-29.xml.gz")]).Entries;
        var uk = MeasuredLists.ReadList(new UkReader(), "uk", [DataFiles.Shared("lists/uk/ofsi-conlist-2018-04-13.csv.gz")]).Entries;
        var unIds = un.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var referred = uk.Select(e => (Entry: e, Un: e.References.Select(r => r.Value).FirstOrDefault(unIds.Contains))).Where(e => e.Un is not null)
            .DistinctBy(e => e.Un).ToDictionary(e => e.Entry.Id, e => e.Un!, StringComparer.Ordinal);
        var ukOf = referred.ToDictionary(r => r.Value, r => r.Key, StringComparer.Ordinal);
        var joint = un.Where(e => ukOf.ContainsKey(e.Id)).ToList();
        return
        [
            .. Search("uk asked of un", uk.Where(e => referred.ContainsKey(e.Id)), un, id => referred[id]),
            .. Search("un asked of uk", joint, [.. uk.Where(e => referred.ContainsKey(e.Id))], id => ukOf[id]),
        ];
    }

    private static ParallelQuery<ListPair> Search(string source, IEnumerable<ListEntry> asked, IReadOnlyList<ListEntry> listed, Func<string, string> rightOf)
    {
        var list = Watchlist.Prepare(listed, ScoringModel.V1);
        var entries = listed.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        return asked.AsParallel().AsOrdered().SelectMany(e => Pairs(source, e, rightOf(e.Id), list, entries));
    }

    private static IEnumerable<ListPair> Pairs(string source, ListEntry asked, string right, Watchlist list, Dictionary<string, ListEntry> entries)
    {
        var subject = Subject.From(asked);
        var found = list.Screen(subject, new ScreeningOptions { Threshold = Floor, Limit = 50, WeakAliasesOpen = true }).Select(h => h.Entry.Id);
        return found.Where(id => id != asked.Id).Append(right).Distinct(StringComparer.Ordinal).Where(entries.ContainsKey)
            .Select(id => Weigh(source, subject, entries[id], id == right));
    }

    private static ListPair Weigh(string source, Subject subject, ListEntry listed, bool isTrue) =>
        new(source, listed.Schema == EntrySchema.Person, ScoringModel.V1.Compare(subject, listed).WeightBits, isTrue);
}
