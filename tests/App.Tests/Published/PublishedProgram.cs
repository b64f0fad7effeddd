using System.Diagnostics;

namespace Marsad.App.Tests.Published;

/// <summary>The program as <c>./marsad</c> publishes it. <c>./test</c> publishes it before the tests; where it is absent or older
/// than its sources, the running test is skipped.</summary>
internal static class PublishedProgram
{
    private static readonly string Stamp = Path.Combine(SharedData.Repository, "artifacts", "publish", ".stamp");

    /// <summary>The program, to be started with <c>dotnet</c>.</summary>
    public static string File
    {
        get
        {
            Assert.SkipUnless(IsCurrent(), "skipped: artifacts/publish not present or out of date; ./test publishes it");
            return Path.Combine(SharedData.Repository, "artifacts", "publish", "Marsad.App.dll");
        }
    }

    /// <summary>Runs a line of shell in a folder; <c>$marsad</c> is the program.</summary>
    public static async Task<Ran> Shell(string line, TemporaryFolder folder)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", line])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment =
            {
                ["marsad"] = $"dotnet {File}",
                ["MARSAD_DATA"] = folder.File("data"),
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var cancel = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return new Ran(process.ExitCode, await output, await error);
    }

    private static bool IsCurrent() => System.IO.File.Exists(Stamp) && !OperatingSystem.IsWindows()
        && ((string[])["src", "data"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(SharedData.Repository, f), "*", SearchOption.AllDirectories))
            .Where(f => !f.EndsWith(".lock.json", StringComparison.Ordinal))
            .All(f => System.IO.File.GetLastWriteTimeUtc(f) <= System.IO.File.GetLastWriteTimeUtc(Stamp));
}
