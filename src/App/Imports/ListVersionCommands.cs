using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Spectre.Console;

namespace Marsad.App.Imports;

/// <summary>The verbs that look at versions of a list, and take them out of use: history, diff, verify, disable, enable, remove.</summary>
internal static class ListVersionCommands
{
    public static IEnumerable<Verb> Create(Surroundings here) =>
        [History(here), Diff(here), Verify(here), Disable(here, isDisabled: true), Disable(here, isDisabled: false), Remove(here)];

    private static Verb History(Surroundings here)
    {
        var verb = new Verb(here, "history", "The versions of a list, oldest first, with what was accepted and which issues were found", "marsad lists history un");
        var list = new Argument<string>("LIST");
        var json = new Option<bool>("--json") { Description = "One manifest a line" };
        ListsCommands.Add(verb, list, json);
        verb.Does((parse, here) =>
        {
            var store = new ListStore(here.DataFolder);
            var versions = store.Versions(parse.GetValue(list)!);
            if (versions.Count == 0)
                throw new WrongInputException($"the list {parse.GetValue(list)} was never imported; imported are: {Named(store.Imported)}");
            if (parse.GetValue(json))
                foreach (var version in versions)
                    here.Output.WriteLine(JsonSerializer.Serialize(version.Manifest, CompactManifestJson.Default.ListManifest));
            else
                here.Tables.Write(Table(store, versions));
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Table Table(ListStore store, IReadOnlyList<ListVersion> versions)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("version").AddColumn("imported").AddColumn(new TableColumn("entries").RightAligned())
            .AddColumn(new TableColumn("issues").RightAligned()).AddColumn("note");
        var current = store.Current(versions[0].Id);
        foreach (var version in versions)
        {
            var manifest = version.Manifest;
            var note = version == current ? "in force" : store.IsDisabled(version.Id, version.Label) ? "disabled" : "";
            if (manifest.Accepted is { } accepted)
                note += $"{(note.Length > 0 ? "; " : "")}accepted \"{accepted.Reason}\": {string.Join("; ", accepted.Checks.Select(c => $"{c.Check} {c.Measured}, allowed is {c.Allowed}"))}";
            table.AddRow(new Text(version.Label), new Text(manifest.ImportedAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)),
                new Text(Number(manifest.Counts.Entries)), new Text(Number(manifest.IssueCount)), new Text(note));
        }
        return table;
    }

    private static Verb Diff(Surroundings here)
    {
        var verb = new Verb(here, "diff", "What was added, changed, removed and merged between two versions", "marsad lists diff un@2025-11-20 un@2026-02-27");
        var older = new Argument<string>("OLD") { Description = "LIST@VERSION, LIST (the version in force), or a file" };
        var newer = new Argument<string>("NEW") { Description = "The same" };
        var format = new Option<string>("--format") { Description = "The format of files: " + ListsCommands.Formats, DefaultValueFactory = _ => "nk" };
        var json = new Option<bool>("--json") { Description = "One JSON object per entry" };
        ListsCommands.Add(verb, older, newer, format, json);
        verb.Does((parse, here) =>
        {
            var reader = ListsCommands.Reader(parse.GetValue(format)!, []);
            var store = new ListStore(here.DataFolder);
            return ListsDiff.Say(here, ListDelta.Between(Entries(store, parse.GetValue(older)!, reader), Entries(store, parse.GetValue(newer)!, reader)), parse.GetValue(json));
        });
        return verb;
    }

    /// <summary>The entries of a version in the store, or of a file. A file stands for the list it is of, so that ids meet.</summary>
    private static List<ListEntry> Entries(ListStore store, string reference, IListReader reader)
    {
        if (!File.Exists(reference))
            return [.. store.Find(reference).Entries()];
        using var content = PackedFile.Open(reference);
        var reading = new ListReading(ListsCommands.ListIn(reference, reader) ?? "list", [new ListFile(Path.GetFileName(reference), content)]);
        List<ListEntry> entries = [.. reader.Read(reading)];
        return reading.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Fatal) is { } fatal
            ? throw new WrongInputException($"{reference} line {fatal.Line}: {fatal.Reason}")
            : entries;
    }

