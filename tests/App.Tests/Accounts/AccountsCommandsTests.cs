namespace Marsad.App.Tests.Accounts;

public class AccountsCommandsTests
{
    [Fact]
    public async Task Accounts_and_keys_are_added_listed_and_revoked()
    {
        using var data = new TemporaryFolder();
        Assert.Equal(0, (await Ran.With(data, ["accounts", "add", "Amal", "--role", "officer"], "correct horse battery\n")).Code);
        var key = await Ran.With(data, ["accounts", "add-key", "bank", "--role", "integration", "--scope", "screen", "--days", "90"]);
        Assert.Matches("^mk_[A-Za-z0-9_-]{43}\n$", key.Output);
        var list = (await Ran.With(data, ["accounts", "list"])).Output;
        Assert.Matches("account  amal +officer", list);
        Assert.Matches("key      bank +integration +until 2026-05-31 Screen", list);
        Assert.DoesNotContain(key.Output.Trim(), list, StringComparison.Ordinal);
        Assert.Equal(0, (await Ran.With(data, ["accounts", "revoke", "bank"])).Code);
        Assert.Contains("revoked", (await Ran.With(data, ["accounts", "list"])).Output, StringComparison.Ordinal);
        var audit = (await Ran.With(data, ["audit", "list"])).Output;
        Assert.Equal(["accountAdded", "keyAdded", "keyRevoked"], audit.TrimEnd('\n').Split('\n').Select(l => l.Split("  ")[1].Trim()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("accounts", "add", "amal", "--role", "king")]
    [InlineData("accounts", "add", "a b", "--role", "officer")]
    [InlineData("accounts", "add", "amal")]
    [InlineData("accounts", "revoke", "nobody")]
    [InlineData("accounts", "password", "nobody")]
    [InlineData("accounts", "add-key", "bank", "--role", "officer", "--days", "0")]
    [InlineData("accounts", "add-key", "bank", "--role", "officer", "--scope", "fly")]
    public async Task What_is_not_allowed_is_exit_2(params string[] args)
    {
        using var data = new TemporaryFolder();
        Assert.Equal(2, (await Ran.With(data, args, "correct horse battery\n")).Code);
    }
}
