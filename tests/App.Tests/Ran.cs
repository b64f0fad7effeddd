using System.Text;
using Marsad.App.Terminal;

namespace Marsad.App.Tests;

/// <summary>What a command line answered when it was run in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>Runs a command line in surroundings of its own: a data folder, a text on standard input, a day.</summary>
    public static Task<Ran> With(TemporaryFolder data, string[] args, string input = "", DateOnly? today = null) =>
        Run(data, args, input, today, CancellationToken.None);

    /// <summary>Runs a command line that is stopped, as by Ctrl-C, before it has done anything.</summary>
    public static Task<Ran> Stopped(TemporaryFolder data, string[] args) => Run(data, args, "", null, new CancellationToken(canceled: true));

    /// <summary>Runs a command line that needs no data.</summary>
    public static async Task<Ran> With(params string[] args)
    {
        using var data = new TemporaryFolder();
        return await With(data, args);
    }

    private static async Task<Ran> Run(TemporaryFolder data, string[] args, string input, DateOnly? today, CancellationToken cancel)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Program.Run(args, new Surroundings(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error)
        {
            DataFolder = data.Path,
            KeyFolder = data.KeyFolder,
            User = "tester",
            Clock = new StoppedClock(today ?? new DateOnly(2026, 3, 2)),
        }, cancel);
        return new Ran(code, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
