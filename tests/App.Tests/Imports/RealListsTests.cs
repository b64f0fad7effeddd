using System.IO.Compression;
using Marsad.App.Imports;

namespace Marsad.App.Tests.Imports;

/// <summary>The publishers' real files through import, comparison and export.</summary>
public class RealListsTests
{
    private static string Un(string date) => SharedData.Path($"lists/un/un-consolidated-{date}.xml.gz");

    private static string Ofac(string name) => SharedData.Path($"lists/ofac/{name}.csv.gz");

    private static string[] Measured => [Ofac("sdn-2024-05-03"), Ofac("alt-2024-09"), Ofac("add-2025-02-27")];

    /// <summary>
    /// The Security Council's file of 20 November 2025 differs from that of the 18th in its date only; by 27 February 2026 four
    /// entries had come, one had gone and two had changed.
    /// </summary>
    [Fact]
    public async Task The_un_list_did_not_change_in_two_days_of_november_and_little_in_the_three_months_after()
    {
        using var demo = new Demo();
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "un", Un("2025-11-18")])).Code);
        var same = await Ran.With(demo.Data, ["lists", "import", "un", Un("2025-11-20")]);
        Assert.Equal((0, "un: nothing changed since 2025-11-18, no new version"), (same.Code, same.Output.Trim()));
        var newer = await Ran.With(demo.Data, ["lists", "import", "un", Un("2026-02-27")]);
        Assert.Equal((0, ""), (newer.Code, newer.Error));
        Assert.Equal(["2025-11-18", "2026-02-27"], demo.Store.Versions("un").Select(v => v.Label));

        var diff = await Ran.With(demo.Data, ["lists", "diff", "un@2025-11-18", "un"]);
        Assert.EndsWith("+4 added, -1 removed, ~2 changed, 0 merged", diff.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("nothing changed", (await Ran.With(demo.Data, ["lists", "diff", "--format", "un", Un("2025-11-18"), Un("2025-11-20")])).Output.Trim());
    }

    [Fact]
    public async Task An_sdn_file_without_its_alias_file_imports_only_when_accepted_and_a_day_in_may_removed_eight()
    {
        using var demo = new Demo();
        string[] import = ["lists", "import", "ofac-sdn", Ofac("sdn-2024-05-02"), "--list-date", "2024-05-02"];
        var refused = await Ran.With(demo.Data, import);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("alias file", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Ran.With(demo.Data, [.. import, "--accept", "names only"])).Code);
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "ofac-sdn", Ofac("sdn-2024-05-03"), "--list-date", "2024-05-03", "--accept", "names only"])).Code);
        var diff = await Ran.With(demo.Data, ["lists", "diff", "ofac-sdn@2024-05-02", "ofac-sdn"]);
        Assert.EndsWith("+0 added, -8 removed, ~0 changed, 0 merged", diff.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_starter_lists_are_what_the_exporter_makes_of_the_publishers_files()
    {
        using var demo = new Demo();
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "un", Un("2026-02-27")])).Code);
        Assert.Equal(0, (await Ran.With(demo.Data, ["lists", "import", "ofac-sdn", .. Measured, "--list-date", "2024-05-03"])).Code);
        foreach (var id in StarterLists.Ids)
        {
            using var made = new MemoryStream();
            ListExport.Write(demo.Store.Current(id)!, made, factsOnly: true);
            using var shipped = new MemoryStream();
            using (var packed = new BrotliStream(File.OpenRead(Path.Combine(SharedData.Repository, "src/App/Imports/Starter", id + ".ndjson.br")), CompressionMode.Decompress))
                packed.CopyTo(shipped);
            Assert.True(made.ToArray().AsSpan().SequenceEqual(shipped.ToArray()),
                $"The starter list {id} is not what its source gives now: make it again as src/App/Imports/Starter/README.md says");
        }
        Assert.All(demo.Store.Imported.Select(id => demo.Store.Current(id)!), v => Assert.Empty(ListVerification.Faults(v)));
    }

    [Fact]
    public void Starter_entries_hold_facts_and_no_sentences() => Assert.All(StarterLists.Ids.SelectMany(StarterLists.Entries), e =>
    {
        Assert.True(e.Remarks.IsEmpty && e.Positions.IsEmpty && e.LinkedTo.IsEmpty && e.SourceUrl is null, e.Id);
        Assert.All(e.Identifiers, i => Assert.Null(i.Note));
        Assert.NotEmpty(e.Names);
    });
}
