using System.Text;
using System.Text.Json;

namespace Marsad.App.Tests.Articles;

public class ReadCommandsTests(InventedList list) : IClassFixture<InventedList>
{
    private const string Article =
        "BAKU, March 3, 2025 (Caspian Courier) - \"We may appeal,\" said Nadir Qasimzade, a shipping agent. More than 300 people were wounded when gunmen attacked the port on 1 March 2025.\n";

    [Fact]
    public async Task A_listed_name_is_exit_1_and_none_is_exit_0()
    {
        Assert.Equal(1, (await list.Run(["read", "-"], Article)).Code);
        Assert.Equal(0, (await list.Run(["read", "-"], "The river rose overnight, residents said.")).Code);
    }

    [Fact]
    public async Task Json_has_the_shape_that_programs_rely_on()
    {
        using var json = JsonDocument.Parse((await list.Run(["read", "-", "--json"], Article)).Output);
        var reading = json.RootElement;
        Assert.Equal(["language", "date", "mentions", "statements", "figures", "incidents", "sourceCheck"], Keys(reading));
        Assert.Equal(("2025-03-03", "dateline"), (reading.GetProperty("date").GetProperty("value").GetString(), reading.GetProperty("date").GetProperty("basis").GetString()));
        var mention = reading.GetProperty("mentions").EnumerateArray().Single(m => m.GetProperty("surface").GetString() == "Nadir Qasimzade");
        Assert.Equal(["start", "end", "surface", "type", "canonical", "entries", "references", "role", "negated"], Keys(mention));
        Assert.Equal(["entry", "caption", "probability", "basis", "inForce"], Keys(mention.GetProperty("entries")[0]));
        Assert.Equal(("inv:1", "speaker"), (mention.GetProperty("entries")[0].GetProperty("entry").GetString(), mention.GetProperty("role").GetString()));
        Assert.Equal(["speaker", "cue", "content", "quotes", "outlet", "hedged", "hedges"], Keys(reading.GetProperty("statements")[0]));
        Assert.Equal(["start", "end", "surface", "value", "comparator", "unit", "what", "period", "place", "part", "check"], Keys(reading.GetProperty("figures")[0]));
        Assert.Equal("attack", reading.GetProperty("incidents")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_person_reads_the_listed_names_first()
    {
        var output = (await list.Run(["read", "-"], Article)).Output;
        Assert.Contains("Nadir QASIMZADE", output, StringComparison.Ordinal);
        Assert.True(output.IndexOf("inv:1", StringComparison.Ordinal) < output.IndexOf("We may appeal", StringComparison.Ordinal));
        Assert.Contains("Высказывания", (await list.Run(["read", "-", "--lang", "ru"], Article)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_is_one_line_that_says_what_is_wrong()
    {
        foreach (var (args, input, said) in ((string[], string, string)[])
        [
            (["read", "nowhere.txt"], "", "there is no file"),
            (["read", "-"], "", "it is empty"),
            (["read", "-"], "\0\u0001\u0002\u0003\0\u0001\u0002", "no text"),
            (["read", "-", "--date", "yesterday"], Article, "2024-03-31"),
            (["read", "-", "--language", "de"], Article, "de"),
        ])
        {
            var ran = await list.Run(args, input);
            Assert.Equal(2, ran.Code);
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
            Assert.Single(ran.Error.TrimEnd().Split('\n'));
        }
    }

    [Fact]
    public async Task An_older_encoding_is_read()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Суд продлил арест Игоря Вымышленного на два месяца, сообщили в прокуратуре."), TestContext.Current.CancellationToken);
        try
        {
            Assert.Contains("inv:4", (await list.Run(["read", file, "--json"])).Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
