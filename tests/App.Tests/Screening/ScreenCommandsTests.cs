using System.Text.Json;

namespace Marsad.App.Tests.Screening;

public class ScreenCommandsTests(InventedList list) : IClassFixture<InventedList>
{
    [Fact]
    public async Task A_match_is_exit_1_and_no_match_exit_0()
    {
        Assert.Equal(1, (await list.Run(["screen", "Nadir Qasimzade"])).Code);
        Assert.Equal(0, (await list.Run(["screen", "Wilhelmina Oosterhuis"])).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_name_is_exit_2_and_never_no_match(string name)
    {
        var ran = await list.Run(["screen", name]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("NAME is empty", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_not_quoted_are_one_name() =>
        Assert.Equal((await list.Run(["screen", "Nadir Qasimzade", "--json"])).Output, (await list.Run(["screen", "Nadir", "Qasimzade", "--json"])).Output);

    [Fact]
    public async Task Json_has_the_shape_that_programs_rely_on()
    {
        var ran = await list.Run(["screen", "Nadir Qasimzade", "--birth-date", "1971-03-14", "--json"]);
        var result = Json(ran);
        Assert.Equal(["id", "lists", "model", "tables", "priorBits", "threshold", "hits"], Keys(result));
        Assert.Equal(["id", "version", "ageDays"], Keys(result.GetProperty("lists")[0]));
        Assert.Equal(("inv", "2026-02-27", 3), (
            result.GetProperty("lists")[0].GetProperty("id").GetString(), result.GetProperty("lists")[0].GetProperty("version").GetString(),
            result.GetProperty("lists")[0].GetProperty("ageDays").GetInt32()));
        Assert.Equal("V1", result.GetProperty("model").GetString());
        Assert.Equal(0.5, result.GetProperty("threshold").GetDouble());
        var hit = result.GetProperty("hits")[0];
        Assert.Equal(
            ["entry", "list", "caption", "schema", "match", "band", "probability", "weightBits", "nameSimilarity", "matchedName", "ofacScore", "group", "entryQuality"],
            Keys(hit));
        Assert.Equal("inv:1", hit.GetProperty("entry").GetString());
        Assert.Equal("inv", hit.GetProperty("list").GetString());
        Assert.Equal("Nadir QASIMZADE", hit.GetProperty("caption").GetString());
        Assert.Equal("Person", hit.GetProperty("schema").GetString());
        Assert.True(hit.GetProperty("match").GetBoolean());
        Assert.Contains(hit.GetProperty("band").GetString(), (string[])["possible", "probable", "strong"]);
        Assert.InRange(hit.GetProperty("probability").GetDouble(), 0.5, 0.9999999999999999);
        Assert.InRange(hit.GetProperty("nameSimilarity").GetDouble(), 0, 1);
        Assert.InRange(hit.GetProperty("ofacScore").GetInt32(), 0, 100);
        Assert.Equal(JsonValueKind.Array, hit.GetProperty("entryQuality").ValueKind);
    }

    [Fact]
    public async Task Explain_adds_evidence_whose_bits_add_up()
    {
        var hit = Json(await list.Run(["screen", "نادر قاسم زاده", "--birth-date", "1985", "--country", "Azerbaijan", "--explain", "--json", "--threshold", "0"])).GetProperty("hits")[0];
        var evidence = hit.GetProperty("evidence");
        Assert.All(evidence.EnumerateArray(), e => Assert.Equal(["kind", "verdict", "query", "listed", "weightBits"], Keys(e).Take(5)));
        Assert.Equal(hit.GetProperty("weightBits").GetDouble(), evidence.EnumerateArray().Sum(e => e.GetProperty("weightBits").GetDouble()), 6);
        var name = evidence.EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "name");
        Assert.All(name.GetProperty("parts").EnumerateArray(), p => Assert.Equal(["query", "listed", "relation", "weightBits"], Keys(p)));
        Assert.Equal(name.GetProperty("weightBits").GetDouble(), name.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("weightBits").GetDouble()), 6);
        Assert.Contains(evidence.EnumerateArray(), e => e.GetProperty("kind").GetString() == "birthDate" && e.GetProperty("verdict").GetString() == "conflicts");
    }

    [Fact]
    public async Task Against_scores_an_entry_that_does_not_match()
    {
        var ran = await list.Run(["screen", "Wilhelmina Oosterhuis", "--against", "inv:2", "--json"]);
        Assert.Equal(0, ran.Code);
        var hit = Json(ran).GetProperty("hits")[0];
        Assert.Equal("inv:2", hit.GetProperty("entry").GetString());
        Assert.False(hit.GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task As_of_screens_against_the_version_of_that_day()
    {
        var now = Json(await list.Run(["screen", "Igor Vymyshlennyi", "--json"]));
        Assert.Equal(1, now.GetProperty("hits").GetArrayLength());
        var then = Json(await list.Run(["screen", "Igor Vymyshlennyi", "--as-of", "2026-02-01", "--json"]));
        Assert.Equal("2026-01-15", then.GetProperty("lists")[0].GetProperty("version").GetString());
        Assert.Equal(0, then.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task A_number_alone_finds_its_holder() =>
        Assert.Equal("inv:3", Json(await list.Run(["screen", "--id", "imo:9074729", "--json"])).GetProperty("hits")[0].GetProperty("entry").GetString());

    [Fact]
    public async Task The_ofac_profile_ranks_and_matches_by_the_ofac_score()
    {
        var ran = await list.Run(["screen", "Nadir Qasimzade", "--profile", "ofac", "--threshold", "1", "--json"]);
        Assert.Equal(1, ran.Code);
        Assert.Equal(1, Json(ran).GetProperty("threshold").GetDouble());
        var hits = Json(ran).GetProperty("hits").EnumerateArray().ToList();
        var scores = hits.Select(h => h.GetProperty("ofacScore").GetInt32()).ToList();
        Assert.All(hits, h => Assert.True(h.GetProperty("match").GetBoolean()));
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.InRange(scores[^1], 1, 100);
    }

    [Theory]
    [InlineData("screen takes a NAME or --batch", "x", "--batch", "-")]
    [InlineData("needs a NAME")]
    [InlineData("--birth-date \"31.12.1970\"", "x", "--birth-date", "31.12.1970")]
    [InlineData("--country \"Nowhereland\"", "x", "--country", "Nowhereland")]
    [InlineData("--gender \"unknown\"", "x", "--gender", "unknown")]
    [InlineData("--id \"P1234567\"", "x", "--id", "P1234567")]
    [InlineData("--type \"robot\"", "x", "--type", "robot")]
    [InlineData("from 0 to 1", "x", "--threshold", "85")]
    [InlineData("from 1 to 1000", "x", "--limit", "0")]
    [InlineData("such as 2026-02-27", "x", "--as-of", "yesterday")]
    [InlineData("there is no list \"nolist\"", "x", "--lists", "nolist")]
    [InlineData("there is no profile \"noprofile\"", "x", "--profile", "noprofile")]
    [InlineData("no such entry", "x", "--against", "inv:99")]
    [InlineData("--out is for --batch", "x", "--out", "y")]
    [InlineData("--json is not for --batch", "--batch", "-", "--json")]
    [InlineData("--resume needs --out", "--batch", "-", "--resume")]
    public async Task A_wrong_value_is_one_line_that_says_what_is_allowed(string expected, params string[] args)
    {
        var ran = await list.Run(["screen", .. args]);
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains(expected, Assert.Single(ran.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Screened", "No possible match.")]
    [InlineData("ar", "الاسم المفحوص", "لا تطابق محتمل.")]
    [InlineData("ru", "Проверяется", "Возможных совпадений нет.")]
    public async Task The_words_are_in_the_language_asked_for(string language, string heading, string verdict)
    {
        var ran = await list.Run(["screen", "Wilhelmina Oosterhuis", "--lang", language]);
        Assert.Contains(heading, ran.Output, StringComparison.Ordinal);
        Assert.Contains(verdict, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_does_not_change_with_the_language() =>
        Assert.Equal(
            (await list.Run(["screen", "Nadir Qasimzade", "--json", "--lang", "ar"])).Output,
            (await list.Run(["screen", "Nadir Qasimzade", "--json"])).Output);

    internal static JsonElement Json(Ran ran)
    {
        Assert.True(ran.Output.EndsWith('\n') && ran.Output.Count(c => c == '\n') == 1, ran.Error + ran.Output);
        return JsonDocument.Parse(ran.Output).RootElement;
    }

    internal static IEnumerable<string> Keys(JsonElement value) => value.EnumerateObject().Select(p => p.Name);
}
