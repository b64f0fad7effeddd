using System.CommandLine;
using Marsad.App.Terminal;

namespace Marsad.App.Imports;

/// <summary>The verb <c>lists update</c>.</summary>
internal static class ListUpdateCommand
{
    public static Verb Create(Surroundings here)
    {
        var verb = new Verb(here, "update", "Fetch lists from their publishers and import them; a failure leaves the last good version in force", "marsad lists update un ofac-sdn");
        var lists = new Argument<string[]>("LIST") { Description = "Lists with a source card (default: those that are in use)", Arity = ArgumentArity.ZeroOrMore };
        var accept = new Option<string?>("--accept") { Description = "Publish although checks fail, for this reason, which is recorded", HelpName = "REASON" };
        var isPrivate = new Option<bool>("--allow-private-addresses") { Description = "Fetch from loopback and private addresses too, such as a mirror inside the house" };
        ListsCommands.Add(verb, lists, accept, isPrivate);
        verb.Does((parse, here, cancel) => Update(here, new ListStore(here.DataFolder), parse.GetValue(lists) ?? [],
            ListsCommands.Reason(parse.GetValue(accept)), new FetchLimits { MayBePrivate = parse.GetValue(isPrivate) }, cancel));
        return verb;
    }

    private static async Task<int> Update(
        Surroundings here, ListStore store, string[] wanted, string? accept, FetchLimits limits, CancellationToken cancel)
    {
        var cards = Cards(store, wanted);
        var failed = 0;
        await using var audit = ListAudit.Open(here);
        foreach (var card in cards)
        {
            try
            {
                var result = await audit.Around(card.Id, card.Files.Select(f => f.Name), () =>
                    new ListUpdate(store, here.Clock, limits).Run(card, accept, ImportReport.Progress(here, card.Id), cancel));
                if (result is null)
                    here.Output.WriteLine($"{card.Id}: nothing changed, says the publisher");
                else
                    ImportReport.Say(here, result);
            }
            catch (Exception error) when (error is HttpRequestException or WrongInputException or IOException)
            {
                failed++;
                Failures.Say(here, $"{card.Id}: {error.Message}; {Kept(store, card.Id)}", ExitCode.Failed);
            }
        }
        return failed == 0 ? ExitCode.Nothing : ExitCode.Failed;
    }

    private static string Kept(ListStore store, string id) =>
        store.Current(id) is { } kept ? $"{kept.Reference} stays in force" : "there is no earlier version";

    private static List<SourceCard> Cards(ListStore store, string[] wanted)
    {
        if (wanted.Length == 0)
            return [.. store.Ids.Where(id => !store.IsDisabled(id)).Select(id => SourceCard.All.GetValueOrDefault(id)).OfType<SourceCard>().Where(c => c.Files.Count > 0)];
        return [.. wanted.Select(id => SourceCard.All.GetValueOrDefault(id)
            ?? throw new WrongInputException($"the list \"{id}\" has no source card; there are cards of: {string.Join(", ", SourceCard.All.Keys)}"))];
    }
}
