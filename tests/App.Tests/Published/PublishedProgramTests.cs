namespace Marsad.App.Tests.Published;

public class PublishedProgramTests
{
    [Fact]
    public async Task Version_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var ran = await PublishedProgram.Shell("$marsad --version", folder);
        Assert.Equal(0, ran.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", ran.Output);
    }

    [Theory]
    [InlineData("$marsad nosuchverb", 2)]
    [InlineData("$marsad profiles", 0)]
    [InlineData("$marsad screen 'Qasem Soleimani' --birth-date 1957", 1)]
    [InlineData("$marsad screen 'Wilhelmina Oosterhuis-Brandsma'", 0)]
    [InlineData("echo '{\"id\":1,\"name\":\"قاسم سليماني\"}' | $marsad screen --batch -", 1)]
    public async Task The_shell_sees_the_exit_code(string line, int code)
    {
        using var folder = new TemporaryFolder();
        var ran = await PublishedProgram.Shell(line, folder);
        Assert.True(ran.Code == code, $"{ran.Code}: {ran.Error}{ran.Output}");
    }

    [Fact]
    public async Task A_fresh_machine_screens_against_the_starter_lists_and_is_told_so()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("STARTER LIST", (await PublishedProgram.Shell("$marsad screen 'Qasem Soleimani'", folder)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_enough_ends_the_program_quietly()
    {
        using var folder = new TemporaryFolder();
        var ran = await PublishedProgram.Shell("yes '{\"name\":\"Wilhelmina Oosterhuis-Brandsma\"}' 2>/dev/null | head -n 20000 > rows; $marsad screen --batch rows | head -n 1 | wc -l", folder);
        Assert.Equal("1", ran.Output.Trim());
        Assert.Empty(ran.Error);
    }

    [Fact]
    public async Task One_line_in_one_line_out_without_waiting_for_the_end_of_the_input()
    {
        using var folder = new TemporaryFolder();
        var ran = await PublishedProgram.Shell("""
            coproc M { $marsad screen --batch - 2>/dev/null; }
            echo '{"id":"a","name":"Wilhelmina Oosterhuis-Brandsma"}' >&"${M[1]}"
            read -r -t 60 line <&"${M[0]}" && echo "${line:0:9}"
            kill -INT "$M_PID"
            """, folder);
        Assert.Equal("{\"id\":\"a\"", ran.Output.Trim());
    }

    [Fact]
    public async Task Ctrl_c_stops_a_batch_and_keeps_what_is_done()
    {
        using var folder = new TemporaryFolder();
        var ran = await PublishedProgram.Shell("""
            mkfifo rows
            (echo '{"id":"a","name":"Wilhelmina Oosterhuis-Brandsma"}'; sleep 600) > rows &
            set -m
            $marsad screen --batch rows --out results.ndjson & batch=$!
            while [ ! -s results.ndjson.unfinished ] && kill -0 $batch 2>/dev/null; do sleep 0.05; done
            kill -INT $batch
            wait $batch; echo "code $?"
            kill %1
            cat results.ndjson.unfinished.json
            ls
            """, folder);
        Assert.Contains("code 3", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"rows\":1", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("results.ndjson\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("stopped", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_completion_suggests_verbs_and_profiles()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("compare", (await PublishedProgram.Shell("$marsad '[suggest:3]' 'com'", folder)).Output, StringComparison.Ordinal);
        Assert.Contains("ofac", (await PublishedProgram.Shell("$marsad '[suggest:16]' 'profiles show '", folder)).Output, StringComparison.Ordinal);
    }
}
