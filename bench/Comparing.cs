using BenchmarkDotNet.Attributes;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Comparing given pairs: single names (our labelled cases) and rich ones (listed parties with all that is known of them).</summary>
public class Comparing
{
    private const int RichPairs = 500;

    private (Subject A, ListEntry B)[] _names = [];
    private (Subject A, ListEntry B)[] _rich = [];

    [GlobalSetup]
    public void Load()
    {
        _names = [.. CasesCommand.Files().SelectMany(CasesCommand.ReadAll).Select(p => (p.A, p.B))];
        var entries = MeasuredLists.Read().Entries;
        // Every second pair is one party, the others are two neighbors of a list.
        _rich = [.. Enumerable.Range(0, RichPairs).Select(i => i * (entries.Count - 1) / RichPairs)
            .Select((at, i) => (Subject.From(entries[at]), entries[at + (i % 2)]))];
        Throughput.State(nameof(SingleNames), _names.Length, "pairs/s");
        Throughput.State(nameof(RichParties), _rich.Length, "pairs/s");
        Throughput.State(nameof(JaroWinklerOfSingleNames), _names.Length, "pairs/s");
    }

    [Benchmark]
    public double SingleNames() => _names.Sum(p => ScoringModel.V1.Compare(p.A, p.B).WeightBits);

    [Benchmark]
    public double RichParties() => _rich.Sum(p => ScoringModel.V1.Compare(p.A, p.B).WeightBits);

    [Benchmark(Baseline = true)]
    public double JaroWinklerOfSingleNames() => _names.Sum(p => JaroWinkler.Similarity(p.A.Names[0].Text, p.B.Names[0].Text));
}
