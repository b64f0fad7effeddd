using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>A list after some entries changed is the list prepared anew.</summary>
public class ChangedEntriesTests
{
    private static readonly Watchlist All = Watchlist.Prepare(CaseWatchlist.Entries, ScoringModel.V1);

    [Fact]
    public void Changed_added_and_removed_entries_give_what_preparing_all_anew_gives() =>
        Gen.Select(CaseWatchlist.Subjects.Array[3], Gen.Int[0, 400].Array[0, 12], Gen.Int[0, 400].Array[0, 12], Gen.Int[0, 400].Array[0, 6]).Sample(
            (subjects, changed, removed, again) =>
            {
                var first = changed.Select(Changed).DistinctBy(e => e.Id).ToList();
                var gone = removed.Select(i => At(i).Id).ToHashSet(StringComparer.Ordinal);
                var second = again.Select(i => Changed(i + 1)).DistinctBy(e => e.Id).ToList();
                var list = All.With(first, gone).With(second, []);
                var anew = Watchlist.Prepare(Apply(Apply(CaseWatchlist.Entries, first, gone), second, new HashSet<string>()), ScoringModel.V1);
                Assert.Equal(anew.Count, list.Count);
                foreach (var subject in subjects.Concat(first.Take(2).Select(Subject.From)))
                    Assert.Equal(Print(anew.Screen(subject, Asking)), Print(list.Screen(subject, Asking)));
                foreach (var entry in first.Concat(CaseWatchlist.Entries.Take(40)))
                    Assert.Equal(anew.Find(entry.Id)?.Caption, list.Find(entry.Id)?.Caption);
            },
            iter: 12, threads: 1);

    [Fact]
    public void The_list_before_stays_as_it_was()
    {
        var subject = Subject.From(CaseWatchlist.Entries[5]);
        var before = Print(All.Screen(subject, Asking));
        Assert.Empty(All.With([], [.. CaseWatchlist.Entries.Select(e => e.Id)]).Screen(subject, Asking));
        Assert.Equal(before, Print(All.Screen(subject, Asking)));
    }

    [Fact]
    public void Removing_what_is_not_there_changes_nothing()
    {
        var subject = Subject.From(CaseWatchlist.Entries[7]);
        Assert.Equal(Print(All.Screen(subject, Asking)), Print(All.With([], ["cases:none", ""]).Screen(subject, Asking)));
    }

    [Fact]
    public void A_group_falls_apart_when_the_entry_that_held_it_together_goes()
    {
        ListEntry Named(string id, string name, params string[] references) => new()
        {
            Id = id,
            Schema = EntrySchema.Person,
            Names = [new ListName(name, NameKind.Primary, "name")],
            References = [.. references.Select(r => new Sourced<string>(r, "ref"))],
        };
        var list = Watchlist.Prepare([Named("a:1", "Tamerlan Vostrikov"), Named("b:2", "Tamerlan Vostrikov"), Named("c:3", "Tamerlan Vostrikov", "a:1", "b:2")], ScoringModel.V1);
        var subject = new Subject { Names = [new ListName("Tamerlan Vostrikov", NameKind.Primary, "name")] };
        Assert.Equal(["a:1", "a:1", "a:1"], list.Screen(subject, Asking).Select(h => h.Group));
        Assert.Equal([null, null], list.With([], ["c:3"]).Screen(subject, Asking).Select(h => h.Group));
    }

    private static readonly ScreeningOptions Asking = new() { Threshold = 0.3, Limit = int.MaxValue };

    private static ListEntry At(int i) => CaseWatchlist.Entries[i % CaseWatchlist.Entries.Length];

    // Every third is new, the others take the place of one that is there.
    private static ListEntry Changed(int i) => At(i * 31 + 7) with
    {
        Id = i % 3 == 0 ? "new:" + i : At(i).Id,
        References = i % 4 == 0 ? [new Sourced<string>(At(i + 3).Id, "reference")] : [],
    };

    private static IEnumerable<ListEntry> Apply(IEnumerable<ListEntry> entries, IReadOnlyList<ListEntry> changed, IReadOnlySet<string> removed)
    {
        var gone = changed.Select(e => e.Id).Concat(removed).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(e => !gone.Contains(e.Id)), .. changed];
    }

    private static string Print(IEnumerable<Hit> hits) => string.Join('\n', hits.Select(h => $"{h.Entry.Id} {h.Comparison.WeightBits:R} {h.Comparison.MatchedName} {h.Group}"));
}
