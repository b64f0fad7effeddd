using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Marsad.Accuracy;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Screening against the measured lists on one thread: half the queries name somebody listed, half are people on no list.</summary>
public class Screening
{
    private const int Half = 50;

    private static readonly ScreeningOptions Options = new();

    private Watchlist _list = null!;
    private Subject[] _queries = [];
    private string[] _queried = [];
    private string[] _listed = [];

    [GlobalSetup]
    public void Load()
    {
        var entries = MeasuredLists.Read().Entries;
        _list = Watchlist.Prepare(entries, ScoringModel.V1);
        _queries = [.. Listed(entries), .. Customers(entries)];
        _queried = [.. _queries.Select(q => Plain(q.Names[0].Text))];
        _listed = [.. entries.SelectMany(e => e.Names).Select(n => Plain(n.Text))];
        Throughput.State(nameof(Marsad), _queries.Length, "screens/s");
        Throughput.State(nameof(JaroWinklerOverAllNames), _queries.Length, "screens/s");
    }

    [Benchmark]
    public int Marsad() => _queries.Sum(q => _list.Screen(q, Options).Count);

    /// <summary>What a plain program does: the similarity of the query with every listed name, an alert from 0.9.</summary>
    [Benchmark(Baseline = true)]
    public int JaroWinklerOverAllNames()
    {
        var alerts = 0;
        foreach (var query in _queried)
        {
            foreach (var name in _listed)
                alerts += JaroWinkler.Similarity(query, name) >= 0.9 ? 1 : 0;
        }
        return alerts;
    }

    /// <summary>The names of entries spread over the lists, without what else is known of them.</summary>
    private static IEnumerable<Subject> Listed(IReadOnlyList<ListEntry> entries) => Enumerable.Range(0, Half)
        .Select(i => entries[i * entries.Count / Half])
        .Select(e => new Subject { Schema = e.Schema, Names = [new ListName(e.Caption, NameKind.Primary, "name")] });

    /// <summary>People on no list, as given; where their file is absent, listed people under each other's family names.</summary>
    private static IEnumerable<Subject> Customers(IReadOnlyList<ListEntry> entries)
    {
        var path = DataFiles.Shared("match-pairs/synthetic_negatives_us.jsonl.gz");
        if (!File.Exists(path))
            return Listed(entries).Zip(Listed(entries).Skip(1), (a, b) => a with { Names = [new ListName($"{First(a)} {Last(b)}", NameKind.Primary, "name")] });
        return DataFiles.Lines(path).Take(Half).Select(line =>
        {
            using var customer = JsonDocument.Parse(line.Text);
            return Subject.From(Party.Read("query", customer.RootElement.GetProperty("a"), "Person"));
        });
    }

    private static string First(Subject subject) => subject.Names[0].Text.Split(' ')[0];

    private static string Last(Subject subject) => subject.Names[0].Text.Split(' ')[^1];

    private static string Plain(string name) => string.Join(' ', name.ToLowerInvariant().Split([' ', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
