using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Reports;
using Marsad.Accuracy;
using Marsad.Engine.Matching;

namespace Marsad.Bench;

/// <summary>The rates of a run as a page of <c>bench/records</c>.</summary>
internal static class Record
{
    /// <summary>Writes <c>bench/records/MACHINE/DATE.md</c> and returns its path.</summary>
    public static string Write(IEnumerable<Summary> summaries, DateOnly date)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var folder = Directory.CreateDirectory(Path.Combine(DataFiles.Repository, "bench", "records", Machine.Folder)).FullName;
        var path = Path.Combine(folder, day + ".md");
        File.WriteAllText(path, Page(summaries, day));
        return path;
    }

    private static string Page(IEnumerable<Summary> summaries, string day)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {day}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Machine.Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}; one thread. ");
        page.Append(CultureInfo.InvariantCulture, $"Model {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}. Load of other work before the run: {Machine.LoadBefore}. The baseline of each group is marked.\n\n");
        page.Append("| group | what | rate | time of a run | ± | allocated a run |\n|---|---|---:|---:|---:|---:|\n");
        foreach (var report in summaries.SelectMany(s => s.Reports).Where(r => r.ResultStatistics is not null)
            .OrderBy(r => r.BenchmarkCase.Descriptor.Type.Name, StringComparer.Ordinal).ThenByDescending(r => r.BenchmarkCase.Descriptor.Baseline))
        {
            var descriptor = report.BenchmarkCase.Descriptor;
            var (mean, error) = (report.ResultStatistics!.Mean, report.ResultStatistics.StandardDeviation);
            var rate = Throughput.Of(descriptor.WorkloadMethod.Name, mean);
            var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            page.Append(CultureInfo.InvariantCulture, $"| {descriptor.Type.Name} | {descriptor.WorkloadMethod.Name}{(descriptor.Baseline ? " (baseline)" : "")} ");
            page.Append(CultureInfo.InvariantCulture, $"| {rate?.Rate:N0} {rate?.Name} | {mean / 1e6:N1} ms | {error / 1e6:N1} ms | {allocated / 1e6:N1} MB |\n");
        }
        return page.ToString();
    }
}
