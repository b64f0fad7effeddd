using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Marsad.App.Accounts;
using Marsad.App.Articles;
using Marsad.App.Audit;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Screening;
using Marsad.App.Terminal;
using Microsoft.Win32.SafeHandles;

namespace Marsad.App;

/// <summary>The only place that knows every feature: it puts the verbs together and runs one of them.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var output = new StreamWriter(OpenOutput(), new UTF8Encoding(false), 1 << 15);
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        return Run(args, new Surroundings(Console.OpenStandardInput, output, error)
        {
            DataFolder = Environment.GetEnvironmentVariable("MARSAD_DATA") is { Length: > 0 } folder
                ? folder
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "marsad"),
            Store = Environment.GetEnvironmentVariable("MARSAD_STORE"),
            KeyFolder = Environment.GetEnvironmentVariable("MARSAD_KEYS") is { Length: > 0 } keys
                ? keys
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "marsad", "keys"),
            CheckpointFile = Environment.GetEnvironmentVariable("MARSAD_CHECKPOINTS") is { Length: > 0 } checkpoints ? checkpoints : null,
            AskSecret = Console.IsInputRedirected || Console.IsErrorRedirected ? null : SecretPrompt.Ask,
            FirstPassword = Environment.GetEnvironmentVariable("MARSAD_ADMIN_PASSWORD") is { Length: > 0 } password ? password : null,
            User = Environment.UserName,
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 110 : Math.Clamp(Console.WindowWidth, 60, 160),
        });
    }

    /// <summary>Runs one command line and answers its exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, Surroundings here, CancellationToken cancel = default)
    {
        var parse = Root(here).Parse(args);
        if (parse.Errors.Count > 0)
            return Failures.Say(here, OneLine(parse), ExitCode.Wrong);
        var code = await parse.InvokeAsync(new InvocationConfiguration
        {
            Output = here.Output,
            Error = here.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
        }, cancel);
        return await Failures.Guard(here, () => Task.FromResult(code), CancellationToken.None);
    }

    private static RootCommand Root(Surroundings here)
    {
        var root = new RootCommand("Marsad: watchlist screening that explains every score.")
        {
            new Option<string>("--data") { Description = "The data folder (default: MARSAD_DATA, or the per-user data folder)", HelpName = "DIR", Recursive = true },
            new Option<string>("--store") { Description = "The shared store, a PostgreSQL connection string (default: MARSAD_STORE, or a file in the data folder)", HelpName = "\"Host=…\"", Recursive = true },
            Languages(),
        };
        foreach (var verb in Verbs(here))
            root.Add(verb);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    private static IEnumerable<Command> Verbs(Surroundings here) =>
    [
        ScreenCommands.Create(here),
        CompareCommands.Create(here),
        ShowCommands.Create(here),
        ReadCommands.Create(here),
        DemoCommands.Create(here),
        ReplayCommands.Create(here),
        ServeCommands.Create(here),
        ListsCommands.Create(here),
        ProfilesCommands.Create(here),
        AccountsCommands.Create(here),
        AuditCommands.Create(here),
    ];

    private static Option<string> Languages()
    {
        var option = new Option<string>("--lang") { Description = "The language of the words on the terminal: en, ar or ru", HelpName = "ar|en|ru", Recursive = true };
        option.AcceptOnlyFromAmong("ar", "en", "ru");
        return option;
    }

    private static string OneLine(ParseResult parse)
    {
        var where = parse.CommandResult.Command is RootCommand ? "marsad" : "marsad " + parse.CommandResult.Command.Name;
        return $"{parse.Errors[0].Message.TrimEnd('.')}. See: {where} --help";
    }

    /// <summary>
    /// Standard output. The runtime's own stream swallows a broken pipe and lets the program work on for nobody, so a pipe
    /// is written directly; a file is not, because two descriptors of one file share their place in it.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }
}
