namespace Marsad.App.Tests.Terminal;

public class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("profiles", "--help")]
    public async Task Help_is_an_answer_and_not_an_error(params string[] args)
    {
        var ran = await Ran.With(args);
        Assert.Equal(0, ran.Code);
        Assert.Contains("Usage", ran.Output, StringComparison.Ordinal);
        Assert.Empty(ran.Error);
    }

    [Theory]
    [InlineData("nosuchverb")]
    [InlineData("profiles", "--nosuchoption")]
    [InlineData("profiles", "--lang", "xx")]
    [InlineData]
    public async Task A_wrong_command_is_one_line_on_standard_error_and_exit_2(params string[] args)
    {
        var ran = await Ran.With(args);
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }
}
