using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Marsad.Accuracy;
using Marsad.Accuracy.Screening;
using Marsad.Bench;

if (args is ["speed", ..])
    return Speed.Run(args[1..]);

// The benchmarks run in this process: building a project for each would take longer than measuring.
Console.WriteLine($"{Machine.Processor}, {Environment.ProcessorCount} cores, load {Machine.LoadBefore}");
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(5))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(DataFiles.Cache, "bench"))
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);

Type[] groups = File.Exists(MeasuredLists.Un) ? [typeof(Importing), typeof(Screening), typeof(Comparing), typeof(ComparingFresh), typeof(WorstCases), typeof(Reading)] : [typeof(Screening), typeof(Comparing), typeof(WorstCases), typeof(Reading)];
var summaries = BenchmarkSwitcher.FromTypes(groups).Run(args.Length > 0 ? args : ["--filter", "*"], config).ToList();
if (summaries.Count == 0 || summaries.Exists(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)))
    return 3;
Console.WriteLine(Record.Write(summaries, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
return 0;
