using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Marsad.Accuracy;
using Marsad.Accuracy.Oracle;
using Marsad.Accuracy.Screening;
using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>Screening on one core against lists of several sizes, beside weighing every entry and plain Jaro-Winkler: the verb <c>speed</c>.</summary>
/// <remarks>
/// The mix is 95 % people on no list and 5 % queries of listed names; <em>all</em> are queries of listed names only. Each query is asked
/// once in a fresh process (<em>first</em>), when most of its words are new, and once more (<em>again</em>), when they are known. Time is the
/// processor's, so that other work on the machine does not count; percentiles are of the clock.
/// </remarks>
internal static class Speed
{
    private const int ThresholdOfNames = 3000;

    public static int Run(string[] arguments)
    {
        var sizes = arguments.Select(a => int.TryParse(a.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        if (sizes.Count == 0 || sizes.Contains(-1))
        {
            Console.Error.WriteLine("speed takes the sizes of the lists to measure: 0 for the measured lists, any other number for that many invented entries");
            return 2;
        }
        var rows = sizes.SelectMany(Measure).ToList();
        var page = Page(rows);
        Console.WriteLine(page);
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var folder = Directory.CreateDirectory(Path.Combine(DataFiles.Repository, "bench", "records", Machine.Folder)).FullName;
        File.WriteAllText(Path.Combine(folder, day + "-speed.md"), page);
        if (LatencyPlot.Of([.. rows.Where(r => r.What.EndsWith("mix, again", StringComparison.Ordinal)).Select(r => (r.Entries, r.Median, r.P99))]) is { } plot)
            File.WriteAllText(Path.Combine(folder, day + "-speed.svg"), plot);
        return 0;
    }

    private sealed record Row(string List, int Entries, string What, double PerSecond, double Median, double P99, double P999, double RecallAt1, string Note);

    private static IEnumerable<Row> Measure(int size)
    {
        var name = size == 0 ? "measured" : "synthetic";
        var (path, build) = Build(size, name);
        var clock = Stopwatch.StartNew();
        var bytes = MappedFile.Open(path);
        var list = Watchlist.Open(bytes, ScoringModel.V1, [name], verify: false);
        var opened = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        Watchlist.Verify(bytes);
        var head = string.Create(CultureInfo.InvariantCulture, $"built in {build:F1} s, {new FileInfo(path).Length / 1e6:F0} MB, opened in {opened:F1} ms, verified in {clock.Elapsed.TotalMilliseconds:F0} ms");
        var queries = ScreeningQuery.ReadAll(QuerySet.Make(new QuerySet.Request(2026, 5000, 5000, null)));
        List<ScreeningQuery> listed = [.. queries.Where(q => q.IsPositive)], others = [.. queries.Where(q => !q.IsPositive)];
        List<ScreeningQuery> mix = [.. Enumerable.Range(0, Math.Min(4000, others.Count)).Select(i => i % 20 == 7 ? listed[i / 20 % listed.Count] : others[i])];
        var all = listed.Take(1000).ToList();
        yield return Time(name, list.Count, "Marsad, mix, first", mix, q => list.Screen(q.Subject, new ScreeningOptions()), size == 0, head);
        yield return Time(name, list.Count, "Marsad, mix, again", mix, q => list.Screen(q.Subject, new ScreeningOptions()), size == 0, $"{Resident():F0} MB resident");
        yield return Time(name, list.Count, "Marsad, all, first", all, q => list.Screen(q.Subject, new ScreeningOptions()), size == 0, "");
        yield return Time(name, list.Count, "Marsad, all, again", all, q => list.Screen(q.Subject, new ScreeningOptions()), size == 0, "");
        if (size > 20_000)
            yield break;
        var entries = Entries(size);
        var exhaustive = new Exhaustive(entries, ScoringModel.V1);
        yield return Time(name, list.Count, "weighing every entry, mix", mix.Take(30), q => exhaustive.Weigh(q.Subject).Count > 0 ? [] : [], false, "");
        string[] names = [.. entries.SelectMany(e => e.Names).Select(n => Plain(n.Text))];
        yield return Time(name, list.Count, "Jaro-Winkler from 0.9, mix", mix.Take(30), q => Alike(Plain(q.Subject.Names.FirstOrDefault()?.Text ?? ""), names), false, "");
    }

    private static (string Path, double Seconds) Build(int size, string name)
    {
        var path = Path.Combine(DataFiles.Cache, string.Create(CultureInfo.InvariantCulture, $"speed-{size}.index"));
        var entries = Entries(size);
        var clock = Stopwatch.StartNew();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
            Watchlist.Write(entries, ScoringModel.V1, [name], file);
        return (path, clock.Elapsed.TotalSeconds);
    }

    private static IReadOnlyList<ListEntry> Entries(int size) => size == 0 ? MeasuredLists.Read().Entries : [.. SyntheticList.Entries(size)];

    private static Row Time(string list, int entries, string what, IEnumerable<ScreeningQuery> queries, Func<ScreeningQuery, IReadOnlyList<Hit>> screen, bool isKnown, string note)
    {
        var asked = queries.ToList();
        var times = new double[asked.Count];
        int right = 0, positive = 0;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < asked.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var hits = screen(asked[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!isKnown || !asked[i].IsPositive)
                continue;
            positive++;
            right += hits.Count > 0 && asked[i].Right.Contains(hits[0].Entry.Id) ? 1 : 0;
        }
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Array.Sort(times);
        return new Row(list, entries, what, asked.Count / seconds, At(0.5), At(0.99), At(0.999), positive == 0 ? double.NaN : (double)right / positive, note);

        double At(double share) => times[Math.Min((int)(times.Length * share), times.Length - 1)];
    }

    private static Hit[] Alike(string query, string[] names)
    {
        var alike = 0;
        foreach (var name in names)
            alike += JaroWinkler.Similarity(query, name) >= 0.9 ? 1 : 0;
        return alike > ThresholdOfNames ? throw new InvalidDataException("more names are alike than a list holds") : [];
    }

    private static string Plain(string name) => string.Join(' ', name.ToLowerInvariant().Split([' ', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static double Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }

    private static string Page(List<Row> rows)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Speed of screening\n\n{Machine.Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}; one thread. Model {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}. ");
        page.Append(CultureInfo.InvariantCulture, $"Load of other work before the run: {Machine.LoadBefore}. Screens a second are of processor time, percentiles of the clock.\n\n");
        page.Append("| list | entries | what | screens/s | median ms | p99 ms | p99.9 ms | recall@1 | |\n|---|---:|---|---:|---:|---:|---:|---:|---|\n");
        foreach (var row in rows)
        {
            var recall = double.IsNaN(row.RecallAt1) ? "" : row.RecallAt1.ToString("F3", CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"| {row.List} | {row.Entries:N0} | {row.What} | {row.PerSecond:N0} | {row.Median:F3} | {row.P99:F2} | {row.P999:F2} | {recall} | {row.Note} |\n");
        }
        return page.ToString();
    }
}
