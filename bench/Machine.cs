using System.Runtime.InteropServices;

namespace Marsad.Bench;

/// <summary>What a record says of the machine it was made on: the kind of processor and how many cores, nothing else.</summary>
internal static class Machine
{
    /// <summary>The kind of processor, such as <c>AMD EPYC</c>.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>The folder of its records: <c>amd-epyc-2-cores</c>.</summary>
    public static string Folder { get; } =
        string.Join('-', $"{Processor} {Environment.ProcessorCount} cores".ToLowerInvariant().Split([' ', '(', ')', '@', '.', '/'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How many processes wanted to run just before the benchmarks began, such as <c>0.31</c>: far above zero, the rates are too low.</summary>
    public static string LoadBefore { get; } = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string ReadProcessor()
    {
        const string information = "/proc/cpuinfo";
        var line = File.Exists(information) ? File.ReadLines(information).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? $"{RuntimeInformation.OSArchitecture} processor";
    }
}
