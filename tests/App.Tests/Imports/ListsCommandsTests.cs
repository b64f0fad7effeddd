using System.Text.Json;
using Marsad.App.Imports;
using Marsad.App.Terminal;

namespace Marsad.App.Tests.Imports;

/// <summary>The verbs of <c>marsad lists</c> as a person and a script meet them.</summary>
public class ListsCommandsTests
{
    [Fact]
    public async Task A_fresh_folder_shows_the_starters_and_their_age_loudly()
    {
        using var demo = new Demo();
        var ran = await Ran.With(demo.Data, ["lists"]);
        Assert.Equal(0, ran.Code);
        Assert.Contains("OLD 668 days", ran.Output, StringComparison.Ordinal);
        Assert.Contains("starter list", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_as_json_give_one_object_a_list()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-03-01"));
        var ran = await Ran.With(demo.Data, ["lists", "--json"]);
        var rows = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["demo", "ofac-sdn", "un"], rows.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(1, rows[0].GetProperty("ageDays").GetInt32());
        Assert.False(rows[0].GetProperty("isOld").GetBoolean());
        Assert.True(rows[1].GetProperty("isStarter").GetBoolean());
    }

    [Fact]
    public async Task An_import_says_what_it_published_and_shows_no_progress_to_a_program()
    {
        using var demo = new Demo();
        var file = demo.Put("people.ndjson", Demo.File(Demo.People(1500)));
        var ran = await Ran.With(demo.Data, ["lists", "import", "nk", file]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("demo 2026-01-01 published: 1,500 entries, 3,000 names", ran.Output, StringComparison.Ordinal);
        Assert.Equal("", ran.Error);
        Assert.Equal("demo: nothing changed since 2026-01-01, no new version", (await Ran.With(demo.Data, ["lists", "import", "nk", file])).Output.Trim());
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "nk", file, "--as", "second"])).Code);
        Assert.Equal(["demo", "second"], demo.Store.Imported);
        Assert.Equal("second:1", demo.Store.Open(lists: ["second"])[0].Entries[0].Id);
    }

    [Fact]
    public async Task A_refused_import_is_one_line_with_both_numbers_and_exit_code_2()
    {
        using var demo = new Demo();
        var file = demo.Put("un.ndjson", Demo.File(Demo.People(20)));
        var ran = await Ran.With(demo.Data, ["lists", "import", "nk", file, "--as", "un"]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith("marsad: un was not imported, nothing changed: entries: 20, allowed is 600 to 5000;", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.Equal("", demo.Snapshot());
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "nk", file, "--as", "un", "--accept", "a drill"])).Code);
        Assert.Contains("accepted \"a drill\"", (await Ran.With(demo.Data, ["lists", "history", "un"])).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_is_imported_with_its_columns_named_on_the_command_line_or_in_a_file()
    {
        using var demo = new Demo();
        var csv = demo.Put("own.csv", "nr,who\n1,Invented Person\n2,Another Person\n"u8.ToArray());
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "csv", csv, "--as", "own", "--map", "who=name", "nr=id"])).Code);
        Assert.Equal(["own:1", "own:2"], demo.Store.Open(lists: ["own"])[0].Entries.Select(e => e.Id));
        var map = demo.Put("map.yml", "who: name\nnr: id\n"u8.ToArray());
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "csv", csv, "--as", "own2", "--map", map])).Code);
        Assert.Equal("Invented Person", demo.Store.Open(lists: ["own2"])[0].Entries[0].Caption);
    }

    [Theory]
    [InlineData("there is no format", "lists", "import", "pdf", "FILE")]
    [InlineData("there is no file", "lists", "import", "nk", "FILE.missing")]
    [InlineData("is a folder", "lists", "import", "un", ".")]
    [InlineData("needs a name: --as", "lists", "import", "csv", "FILE")]
    [InlineData("is no list id", "lists", "import", "nk", "FILE", "--as", "../up")]
    [InlineData("--accept needs a reason", "lists", "import", "nk", "FILE", "--accept", " ")]
    [InlineData("is no day", "lists", "import", "nk", "FILE", "--list-date", "yesterday")]
    [InlineData("--map goes with the format csv", "lists", "import", "nk", "FILE", "--map", "a=b")]
    [InlineData("neither COLUMN=FIELD nor", "lists", "import", "csv", "FILE", "--as", "x", "--map", "nonsense")]
    [InlineData("was never imported", "lists", "history", "nowhere")]
    [InlineData("is no LIST or LIST@VERSION", "lists", "export", "../../etc/passwd")]
    [InlineData("there is no list", "lists", "disable", "nowhere")]
    [InlineData("has no source card", "lists", "update", "nowhere")]
    [InlineData("name the version", "lists", "remove", "demo")]
    [InlineData("there is no demo@1", "lists", "diff", "demo@1", "demo")]
    public async Task Wrong_input_is_one_line_and_exit_code_2(string expected, params string[] args)
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        var file = demo.Put("file", Demo.File(Demo.People(20)));
        var ran = await Ran.With(demo.Data, [.. args.Select(a => a.Replace("FILE", file, StringComparison.Ordinal))]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_diff_names_entries_and_fields_in_words_and_as_json()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-01-01"));
        demo.Import(Demo.File(Demo.People(21, renamed: 3).Skip(1), date: "2026-02-01"));
        var ran = await Ran.With(demo.Data, ["lists", "diff", "demo@2026-01-01", "demo"]);
        Assert.Equal(0, ran.Code);
        Assert.Equal(
            ["added    demo:21  Invented Person 21", "changed  demo:3  Renamed Person 3", "           - names: Invented Person 3 (primary)",
                "           + names: Renamed Person 3 (primary)", "removed  demo:1  Invented Person 1", "+1 added, -1 removed, ~1 changed, 0 merged"],
            ran.Output.TrimEnd().Split(Environment.NewLine));
        var json = (await Ran.With(demo.Data, ["lists", "diff", "demo@2026-01-01", "demo", "--json"])).Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(3, json.Length);
        Assert.Equal("names", JsonDocument.Parse(json[1]).RootElement.GetProperty("fields")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_diff_of_files_needs_no_store()
    {
        using var demo = new Demo();
        var (a, b) = (demo.Put("a.ndjson", Demo.File(Demo.People(20))), demo.Put("b.ndjson.gz", Demo.GZip(Demo.File(Demo.People(22)))));
        Assert.EndsWith("+2 added, -0 removed, ~0 changed, 0 merged", (await Ran.With(demo.Data, ["lists", "diff", a, b])).Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("nothing changed", (await Ran.With(demo.Data, ["lists", "diff", a, a])).Output.TrimEnd());
    }

    [Fact]
    public async Task Verify_finds_a_source_file_and_an_entry_that_somebody_changed()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        var sound = await Ran.With(demo.Data, ["lists", "verify"]);
        Assert.Equal((0, "demo@2026-01-01: 20 entries, 1 source files, sound"), (sound.Code, sound.Output.Trim()));

        var source = Path.Combine(demo.Store.Current("demo")!.Folder, "source", "demo.ndjson.gz");
        File.WriteAllBytes(source, [.. File.ReadAllBytes(source), 0]);
        var damaged = await Ran.With(demo.Data, ["lists", "verify", "demo"]);
        Assert.Equal(3, damaged.Code);
        Assert.Contains("DAMAGED: demo.ndjson.gz has another SHA-256", damaged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_in_force_is_removed_only_by_force()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-01-01"));
        demo.Import(Demo.File(Demo.People(21), date: "2026-02-01"));
        var refused = await Ran.With(demo.Data, ["lists", "remove", "demo@2026-02-01"]);
        Assert.Equal(2, refused.Code);
        Assert.Contains("is in force", refused.Error, StringComparison.Ordinal);
        Assert.Equal("demo@2026-02-01 removed; in force: demo@2026-01-01", (await Ran.With(demo.Data, ["lists", "remove", "demo@2026-02-01", "--force"])).Output.Trim());
        Assert.Equal(["2026-01-01"], demo.Store.Versions("demo").Select(v => v.Label));
    }

    [Fact]
    public async Task A_version_is_disabled_and_enabled()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20), date: "2026-01-01"));
        demo.Import(Demo.File(Demo.People(21), date: "2026-02-01"));
        Assert.Equal("demo@2026-02-01 disabled; in force: demo@2026-01-01", (await Ran.With(demo.Data, ["lists", "disable", "demo@2026-02-01"])).Output.Trim());
        Assert.Equal("demo disabled; in force: nothing", (await Ran.With(demo.Data, ["lists", "disable", "demo"])).Output.Trim());
        Assert.Contains("disabled", (await Ran.With(demo.Data, ["lists"])).Output, StringComparison.Ordinal);
        await Ran.With(demo.Data, ["lists", "enable", "demo"]);
        Assert.Equal("demo@2026-02-01 enabled; in force: demo@2026-02-01", (await Ran.With(demo.Data, ["lists", "enable", "demo@2026-02-01"])).Output.Trim());
    }

    [Fact]
    public async Task An_export_reads_back_as_the_same_list_and_facts_leave_sentences_out()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20).Select(e => e with { Remarks = [new("A sentence of the publisher", "r")], Positions = [new("Clerk", "p")] })));
        var whole = await Ran.With(demo.Data, ["lists", "export", "demo"]);
        Assert.Equal(ImportOutcome.Unchanged, demo.Import(System.Text.Encoding.UTF8.GetBytes(whole.Output)).Outcome);
        var facts = await Ran.With(demo.Data, ["lists", "export", "demo", "--facts"]);
        Assert.Contains("A sentence", whole.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A sentence", facts.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Clerk", facts.Output, StringComparison.Ordinal);
        Assert.Contains("شخص 7", facts.Output, StringComparison.Ordinal);
    }
}
