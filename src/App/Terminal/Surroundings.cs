using System.CommandLine;
using Marsad.App.Words;
using Spectre.Console;

namespace Marsad.App.Terminal;

/// <summary>What a command works in: its streams, its clock, its data folder and its language. Tests hand in their own.</summary>
internal sealed record Surroundings
{
    private readonly Lazy<IAnsiConsole> _tables;

    /// <param name="input">Standard input; only opened when a command reads it.</param>
    /// <param name="output">Standard output: results.</param>
    /// <param name="error">Standard error: progress, warnings and errors.</param>
    public Surroundings(Func<Stream> input, TextWriter output, TextWriter error)
    {
        (OpenInput, Output, Error) = (input, output, error);
        _tables = new Lazy<IAnsiConsole>(CreateTables);
    }

    private Surroundings(Surroundings original)
    {
        (OpenInput, Output, Error) = (original.OpenInput, original.Output, original.Error);
        (Clock, DataFolder, Store, KeyFolder, User) = (original.Clock, original.DataFolder, original.Store, original.KeyFolder, original.User);
        (IsTerminal, IsErrorTerminal, CheckpointFile) = (original.IsTerminal, original.IsErrorTerminal, original.CheckpointFile);
        (AskSecret, FirstPassword) = (original.AskSecret, original.FirstPassword);
        (Width, Language) = (original.Width, original.Language);
        // A copy draws with its own settings.
        _tables = new Lazy<IAnsiConsole>(CreateTables);
    }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; }

    /// <summary>Standard output: results.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error: progress, warnings and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>The clock: how old a list is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The folder of the embedded store; it need not exist yet.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The connection string of a shared store; null for the file in the data folder.</summary>
    public string? Store { get; init; }

    /// <summary>Where private keys lie: never inside the data folder, so that a copy of the data cannot sign.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>A file elsewhere that checkpoints of the audit are added to; null for none.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>Asks the person at the terminal for a secret; null when nobody is there to answer.</summary>
    public Func<string, string>? AskSecret { get; init; }

    /// <summary>The password of the first administrator, from the environment; null for none.</summary>
    public string? FirstPassword { get; init; }

    /// <summary>Who works at this terminal, as the operating system says it.</summary>
    public string User { get; init; } = "unknown";

    /// <summary>True when a person reads the results as they come: colors are allowed.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True when a person watches standard error: a progress bar is allowed.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>How many columns a table may take.</summary>
    public int Width { get; init; } = 110;

    /// <summary>The language of the words; results for programs never change with it.</summary>
    public Language Language { get; init; }

    /// <summary>The wordings in that language.</summary>
    public Wordings Words => Wordings.In(Language);

    /// <summary>Draws tables on <see cref="Output"/>; without colors or any escape code unless a person is reading.</summary>
    public IAnsiConsole Tables => _tables.Value;

    /// <summary>The day it is, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>These surroundings as the command line's own options change them (<c>--data</c>, <c>--lang</c>).</summary>
    public Surroundings For(ParseResult parse) => this with
    {
        DataFolder = Path.GetFullPath(parse.GetValue<string>("--data") ?? DataFolder),
        Store = parse.GetValue<string>("--store") ?? Store,
        Language = Wordings.LanguageOf(parse.GetValue<string>("--lang")) ?? Language,
    };

    private IAnsiConsole CreateTables()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(new LineWriter(Output, isRightToLeft: Language == Language.Arabic)),
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
