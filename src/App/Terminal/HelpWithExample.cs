using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Marsad.App.Terminal;

/// <summary>The usual help, and under it an example that works.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;

        // People start the script marsad; the library prints the file it was started from.
        output.Write(text.ToString().Replace(RootCommand.ExecutableName, "marsad", StringComparison.Ordinal));
        if (parseResult.CommandResult.Command is Verb verb)
            output.WriteLine($"Example:{Environment.NewLine}  {verb.Example}");
        return code;
    }
}
