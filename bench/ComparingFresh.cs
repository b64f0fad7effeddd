using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Marsad.Accuracy;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Comparing single names that were never seen before: each run takes the next pairs, and no name comes twice.</summary>
/// <remarks>
/// Words repeat as they do among real people and firms: what is kept of a word may serve the next name that holds it, what is kept
/// of a name may not. Half the listed pairs are two names of one party. The OFAC score is part of every comparison.
/// </remarks>
[InvocationCount(1)]
[WarmupCount(1)]
[IterationCount(6)]
public class ComparingFresh
{
    // Six that are measured, and those that BenchmarkDotNet makes before and after them.
    private const int Runs = 12;

    // Names of listed parties compared with others warm the code up, not the memory for the names that are measured.
    private const int WarmUps = 200;

    private Slices _people = null!;
    private Slices _organizations = null!;

    [GlobalSetup]
    public void Load()
    {
        var listed = MeasuredLists.Read().Entries.SelectMany(e => e.Names.Select(n => (e.Schema, n.Text))).ToList();
        _people = new Slices([.. listed.Where(n => n.Schema == EntrySchema.Person).Select(n => n.Text), .. Customers()], EntrySchema.Person);
        _organizations = new Slices(listed.Where(n => n.Schema is not EntrySchema.Person).Select(n => n.Text), EntrySchema.Organization);
        var cases = CasesCommand.Files().SelectMany(CasesCommand.ReadAll).ToList();
        for (var i = 0; i < WarmUps; i++)
            cases.ForEach(c => ScoringModel.V1.Compare(c.A, c.B));
        Throughput.State(nameof(FreshPeople), _people.Size, "pairs/s");
        Throughput.State(nameof(FreshOrganizations), _organizations.Size, "pairs/s");
    }

    [Benchmark]
    public double FreshPeople() => Compare(_people);

    [Benchmark]
    public double FreshOrganizations() => Compare(_organizations);

    private static double Compare(Slices slices)
    {
        var sum = 0.0;
        foreach (var (a, b) in slices.Next())
            sum += ScoringModel.V1.Compare(a, b).WeightBits;
        return sum;
    }

    private static IEnumerable<string> Customers()
    {
        var path = DataFiles.Shared("match-pairs/synthetic_negatives_us.jsonl.gz");
        return !File.Exists(path) ? [] : DataFiles.Lines(path).Select(line =>
        {
            using var customer = JsonDocument.Parse(line.Text);
            return Party.Read("query", customer.RootElement.GetProperty("a"), "Person").Caption;
        });
    }

    /// <summary>Distinct names, paired with their neighbors, in as many slices as there are runs.</summary>
    private sealed class Slices
    {
        private readonly (Subject, ListEntry)[][] _slices;
        private int _next;

        public Slices(IEnumerable<string> names, EntrySchema schema)
        {
            var pairs = names.Distinct(StringComparer.Ordinal).Chunk(2).Where(c => c.Length == 2).Select(c => (Ask(c[0], schema), List(c[1], schema))).ToArray();
            new Random(7).Shuffle(pairs);
            Size = pairs.Length / Runs;
            _slices = [.. pairs.Chunk(Size)];
        }

        /// <summary>How many pairs a slice holds.</summary>
        public int Size { get; }

        public (Subject, ListEntry)[] Next() => _slices[_next++];

        private static Subject Ask(string name, EntrySchema schema) => new() { Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] };

        private static ListEntry List(string name, EntrySchema schema) => new() { Id = "bench:1", Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] };
    }
}
