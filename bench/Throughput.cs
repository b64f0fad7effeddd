using System.Collections.Concurrent;

namespace Marsad.Bench;

/// <summary>How many units one run of a benchmark works through, so that its time can be told as a rate.</summary>
internal static class Throughput
{
    private static readonly ConcurrentDictionary<string, (double Units, string Name)> PerRun = new();

    /// <summary>States the units of a benchmark; called while it is set up.</summary>
    /// <param name="benchmark">The name of the benchmark's method.</param>
    /// <param name="units">Units of one run.</param>
    /// <param name="name">The rate's name, such as <c>screens/s</c>.</param>
    public static void State(string benchmark, double units, string name) => PerRun[benchmark] = (units, name);

    /// <summary>A mean time told as a rate; null when nothing was stated.</summary>
    public static (double Rate, string Name)? Of(string benchmark, double meanNanoseconds) =>
        PerRun.TryGetValue(benchmark, out var stated) ? (stated.Units / (meanNanoseconds * 1e-9), stated.Name) : null;
}
