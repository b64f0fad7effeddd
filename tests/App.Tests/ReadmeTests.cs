using Marsad.App.Tests.Published;

namespace Marsad.App.Tests;

public class ReadmeTests
{
    /// <summary>Each line of the README's shell blocks, in order and in one folder, as a newcomer types them.</summary>
    [Fact]
    public async Task Every_command_in_the_README_works()
    {
        using var folder = new TemporaryFolder();
        _ = PublishedProgram.File;
        File.CreateSymbolicLink(folder.File("marsad"), Path.Combine(SharedData.Repository, "marsad"));
        File.Copy(SharedData.Path("lists/un/un-consolidated-2026-02-27.xml.gz"), folder.File("consolidated.xml.gz"));
        await File.WriteAllTextAsync(folder.File("customers.csv"), "id,name,birth_date\n1,Qasem Soleimani,1957\n2,Wilhelmina Oosterhuis,1990\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("pairs.ndjson"), """{"id":"1","a":{"name":["Qasem Soleimani"]},"b":{"name":["قاسم سليماني"]}}""", TestContext.Current.CancellationToken);
        var commands = Commands();
        Assert.True(commands.Count > 5, "The README has hardly any command.");
        foreach (var command in commands)
        {
            var ran = await PublishedProgram.Shell(command, folder);
            Assert.True(ran.Code is 0 or 1, $"{command}\nexit {ran.Code}\n{ran.Error}{ran.Output}");
        }
    }

    private static List<string> Commands()
    {
        var commands = new List<string>();
        var isShell = false;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Repository, "README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isShell = line == "```sh";
            else if (isShell && !string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'))
                commands.Add(line);
        }
        return commands;
    }
}
