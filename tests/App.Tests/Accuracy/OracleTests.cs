using Marsad.Accuracy.Oracle;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Tests.Accuracy;

/// <summary>The index against weighing every entry, on real lists; <c>accuracy -- oracle</c> does the same with thousands of queries.</summary>
public class OracleTests
{
    private const int MostEntries = 800;

    [Fact]
    public void The_index_returns_what_weighing_every_entry_returns()
    {
        // A part of the measured lists, so that the test takes seconds; the names that are asked for are of all of them.
        var all = MeasuredLists.Read().Entries;
        var entries = all.Where((_, i) => i % Math.Max(1, all.Count / MostEntries) == 0).ToList();
        var queries = all.Where((_, i) => i % Math.Max(1, all.Count / 300) == 1).Select((e, i) => Ask(e, i)).Take(300).ToList();
        Assert.Empty(new Exhaustive(entries, ScoringModel.V1).Compare(Watchlist.Prepare(entries, ScoringModel.V1), queries, Environment.ProcessorCount, out var hits));
        Assert.True(hits > 20, $"{hits} hits");
    }

    [Fact]
    public void The_same_holds_on_an_invented_list()
    {
        var entries = SyntheticList.Entries(MostEntries).ToList();
        var queries = SyntheticList.Entries(20).Select(Ask).ToList();
        Assert.Empty(new Exhaustive(entries, ScoringModel.V1).Compare(Watchlist.Prepare(entries, ScoringModel.V1), queries, Environment.ProcessorCount, out var hits));
        Assert.True(hits >= 20, $"{hits} hits");
    }

    [Fact]
    public void An_invented_list_is_the_same_every_time_and_holds_one_common_name_in_twenty()
    {
        var entries = SyntheticList.Entries(MostEntries).ToList();
        Assert.Equal(entries.Select(e => e.Caption), SyntheticList.Entries(MostEntries).Select(e => e.Caption));
        Assert.InRange(entries.Count(e => e.Names.Any(n => n.Text.Contains("Mohammad", StringComparison.OrdinalIgnoreCase))), MostEntries / 30, MostEntries / 10);
        Assert.InRange(entries.Average(e => e.Names.Length), 2.3, 2.7);
    }

    // A name of the entry as listed, with a letter left out, or with its words the other way round; with and without what else is known.
    private static ScreeningQuery Ask(ListEntry entry, int i)
    {
        var name = entry.Names[i % entry.Names.Length].Text;
        name = (i % 3) switch { 0 => name, 1 when name.Length > 4 => name.Remove(i % name.Length, 1), _ => string.Join(' ', name.Split(' ').Reverse()) };
        var subject = i % 2 == 0 ? Subject.From(entry) : new Subject { Schema = i % 5 == 0 ? null : entry.Schema };
        return new ScreeningQuery(entry.Id, subject with { Names = [new ListName(name, NameKind.Primary, "name")] }, new HashSet<string>(), "oracle", "", "", "", null);
    }
}
