namespace Marsad.App.Tests.Screening;

public class HitViewTests(InventedList list) : IClassFixture<InventedList>
{
    [Fact]
    public async Task A_hit_names_its_entry_list_version_and_age()
    {
        var output = (await list.Run(["screen", "Nadir Qasimzade"])).Output;
        Assert.Contains("inv 2026-02-27, 3 days old", output, StringComparison.Ordinal);
        Assert.Contains("inv:1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explained_it_shows_each_name_part_in_its_own_script_and_where_the_file_has_the_name()
    {
        var output = (await list.Run(["screen", "Nadir Qasimzade", "--explain"])).Output;
        Assert.Contains("QASIMZADE", output, StringComparison.Ordinal);
        Assert.Contains("date of birth", output, StringComparison.Ordinal);
        Assert.Contains("Source: name", output, StringComparison.Ordinal);
        Assert.Contains("https://example.org/1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Piped_output_has_no_escape_codes_and_no_blanks_at_line_ends()
    {
        var output = (await list.Run(["screen", "Nadir Qasimzade", "--explain"])).Output;
        Assert.DoesNotContain('\e', output);
        Assert.All(output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task Arabic_text_is_isolated_so_that_it_reorders_nothing_beside_it()
    {
        var output = (await list.Run(["screen", "نادر قاسم زاده"])).Output;
        Assert.Contains("\u2068نادر قاسم زاده\u2069", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Arabic_each_line_runs_from_the_right()
    {
        var output = (await list.Run(["screen", "Nadir Qasimzade", "--lang", "ar"])).Output;
        Assert.All(output.Split('\n').Where(l => l.Length > 0), line => Assert.StartsWith("\u200F", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_escape_sequence_in_a_name_does_not_reach_the_terminal() =>
        Assert.DoesNotContain('\e', (await list.Run(["screen", "Nadir\e[2J Qasimzade"])).Output);
}
