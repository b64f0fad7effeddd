namespace Marsad.App.Tests.Screening;

public class CompareCommandsTests
{
    [Fact]
    public async Task Each_pair_gives_one_line_in_the_same_order_with_the_shape_that_programs_rely_on()
    {
        var ran = await Compare("""
            {"id":"p1","schema":"Person","a":{"name":["Nadir Qasimzade"],"birthDate":["1971"]},"b":{"name":["Nadir QASIMZADE"],"birthDate":["1971-03-14"]},"label":true}
            {"id":"p2","a":{"schema":"Person","properties":{"name":["Nadir Qasimzade"]}},"b":{"schema":"Person","properties":{"name":["Wilhelmina Oosterhuis"]}}}
            """);
        Assert.Equal(1, ran.Code);
        var lines = BatchTests.Lines(ran.Output);
        Assert.Equal(["p1", "p2"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.All(lines, l => Assert.Equal(["id", "probability", "weightBits", "nameSimilarity", "ofacScore", "match"], ScreenCommandsTests.Keys(l)));
        Assert.True(lines[0].GetProperty("match").GetBoolean());
        Assert.False(lines[1].GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task Explain_adds_evidence()
    {
        var ran = await Compare("""{"id":"p1","schema":"Person","a":{"name":["Nadir Qasimzade"]},"b":{"name":["Nadir QASIMZADE"]}}""", "--explain");
        Assert.Equal("name", BatchTests.Lines(ran.Output)[0].GetProperty("evidence")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Unknown_properties_are_ignored_with_a_count_and_extra_keys_of_the_line_are_not_counted()
    {
        var ran = await Compare("""{"id":"p1","note":"x","a":{"name":["A B"],"shoeSize":["43"]},"b":{"name":["C D"],"hat":["7"]}}""");
        Assert.Contains("2 unknown properties were ignored: hat (1), shoeSize (1)", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_pair_is_answered_in_its_place()
    {
        var ran = await Compare("""
            {"id":"p1","a":{"name":["A B"]}}
            nonsense
            {"id":"p3","a":{"name":["Nadir Qasimzade"]},"b":{"name":["Nadir Qasimzade"]}}
            {"id":"p4","a":{"birthDate":["1971"]},"b":{"name":["Nadir Qasimzade"]}}
            """.Replace("nonsense", "{nonsense", StringComparison.Ordinal));
        var lines = BatchTests.Lines(ran.Output);
        Assert.Equal(["\"p1\"", "\"2\"", "\"p3\"", "\"p4\""], lines.Select(l => l.GetProperty("id").GetRawText()));
        Assert.Contains("\"b\" is missing", lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("a: no name", lines[3].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("4 rows: 1 with a possible match, 3 bad", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_is_not_pairs() => Assert.Equal(2, (await Compare("a,b\n1,2\n")).Code);

    private static async Task<Ran> Compare(string pairs, params string[] args)
    {
        using var data = new TemporaryFolder();
        return await Ran.With(data, ["compare", "--pairs", "-", .. args], pairs);
    }
}
