namespace Marsad.Engine.Tests.House;

public class SizeTests
{
    private const int MostCodeLines = 300;

    /// <summary>Files that are longer for a reason, with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal);

    [Fact]
    public void Files_hold_one_thought_and_seldom_need_more_than_300_lines_of_code()
    {
        var tooLong = Sources().Select(f => (File: f, Lines: CodeLines(f))).Where(f => f.Lines > MostCodeLines && !Exempt.ContainsKey(f.File)).ToList();
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong.Select(f => $"{f.File} has {f.Lines} lines of code: look for the second thought in it")));
    }

    [Fact]
    public void Exempt_files_still_need_their_exemption() =>
        Assert.All(Exempt.Keys, f => Assert.True(File.Exists(Path.Combine(SharedData.Repository, f)) && CodeLines(f) > MostCodeLines, f));

    private static IEnumerable<string> Sources() => ((string[])["src", "tests", "accuracy", "bench"])
        .Select(folder => Path.Combine(SharedData.Repository, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(SharedData.Repository, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            && !file.Contains("/Migrations/", StringComparison.Ordinal)); // made by a tool

    private static int CodeLines(string file) => File.ReadLines(Path.Combine(SharedData.Repository, file))
        .Select(line => line.Trim())
        .Count(line => line.Length > 1 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("using ", StringComparison.Ordinal));
}
