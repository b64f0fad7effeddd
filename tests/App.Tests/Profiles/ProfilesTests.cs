using Marsad.App.Profiles;
using Marsad.App.Terminal;

namespace Marsad.App.Tests.Profiles;

public class ProfilesTests
{
    [Fact]
    public void Default_and_ofac_are_built_in()
    {
        using var data = new TemporaryFolder();
        var store = new ProfileStore(data.Path);
        Assert.Equal(["default", "ofac"], store.Names);
        Assert.Equal((ScoreRule.Model, 0.5, 10, false), Facts(store.Find("default")));
        Assert.Equal(ScoreRule.Ofac, store.Find("ofac").Rule);

        static (ScoreRule, double, int, bool) Facts(Profile p) => (p.Rule, p.Threshold, p.Limit, p.WeakAliasesOpen);
    }

    [Fact]
    public void A_file_in_the_data_folder_is_a_profile_and_wins_over_one_that_is_built_in()
    {
        using var data = new TemporaryFolder();
        Write(data, "border", "threshold: 0.2\nlists: [un]\n");
        Write(data, "default", "threshold: 0.9\n");
        var store = new ProfileStore(data.Path);
        Assert.Equal(0.2, store.Find("border").Threshold);
        Assert.Equal(["un"], store.Find("border").Lists);
        Assert.Equal(0.9, store.Find("default").Threshold);
        Assert.False(store.IsBuiltIn("default"));
    }

    [Theory]
    [InlineData("threshhold: 0.2", "line 1: unknown key \"threshhold\"")]
    [InlineData("limit: 5\nthreshold: high", "line 2: threshold is \"high\"")]
    [InlineData("threshold: -1", "threshold is \"-1\"")]
    [InlineData("threshold: 1.5", "above 1")]
    [InlineData("rule: ofac\nthreshold: 101", "from 0 to 100")]
    [InlineData("limit: 0", "from 1 to 1000")]
    [InlineData("rule: best", "model or ofac")]
    [InlineData("lists: un", "a sequence")]
    [InlineData("weakAliasesOpen: maybe", "true or false")]
    [InlineData("just text", "keys and values")]
    [InlineData("a: [", "line 2")]
    public void A_wrong_file_says_what_where_and_what_is_allowed(string yaml, string expected)
    {
        using var data = new TemporaryFolder();
        Write(data, "mine", yaml);
        var error = Assert.Throws<WrongInputException>(() => new ProfileStore(data.Path).Find("mine"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("mine.yml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_lists_all_and_show_prints_one_as_it_is_written()
    {
        var all = await Ran.With("profiles");
        Assert.Equal(0, all.Code);
        Assert.Contains("ofac", all.Output, StringComparison.Ordinal);
        var one = await Ran.With("profiles", "show", "ofac");
        Assert.Contains("rule: ofac", one.Output, StringComparison.Ordinal);
        var none = await Ran.With("profiles", "show", "nothing");
        Assert.Equal(2, none.Code);
        Assert.Contains("there are default, ofac", none.Error, StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder data, string name, string yaml)
    {
        Directory.CreateDirectory(data.File("profiles"));
        File.WriteAllText(data.File($"profiles/{name}.yml"), yaml);
    }
}
