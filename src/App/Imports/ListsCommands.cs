using System.CommandLine;
using System.Globalization;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Nk;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Marsad.App.Imports;

/// <summary>The verb <c>lists</c>: what is loaded, and everything that changes it.</summary>
internal static class ListsCommands
{
    public static Command Create(Surroundings here)
    {
        var lists = new Verb(here, "lists", "The lists that are screened against: what is loaded, imports, history", "marsad lists --json");
        var json = new Option<bool>("--json") { Description = "One JSON object a line" };
        lists.Add(json);
        lists.Does((parse, here) => ListsTable.Show(here, parse.GetValue(json)));
        lists.Add(Import(here));
        lists.Add(ListUpdateCommand.Create(here));
        foreach (var verb in ListVersionCommands.Create(here))
            lists.Add(verb);
        lists.Add(Export(here));
        return lists;
    }

    private static Verb Import(Surroundings here)
    {
        var verb = new Verb(here, "import", "Import a publisher's files: read, check, publish whole or not at all",
            "marsad lists import ofac-sdn sdn.csv alt.csv add.csv");
        var format = new Argument<string>("FORMAT") { Description = Formats };
        var files = new Argument<string[]>("FILE") { Description = "The files of the list, packed with gzip or not", Arity = ArgumentArity.OneOrMore };
        var id = new Option<string?>("--as") { Description = "The id of the list (default: the one of the format's source card)", HelpName = "LIST-ID" };
        var accept = new Option<string?>("--accept") { Description = "Publish although checks fail, for this reason, which is recorded", HelpName = "REASON" };
        var date = new Option<string?>("--list-date") { Description = "The list's date, for files that do not state it", HelpName = "YYYY-MM-DD" };
        var map = new Option<string[]>("--map") { Description = "csv: which column is which field, such as --map 'full name=name'", HelpName = "COLUMN=FIELD|FILE.yml", AllowMultipleArgumentsPerToken = true };
        Add(verb, format, files, id, accept, date, map);
        verb.Does((parse, here, _) =>
        {
            var reader = Reader(parse.GetValue(format)!, parse.GetValue(map) ?? []);
            var incoming = parse.GetValue(files)!.Select(f => new IncomingFile(Path.GetFileName(f), () => OpenFile(f))).ToList();
            return ImportReport.Run(here, new ImportRequest(ListOf(parse.GetValue(id), reader, parse.GetValue(files)!), reader, incoming)
            {
                Accept = Reason(parse.GetValue(accept)),
                ListDate = Day(parse.GetValue(date), "--list-date"),
            });
        });
        return verb;
    }

    private static Verb Export(Surroundings here)
    {
        var verb = new Verb(here, "export", "Write a list in Marsad's own format", "marsad lists export un --facts --out un.ndjson.br");
        var list = new Argument<string>("LIST") { Description = "LIST or LIST@VERSION" };
        var facts = new Option<bool>("--facts") { Description = "Leave out the publisher's sentences: remarks, offices, notes" };
        var output = new Option<string?>("--out") { Description = "The file to write, packed if it ends in .br or .gz (default: standard output)", HelpName = "FILE" };
        Add(verb, list, facts, output);
        verb.Does(async (parse, here, _) =>
        {
            var version = new ListStore(here.DataFolder).Find(parse.GetValue(list)!);
            await ListAudit.Enter(here, "listExport", version.Reference);
            using var target = parse.GetValue(output) is { } path ? PackedFile.Create(path) : new TextStream(here.Output);
            ListExport.Write(version, target, parse.GetValue(facts));
            return ExitCode.Nothing;
        });
        return verb;
    }

    /// <summary>The list a file is of when nobody says so: Marsad's own format states it, a publisher's format has its source card.</summary>
    public static string? ListIn(string path, IListReader reader)
    {
        if (reader is not NkReader)
            return SourceCard.OfFormat(reader.Format)?.Id;
        OpenFile(path).Dispose();
        using var content = PackedFile.Open(path);
        return NkReader.ReadHeader(content)?.List;
    }

    /// <summary>The formats, for help and for errors.</summary>
    public static string Formats => string.Join(", ", ListFormats.All.Select(r => r.Format).Distinct());

    public static void Add(Command verb, params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                verb.Add(option);
            else
                verb.Add((Argument)symbol);
        }
    }

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path))
            throw new WrongInputException($"{path} is a folder; name the files in it");
        return File.Exists(path) ? File.OpenRead(path) : throw new WrongInputException($"there is no file {path}");
    }

    public static IListReader Reader(string format, string[] map)
    {
        if (map.Length > 0 && format != "csv")
            throw new WrongInputException("--map goes with the format csv only");
        if (map.Length > 0)
            return new MappedCsvReader(map.SelectMany(Pairs).ToDictionary(StringComparer.Ordinal));
        return ListFormats.Find(format)
            ?? throw new WrongInputException($"there is no format \"{format}\"; there are: {Formats}");
    }

    /// <summary>One COLUMN=FIELD, or all of a YAML file with a line <c>column: field</c> for each.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Pairs(string map)
    {
        var at = map.LastIndexOf('=');
        if (at > 0 && at < map.Length - 1)
            return [new(map[..at], map[(at + 1)..])];
        if (!File.Exists(map))
            throw new WrongInputException($"--map \"{map}\" is neither COLUMN=FIELD nor a YAML file of column: field");
        try
        {
            using var yaml = File.OpenText(map);
            return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>?>(yaml) ?? [];
        }
        catch (YamlException error)
        {
            throw new WrongInputException($"{map} line {error.Start.Line}: {error.Message}; a line is column: field", error);
        }
    }

    private static string ListOf(string? id, IListReader reader, string[] paths)
    {
        id ??= ListIn(paths[0], reader) ?? throw new WrongInputException($"a list of the format {reader.Format} needs a name: --as LIST-ID");
        return ListId.IsValid(id) ? id : throw new WrongInputException($"\"{id}\" is no list id: a to z, 0 to 9, - and _ are allowed");
    }

    public static string? Reason(string? reason) =>
        reason is null || !string.IsNullOrWhiteSpace(reason) ? reason?.Trim() : throw new WrongInputException("--accept needs a reason, which is recorded");

    public static DateOnly? Day(string? text, string option)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongInputException($"{option} \"{text}\" is no day of the form YYYY-MM-DD");
    }
}
