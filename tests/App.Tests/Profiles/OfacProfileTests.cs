using System.Text.Json;

namespace Marsad.App.Tests.Profiles;

public class OfacProfileTests(InventedList list) : IClassFixture<InventedList>
{
    [Theory]
    [InlineData("Vymyshlennyi Igor", "85", 100)]
    [InlineData("Carpenter, The", "85", 100)] // a weak alias
    [InlineData("Igor Vymyshlennyy", "85", 98)]
    [InlineData("Igor Vymyshlennyy", "100", null)]
    [InlineData("Игорь Вымышленный", "1", null)] // the public search knows Latin letters only
    public async Task A_match_is_a_score_at_the_threshold(string name, string threshold, int? expected)
    {
        var ran = await list.Run(["screen", name, "--profile", "ofac", "--threshold", threshold, "--json"]);
        using var json = JsonDocument.Parse(ran.Output);
        var hits = json.RootElement.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(expected is null ? 0 : 1, hits.Count);
        if (expected is not null)
        {
            Assert.Equal("inv:4", hits[0].GetProperty("entry").GetString());
            Assert.Equal(expected, hits[0].GetProperty("ofacScore").GetInt32());
            Assert.True(hits[0].GetProperty("match").GetBoolean());
        }
    }

    [Fact]
    public async Task Names_only_count()
    {
        var ran = await list.Run(["screen", "Igor Vymyshlennyi", "--birth-date", "1931-01-01", "--profile", "ofac", "--json"]);
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal(100, json.RootElement.GetProperty("hits")[0].GetProperty("ofacScore").GetInt32());
    }
}
