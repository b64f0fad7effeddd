using System.CommandLine;
using Marsad.App.Terminal;

namespace Marsad.App.Profiles;

/// <summary>The verb <c>profiles</c>.</summary>
internal static class ProfilesCommands
{
    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "profiles", "The screening policies: threshold, lists, weak aliases, limit", "marsad profiles show ofac");
        verb.Does((_, here) =>
        {
            here.Output.WriteLine("default");
            return ExitCode.Nothing;
        });
        return verb;
    }
}
