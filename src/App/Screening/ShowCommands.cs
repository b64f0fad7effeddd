using System.CommandLine;
using System.Text;
using Marsad.App.Audit;
using Marsad.App.Imports;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;

namespace Marsad.App.Screening;

/// <summary>The verb <c>show</c>: one entry with every field and where the publisher's file has it.</summary>
internal sealed class ShowCommands
{
    private readonly Argument<string> _entry = new("ENTRY") { Description = "The entry: LIST:REFERENCE such as un:QDi.430" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "The entry as of this day", HelpName = "DATE" };
    private readonly Option<bool> _history = new("--history") { Description = "When the entry came, changed and went, by the versions that are kept" };
    private readonly Option<bool> _json = new("--json") { Description = "JSON instead of a table; the entry is in Marsad's own format (docs/nk-format.md)" };

    private readonly Option<string> _purpose = new("--purpose") { Description = "What for; it goes into the audit", HelpName = "TEXT" };

    public static Command Create(Surroundings here)
    {
        var show = new ShowCommands();
        var verb = new Verb(here, "show", "One entry with every field, source path and change", "marsad show un:QDi.430") { show._entry, show._asOf, show._history, show._json, show._purpose };
        verb.Does(show.Run);
        return verb;
    }

    private async Task<int> Run(ParseResult parse, Surroundings here, CancellationToken cancel)
    {
        var id = parse.GetValue(_entry)!;
        var asOf = parse.GetValue(_asOf) is { } day ? PolicyOptions.Day("--as-of", day) : (DateOnly?)null;
        var listId = ScreeningJson.ListOf(id);
        if (listId == id)
            throw new WrongInputException($"\"{id}\" is no entry: allowed is LIST:REFERENCE such as un:QDi.430");
        var store = new ListStore(here.DataFolder);
        var list = store.Open(asOf, [listId])[0];
        var entry = list.Entries.FirstOrDefault(e => e.Id == id);
        var history = parse.GetValue(_history) ? EntryHistory.Of(store, listId, id) : [];
        // An entry that is no longer listed has a history all the same.
        if (entry is null && history.Count == 0)
            throw new WrongInputException($"{list.Id} {list.Version} has no entry \"{id}\"{Near(list, id)}");
        using var records = Store.Open(here);
        await using (var audit = Auditor.OpenBriefly(records, here.Clock))
        {
            await audit.Seal(audit.Event(AuditCommands.ActorOf(here), "read").With(j =>
            {
                j.WriteString("entry", id);
                j.WriteString("purpose", parse.GetValue(_purpose) ?? "");
            }).Concerning(ScreeningAudit.About(id)), cancel);
        }
        if (parse.GetValue(_json))
            here.Output.Write(Encoding.UTF8.GetString(EntryJson(entry, ListInForce.From(list, here.Today), history, parse.GetValue(_history))));
        else
            new EntryView(here).Show(id, entry, ListInForce.From(list, here.Today), history);
        return ExitCode.Nothing;
    }

    /// <summary>The same reference in other letters, or those that begin with it.</summary>
    private static string Near(LoadedList list, string id)
    {
        var near = list.Entries.Where(e => e.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Take(3).Select(e => e.Id).ToList();
        return near.Count == 0 ? "" : "; near it: " + string.Join(", ", near);
    }

    public static byte[] EntryJson(ListEntry? entry, ListInForce list, IReadOnlyList<EntryChange> history, bool withHistory) => ScreeningJson.Line(json =>
    {
        json.WritePropertyName("list");
        ScreeningJson.WriteList(json, list);
        json.WritePropertyName("entry");
        if (entry is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(new NkWriter(Stream.Null).Write(entry));
        if (!withHistory)
            return;
        json.WriteStartArray("history");
        foreach (var change in history)
        {
            json.WriteStartObject();
            json.WriteString("version", change.Version);
            json.WriteString("change", ScreeningJson.Word(change.Kind));
            json.WriteStartArray("fields");
            foreach (var field in change.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Field);
                json.WriteString("old", field.Old);
                json.WriteString("new", field.New);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
