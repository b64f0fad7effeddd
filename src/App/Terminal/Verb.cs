using System.CommandLine;

namespace Marsad.App.Terminal;

/// <summary>A verb of the command line: what it does, an example for its help, and how its failures become exit codes.</summary>
internal sealed class Verb : Command
{
    private readonly Surroundings _here;

    /// <param name="here">Where the command runs, before its own options change that.</param>
    /// <param name="name">The word on the command line.</param>
    /// <param name="description">One line of help.</param>
    /// <param name="example">A command that works, as its help shows it.</param>
    public Verb(Surroundings here, string name, string description, string example) : base(name, description)
    {
        _here = here;
        Example = example;
    }

    /// <summary>A command that works.</summary>
    public string Example { get; }

    /// <summary>Sets what the verb does; the answer is an <see cref="ExitCode"/>.</summary>
    public void Does(Func<ParseResult, Surroundings, CancellationToken, Task<int>> action) =>
        SetAction(async (parse, cancel) =>
        {
            var here = _here.For(parse);
            return await Failures.Guard(here, () => action(parse, here, cancel), cancel);
        });

    /// <summary>Sets what a verb does that waits for nothing.</summary>
    public void Does(Func<ParseResult, Surroundings, int> action) =>
        Does((parse, here, _) => Task.FromResult(action(parse, here)));
}