    private static Verb Verify(Surroundings here)
    {
        var verb = new Verb(here, "verify", "Hash and count again what is stored, and compare with the manifests", "marsad lists verify");
        var lists = new Argument<string[]>("LIST") { Description = "LIST or LIST@VERSION (default: every version of every list)", Arity = ArgumentArity.ZeroOrMore };
        ListsCommands.Add(verb, lists);
        verb.Does((parse, here) =>
        {
            var store = new ListStore(here.DataFolder);
            var wanted = parse.GetValue(lists) is { Length: > 0 } named ? named.Select(store.Find) : store.Imported.SelectMany(store.Versions);
            var damaged = 0;
            foreach (var version in wanted)
            {
                var faults = ListVerification.Faults(version).ToList();
                damaged += faults.Count > 0 ? 1 : 0;
                here.Output.WriteLine(faults.Count == 0
                    ? $"{version.Reference}: {Number(version.Manifest.Counts.Entries)} entries, {version.Manifest.Sources.Length} source files, sound"
                    : $"{version.Reference}: DAMAGED: {string.Join("; ", faults)}");
            }
            if (parse.GetValue(lists) is not { Length: > 0 })
            {
                foreach (var fault in new IndexStore(here.DataFolder).RemoveDamaged())
                {
                    damaged++;
                    here.Output.WriteLine($"{fault} It was removed, and is made again when it is needed");
                }
            }
            return damaged == 0 ? ExitCode.Nothing : ExitCode.Failed;
        });
        return verb;
    }

    private static Verb Disable(Surroundings here, bool isDisabled)
    {
        var verb = isDisabled
            ? new Verb(here, "disable", "Take a list, or one version of it, out of use", "marsad lists disable un@2026-02-27")
            : new Verb(here, "enable", "Take a disabled list or version into use again", "marsad lists enable un@2026-02-27");
        var list = new Argument<string>("LIST") { Description = "LIST for the whole list, LIST@VERSION for one version" };
        ListsCommands.Add(verb, list);
        verb.Does(async (parse, here, _) =>
        {
            var store = new ListStore(here.DataFolder);
            var (id, version) = Split(store, parse.GetValue(list)!);
            await ListAudit.Enter(here, isDisabled ? "listDisable" : "listEnable", parse.GetValue(list)!);
            using var taken = ListLock.Take(store.Folder, id, TimeSpan.FromSeconds(20));
            store.Disable(id, version, isDisabled);
            here.Output.WriteLine($"{parse.GetValue(list)} {(isDisabled ? "disabled" : "enabled")}; in force: {InForce(store, id)}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Remove(Surroundings here)
    {
        var verb = new Verb(here, "remove", "Delete a version for good; past screenings against it cannot be replayed", "marsad lists remove un@2025-11-18");
        var list = new Argument<string>("LIST@VERSION");
        var force = new Option<bool>("--force") { Description = "Even the version in force: the newest one before takes its place" };
        ListsCommands.Add(verb, list, force);
        verb.Does(async (parse, here, _) =>
        {
            var store = new ListStore(here.DataFolder);
            var reference = parse.GetValue(list)!;
            var (id, label) = Split(store, reference);
            using var taken = ListLock.Take(store.Folder, id, TimeSpan.FromSeconds(20));
            var version = label is null ? throw new WrongInputException($"name the version: {id}@VERSION, one of {Named(store.Versions(id).Select(v => v.Label))}") : store.Find(reference);
            if (version == store.Current(id) && !parse.GetValue(force))
                throw new WrongInputException($"{reference} is in force: disable it, import a newer one, or say --force");
            await ListAudit.Enter(here, "listRemove", reference);
            store.Remove(version);
            here.Output.WriteLine($"{reference} removed; in force: {InForce(store, id)}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static (string Id, string? Version) Split(ListStore store, string reference)
    {
        if (reference.Contains('@', StringComparison.Ordinal))
            return store.Find(reference) is var version ? (version.Id, version.Label) : default;
        return store.Ids.Contains(reference) ? (reference, null) : throw new WrongInputException($"there is no list \"{reference}\"; there are: {Named(store.Ids)}");
    }

    private static string InForce(ListStore store, string id) =>
        store.Current(id)?.Reference ?? (store.IsDisabled(id) || store.Versions(id).Count > 0 || StarterLists.Header(id) is null ? "nothing" : "the starter list");

    private static string Named(IEnumerable<string> names) => names.ToList() is { Count: > 0 } all ? string.Join(", ", all) : "none";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
