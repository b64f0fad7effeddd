using System.CommandLine;
using System.Globalization;
using Marsad.App.Terminal;
using Spectre.Console;

namespace Marsad.App.Profiles;

/// <summary>The verb <c>profiles</c>: which policies there are, and what one says.</summary>
internal static class ProfilesCommands
{
    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "profiles", "The screening policies: threshold, lists, weak aliases, limit", "marsad profiles show ofac");
        verb.Does((_, here) => List(here));

        var name = new Argument<string>("NAME") { Description = "The policy" };
        name.CompletionSources.Add(_ => new ProfileStore(here.DataFolder).Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        var show = new Verb(here, "show", "One policy, as its file says it", "marsad profiles show ofac") { name };
        show.Does((parse, here) => Show(here, parse.GetValue(name)!));
        verb.Add(show);
        return verb;
    }

    private static int List(Surroundings here)
    {
        var store = new ProfileStore(here.DataFolder);
        var words = here.Words;
        var table = new Table().Border(TableBorder.None)
            .AddColumns(words["profile.name"], words["profile.rule"], words["screen.threshold"], words["profile.limit"], words["profile.description"]);
        foreach (var profile in store.Names.Select(store.Find))
        {
            table.AddRow(
                new Text(profile.Name), new Text(words.Of(profile.Rule)), new Text(profile.Threshold.ToString(CultureInfo.InvariantCulture)),
                new Text(profile.Limit.ToString(CultureInfo.InvariantCulture)), new Text(profile.Description));
        }
        here.Tables.Write(table);
        return ExitCode.Nothing;
    }

    private static int Show(Surroundings here, string name)
    {
        var store = new ProfileStore(here.DataFolder);
        _ = store.Find(name); // a policy that cannot be read is said so, not shown
        here.Output.WriteLine($"# {name}: {(store.IsBuiltIn(name) ? here.Words["profile.builtIn"] : store.FileOf(name))}");
        here.Output.Write(store.Text(name));
        return ExitCode.Nothing;
    }
}
