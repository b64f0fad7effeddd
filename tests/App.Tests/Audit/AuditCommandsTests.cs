namespace Marsad.App.Tests.Audit;

public class AuditCommandsTests
{
    [Fact]
    public async Task An_audit_is_exported_and_verified_by_the_command_line()
    {
        using var data = new TemporaryFolder();
        var public_ = await Ran.With(data, ["audit", "key"]);
        await File.WriteAllTextAsync(data.File("public.pem"), public_.Output, TestContext.Current.CancellationToken);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", public_.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Ran.With(data, ["audit", "export", data.File("audit.ndjson")])).Code);
        var verified = await Ran.With(data, ["audit", "verify", data.File("audit.ndjson"), "--key", data.File("public.pem")]);
        Assert.True(verified.Code == 0, verified.Output);
        Assert.StartsWith("verified: records 2, chains 1, checkpoints 1", verified.Output, StringComparison.Ordinal);
        Assert.StartsWith("consistent, signer not checked", (await Ran.With(data, ["audit", "verify", data.File("audit.ndjson")])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_touched_is_exit_3_and_its_first_fault_is_printed_first()
    {
        using var data = new TemporaryFolder();
        await Ran.With(data, ["audit", "export", data.File("audit.ndjson")]);
        var text = await File.ReadAllTextAsync(data.File("audit.ndjson"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(data.File("audit.ndjson"), text.Replace("terminal:tester", "terminal:nobody", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var ran = await Ran.With(data, ["audit", "verify", data.File("audit.ndjson")]);
        Assert.Equal(3, ran.Code);
        Assert.Contains("record 1 of chain 1 was changed", ran.Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_who_did_what()
    {
        using var data = new TemporaryFolder();
        await Ran.With(data, ["audit", "export", data.File("audit.ndjson")]);
        var ran = await Ran.With(data, ["audit", "list", "--kind", "auditExport", "--json"]);
        Assert.Contains("\"actor\":\"terminal:tester\"", ran.Output, StringComparison.Ordinal);
        Assert.Single(ran.Output.TrimEnd('\n').Split('\n'));
        Assert.Empty((await Ran.With(data, ["audit", "list", "--actor", "account:nobody"])).Output);
    }

    [Fact]
    public async Task Keys_lie_outside_the_data_folder_and_are_replaced_on_demand()
    {
        using var data = new TemporaryFolder();
        var before = (await Ran.With(data, ["audit", "key"])).Output;
        Assert.Empty(Directory.EnumerateFiles(data.Path, "*.pem", SearchOption.AllDirectories));
        Assert.Equal(0, (await Ran.With(data, ["audit", "rotate"])).Code);
        Assert.NotEqual(before, (await Ran.With(data, ["audit", "key"])).Output);
        await File.WriteAllTextAsync(data.File("old.pem"), before, TestContext.Current.CancellationToken);
        await Ran.With(data, ["audit", "export", data.File("audit.ndjson")]);
        Assert.StartsWith("verified", (await Ran.With(data, ["audit", "verify", data.File("audit.ndjson"), "--key", data.File("old.pem")])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_key_that_is_none_are_exit_2()
    {
        using var data = new TemporaryFolder();
        Assert.Equal(2, (await Ran.With(data, ["audit", "verify", data.File("none.ndjson")])).Code);
        await Ran.With(data, ["audit", "export", data.File("audit.ndjson")]);
        Assert.Equal(2, (await Ran.With(data, ["audit", "verify", data.File("audit.ndjson"), "--key", data.File("audit.ndjson")])).Code);
    }
}
