using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Holds what a reader makes of a fixture against a JSON file that people have read.</summary>
internal static class Goldens
{
    /// <summary>Reads <c>Lists/FOLDER/Fixtures/NAME</c> and compares with <c>NAME.golden.json</c> beside it. What came out is written to the test's output folder.</summary>
    public static void Check(IListReader reader, string listId, string folder, string name)
    {
        var file = Readings.Fixture(folder, name);
        using (file.Content)
        {
            var reading = new ListReading(listId, [file]);
            var entries = reader.Read(reading).ToList();
            RealFiles.Check(reading, entries);
            var actual = Canonical.Json(reading, entries);
            var fixtures = Path.Combine(AppContext.BaseDirectory, "Lists", folder, "Fixtures");
            File.WriteAllText(Path.Combine(fixtures, name + ".actual.json"), actual);
            Assert.Equal(File.ReadAllText(Path.Combine(fixtures, name + ".golden.json")), actual);
        }
    }
}
