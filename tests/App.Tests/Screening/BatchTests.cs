using System.Text;
using System.Text.Json;

namespace Marsad.App.Tests.Screening;

public class BatchTests(InventedList list) : IClassFixture<InventedList>
{
    private const string Rows = """
        {"id":"a","schema":"Person","properties":{"name":["Nadir Qasimzade"],"birthDate":["1971"],"nationality":["az"]}}
        {"id":2,"name":"Wilhelmina Oosterhuis"}
        this is not JSON
        {"id":"d","name":""}

        {"name":"Golden Falcon Trading"}
        """;

    [Fact]
    public async Task Ndjson_gives_one_line_for_each_row_in_the_same_order_with_the_ids_as_they_came()
    {
        var ran = await list.Run(["screen", "--batch", "-", "--jobs", "4"], Rows);
        Assert.Equal(1, ran.Code);
        var results = Lines(ran.Output);
        Assert.Equal(["\"a\"", "2", "\"3\"", "\"d\"", "\"5\""], results.Select(r => r.GetProperty("id").GetRawText()));
        Assert.Equal("inv:1", results[0].GetProperty("hits")[0].GetProperty("entry").GetString());
        Assert.Equal(0, results[1].GetProperty("hits").GetArrayLength());
        Assert.Equal(["id", "error"], ScreenCommandsTests.Keys(results[2]));
        Assert.Contains("line 3", results[2].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("no name", results[3].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("inv:2", results[4].GetProperty("hits")[0].GetProperty("entry").GetString());
        Assert.Contains("5 rows: 2 with a possible match, 2 bad", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_is_2_only_when_all_rows_are_bad()
    {
        Assert.Equal(2, (await list.Run(["screen", "--batch", "-"], "{\"id\":1}\n{\"id\":2,\"name\":[]}\n")).Code);
        Assert.Equal(0, (await list.Run(["screen", "--batch", "-"], "{\"id\":1}\n{\"id\":2,\"name\":\"Wilhelmina Oosterhuis\"}\n")).Code);
    }

    [Fact]
    public async Task An_empty_batch_has_no_rows_and_is_no_error()
    {
        var ran = await list.Run(["screen", "--batch", "-"], "");
        Assert.Equal((0, ""), (ran.Code, ran.Output));
        Assert.Contains("0 rows", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_properties_and_unreadable_values_are_counted_on_standard_error()
    {
        var ran = await list.Run(["screen", "--batch", "-"], """{"id":1,"name":"Nadir Qasimzade","shoeSize":"43","birthDate":"31/31/1970"}""");
        Assert.Contains("shoeSize (1)", ran.Error, StringComparison.Ordinal);
        Assert.Contains("31/31/1970", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, ran.Code);
    }

    [Fact]
    public async Task An_unknown_schema_is_a_bad_row_that_says_which_are_allowed() =>
        Assert.Contains("allowed are Person", Lines((await list.Run(["screen", "--batch", "-"], """{"id":1,"schema":"Robot","name":"x"}""")).Output)[0].GetProperty("error").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Csv_gives_csv_with_the_columns_kept_and_a_line_for_each_hit()
    {
        var ran = await list.Run(["screen", "--batch", "-"], "Name;Geburtsdatum;note\nNadir Qasimzade;1971;\"a;b\"\nWilhelmina Oosterhuis;;\n");
        Assert.Equal(1, ran.Code);
        var lines = ran.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Name;Geburtsdatum;note;marsad_hits;marsad_match;marsad_entry;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Nadir Qasimzade;1971;\"a;b\";1;true;inv:1;inv;2026-02-27;Nadir QASIMZADE;Person;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Wilhelmina Oosterhuis;;;0;;", lines[2], StringComparison.Ordinal);
        Assert.Contains("semicolon; read Name as name", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_says_what_a_column_holds()
    {
        var ran = await list.Run(["screen", "--batch", "-", "--map", "Kunde=name", "--map", "Nr=id", "--format", "ndjson"], "Nr,Kunde\n77,Nadir Qasimzade\n");
        Assert.Equal("\"77\"", Lines(ran.Output)[0].GetProperty("id").GetRawText());
        Assert.Equal("inv:1", Lines(ran.Output)[0].GetProperty("hits")[0].GetProperty("entry").GetString());
    }

    [Theory]
    [InlineData("Kunde=nosuchproperty", "nosuchproperty")]
    [InlineData("Nobody=name", "names a column")]
    [InlineData("Kunde", "COLUMN=FIELD")]
    public async Task A_wrong_map_says_what_is_allowed(string map, string expected)
    {
        var ran = await list.Run(["screen", "--batch", "-", "--map", map], "Nr,Kunde\n77,Nadir Qasimzade\n");
        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_without_a_column_that_is_known_is_wrong_input()
    {
        var ran = await list.Run(["screen", "--batch", "-"], "foo,bar\n1,2\n");
        Assert.Equal(2, ran.Code);
        Assert.Contains("--map COLUMN=name", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", "ФИО,Дата рождения\nИгорь Вымышленный,1980\n", "inv:4")]
    [InlineData("utf-16", "name,dob\nNadir Qasimzade,1971\n", "inv:1")]
    [InlineData("windows-1256", "الاسم,ملاحظة\nنادر قاسم زاده,لا شيء\n", "inv:1")]
    public async Task The_encoding_of_a_csv_is_recognized_and_said(string encoding, string text, string entry)
    {
        var file = list.Data.File("encoded.csv");
        var bytes = encoding == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        await File.WriteAllBytesAsync(file, [.. bytes.GetPreamble(), .. bytes.GetBytes(text)], TestContext.Current.CancellationToken);
        var ran = await list.Run(["screen", "--batch", file]);
        Assert.Contains(entry, ran.Output, StringComparison.Ordinal);
        Assert.Contains(encoding, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd()|' /C calc'!A0", "'=cmd")]
    [InlineData("@SUM(1)", "'@SUM")]
    [InlineData("+7 999 123-45-67", "+7 999")]
    [InlineData("-5", "-5")]
    [InlineData("-2+3+cmd()", "'-2+3")]
    public async Task A_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string expected)
    {
        var ran = await list.Run(["screen", "--batch", "-"], $"note,name\n{cell},Wilhelmina Oosterhuis\n");
        Assert.StartsWith(expected, ran.Output.Split('\n')[1].TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_more_cells_than_the_header_is_bad_and_does_not_shift_the_rest()
    {
        var ran = await list.Run(["screen", "--batch", "-", "--format", "ndjson"], "id,name\n1,a,b\n2,Nadir Qasimzade\n");
        var results = Lines(ran.Output);
        Assert.Contains("3 cells", results[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("\"2\"", results[1].GetProperty("id").GetRawText());
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_a_bad_row_at_the_end()
    {
        var ran = await list.Run(["screen", "--batch", "-", "--format", "ndjson"], "id,name\n1,Nadir Qasimzade\n2,\"cut");
        Assert.Equal(1, ran.Code);
        Assert.Contains("never closed", Lines(ran.Output)[^1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_two_megabytes_is_a_bad_row_and_the_next_is_read()
    {
        var ran = await list.Run(["screen", "--batch", "-"], "{\"name\":\"" + new string('x', 2 << 20) + "\"}\n{\"id\":\"b\",\"name\":\"Nadir Qasimzade\"}\n");
        var results = Lines(ran.Output);
        Assert.Contains("longer than", results[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("\"b\"", results[1].GetProperty("id").GetRawText());
    }

    [Theory]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"name\":{\"deep\":1}}")]
    [InlineData("{\"name\":\"\\u0000\\u0000\"}")]
    public async Task Hostile_rows_are_answered_and_never_end_the_batch(string row)
    {
        var ran = await list.Run(["screen", "--batch", "-"], "{\"id\":\"first\",\"name\":\"Wilhelmina Oosterhuis\"}\n" + row + "\n{\"id\":\"last\",\"name\":\"Nadir Qasimzade\"}\n");
        Assert.Equal(1, ran.Code);
        Assert.Equal(3, Lines(ran.Output).Count);
        Assert.Equal("\"last\"", Lines(ran.Output)[2].GetProperty("id").GetRawText());
    }

    [Fact]
    public async Task Parquet_is_refused_in_words()
    {
        Assert.Contains("not part of this build", (await list.Run(["screen", "--batch", "-", "--format", "parquet"], Rows)).Error, StringComparison.Ordinal);
        var ran = await list.Run(["screen", "--batch", "-"], "PAR1xxxxxxxx");
        Assert.Equal(2, ran.Code);
        Assert.Contains("Parquet", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_jobs_changes_nothing()
    {
        var input = string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"id\":{i},\"name\":\"{(i % 7 == 0 ? "Nadir Qasimzade" : "Person " + i)}\"}}\n"));
        Assert.Equal((await list.Run(["screen", "--batch", "-", "--jobs", "1"], input)).Output, (await list.Run(["screen", "--batch", "-", "--jobs", "8"], input)).Output);
    }

    [Fact]
    public async Task A_file_of_results_appears_complete_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var ran = await list.Run(["screen", "--batch", "-", "--out", folder.File("out.ndjson")], Rows);
        Assert.Empty(ran.Output);
        Assert.Equal(["out.ndjson"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal(5, Lines(await File.ReadAllTextAsync(folder.File("out.ndjson"), TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_stopped_batch_goes_on_where_it_ended_and_gives_the_same_file()
    {
        using var folder = new TemporaryFolder();
        var input = folder.File("in.csv");
        await File.WriteAllTextAsync(input, "id,name\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},{(i % 3 == 0 ? "Nadir Qasimzade" : "Person " + i)}\n")), TestContext.Current.CancellationToken);
        var whole = await list.Run(["screen", "--batch", input, "--out", folder.File("whole.csv")]);
        var text = await File.ReadAllTextAsync(folder.File("whole.csv"), TestContext.Current.CancellationToken);

        // What a power cut leaves: results up to row 20 noted, half a line after them.
        var kept = string.Join('\n', text.Split('\n')[..21]) + "\n";
        var out2 = folder.File("cut.csv");
        Assert.Equal(3, (await Ran.Stopped(list.Data, ["screen", "--batch", input, "--out", out2])).Code);
        var progress = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(out2 + ".unfinished.json", TestContext.Current.CancellationToken))!;
        (progress["rows"], progress["bytes"], progress["matches"]) = (20, Encoding.UTF8.GetByteCount(kept), 7);
        await File.WriteAllTextAsync(out2 + ".unfinished.json", progress.ToJsonString(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(out2 + ".unfinished", kept + "half a li", TestContext.Current.CancellationToken);

        var resumed = await list.Run(["screen", "--batch", input, "--out", out2, "--resume"]);
        Assert.Equal(whole.Code, resumed.Code);
        Assert.Contains("going on after row 20", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("50 rows: 17 with a possible match", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(out2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Half_a_batch_is_not_gone_on_with_under_another_policy()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out.ndjson");
        await File.WriteAllTextAsync(output + ".unfinished", "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(output + ".unfinished.json", """{"settings":"other","rows":3,"bytes":0,"matches":0,"bad":0}""", TestContext.Current.CancellationToken);
        var ran = await list.Run(["screen", "--batch", "-", "--out", output, "--resume"], Rows);
        Assert.Equal(2, ran.Code);
        Assert.Contains("belongs to another batch", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_input()
    {
        var ran = await list.Run(["screen", "--batch", "/no/such/file.csv"]);
        Assert.Equal(2, ran.Code);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    internal static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
