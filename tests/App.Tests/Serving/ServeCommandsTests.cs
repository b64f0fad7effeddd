using System.Text.RegularExpressions;

namespace Marsad.App.Tests.Serving;

public class ServeCommandsTests
{
    [Fact]
    public async Task Nobody_can_sign_in_yet_and_nobody_is_there_to_ask_is_exit_2()
    {
        using var data = new TemporaryFolder();
        var ran = await Ran.With(data, ["serve", "--urls", "http://127.0.0.1:0"]);
        Assert.Equal(2, ran.Code);
        Assert.Contains("MARSAD_ADMIN_PASSWORD", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--behind-proxy", "nonsense")]
    [InlineData("--anonymous", "--urls", "http://0.0.0.0:5080")]
    public async Task What_is_not_safe_is_exit_2(params string[] options)
    {
        using var data = new TemporaryFolder();
        Assert.Equal(2, (await Ran.With(data, ["serve", .. options])).Code);
    }

    [Fact]
    public async Task A_screening_of_the_command_line_is_replayed()
    {
        await using var list = new InventedList();
        await list.InitializeAsync();
        await list.Run(["screen", "Nadir Qasimzade", "--id", "passport:P1234567"]);
        var id = Regex.Match((await list.Run(["audit", "list", "--kind", "screening"])).Output, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
        var replayed = await list.Run(["replay", id]);
        Assert.Equal("the same answer, bit for bit\n", replayed.Output);
        Assert.Equal(0, replayed.Code);
        Assert.Equal(2, (await list.Run(["replay", Guid.NewGuid().ToString()])).Code);
        Assert.Equal(2, (await list.Run(["replay", "none"])).Code);
    }

    [Fact]
    public async Task A_screening_whose_list_changed_since_is_replayed_with_the_version_of_its_day()
    {
        await using var list = new InventedList();
        await list.InitializeAsync();
        await list.Run(["screen", "Tovmas Abelyents", "--as-of", "2026-01-20"]);
        var id = Regex.Match((await list.Run(["audit", "list", "--kind", "screening"])).Output, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
        var replayed = await list.Run(["replay", id, "--json"]);
        Assert.Contains("\"entry\":\"inv:5\"", replayed.Output, StringComparison.Ordinal);
        Assert.Equal(0, replayed.Code);
    }
}
