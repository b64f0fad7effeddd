using System.Text;

namespace Marsad.App.Tests;

/// <summary>A data folder with one small list of invented parties, imported by the real verb, in two versions.</summary>
public sealed class InventedList : IAsyncLifetime
{
    private const string First = """
        {"marsad":"nk/1","list":"inv","version":"2026-01-15","date":"2026-01-15"}
        {"id":"inv:1","schema":"Person","names":[{"k":"primary","v":"Nadir QASIMZADE","p":"name"},{"k":"alias","v":"نادر قاسم زاده","p":"alias"}],"dates":[{"k":"birth","v":"1971","p":"dob"}],"programs":[{"v":"TEST","p":"program"}]}
        {"id":"inv:5","schema":"Person","names":[{"k":"primary","v":"Tovmas ABELYENTS","p":"name"}],"dates":[{"k":"birth","v":"1960","p":"dob"}]}
        """;

    private const string Second = """
        {"marsad":"nk/1","list":"inv","version":"2026-02-27","date":"2026-02-27"}
        {"id":"inv:1","schema":"Person","names":[{"k":"primary","v":"Nadir QASIMZADE","p":"name"},{"k":"alias","v":"نادر قاسم زاده","p":"alias"}],"dates":[{"k":"birth","v":"1971-03-14","p":"dob"}],"countries":[{"k":"nationality","c":"az","v":"Azerbaijan","p":"nationality"}],"genders":[{"v":"male","p":"sex"}],"identifiers":[{"k":"passport","c":"az","v":"P1234567","p":"passport"}],"programs":[{"v":"TEST","p":"program"}],"sourceUrl":{"v":"https://example.org/1","p":"url"}}
        {"id":"inv:2","schema":"Organization","names":[{"k":"primary","v":"Golden Falcon Trading LLC","p":"name"},{"k":"alias","v":"شركة الصقر الذهبي للتجارة","p":"alias"}]}
        {"id":"inv:3","schema":"Vessel","names":[{"k":"primary","v":"SEA LANTERN OF NOWHERE","p":"name"}],"identifiers":[{"k":"imo","v":"9074729","p":"imo"}]}
        {"id":"inv:4","schema":"Person","names":[{"k":"primary","v":"Igor VYMYSHLENNYI","p":"name"},{"k":"alias","v":"Игорь Вымышленный","p":"alias"},{"k":"weakAlias","v":"The Carpenter","p":"weak"}],"dates":[{"k":"birth","v":"1980-05-02","p":"dob"}]}
        """;

    internal TemporaryFolder Data { get; } = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var version in (string[])[First, Second])
        {
            var file = Data.File("inv.ndjson");
            await File.WriteAllTextAsync(file, version.ReplaceLineEndings("\n") + "\n", Encoding.UTF8);
            var ran = await Ran.With(Data, ["lists", "import", "nk", file, "--as", "inv", "--accept", "test"]);
            Assert.True(ran.Code == 0, ran.Error);
        }
        // The starter lists stay out of the way.
        Directory.CreateDirectory(Data.File("profiles"));
        await File.WriteAllTextAsync(Data.File("profiles/default.yml"), "lists: [inv]\n");
        await File.WriteAllTextAsync(Data.File("profiles/ofac.yml"), "rule: ofac\nthreshold: 85\nlists: [inv]\n");
    }

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a command line on the list.</summary>
    internal Task<Ran> Run(string[] args, string input = "") => Ran.With(Data, args, input);
}
