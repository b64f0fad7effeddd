using System.Text;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Makes readings from text, bytes, fixtures and the publishers' real files.</summary>
internal static class Readings
{
    public static ListReading Of(string listId, params (string Name, string Text)[] files) =>
        new(listId, [.. files.Select(f => File(f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    public static ListFile File(string name, byte[] bytes) => new(name, new MemoryStream(bytes));

    /// <summary>A file of invented parties in the publisher's layout, from the Fixtures folder of the test's folder.</summary>
    public static ListFile Fixture(string folder, string name) =>
        new(name, System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Lists", folder, "Fixtures", name)));

    /// <summary>A publisher's file below ../shared/data/lists, unpacked; skips the test where it is absent.</summary>
    public static ListFile Shared(string relative)
    {
        var name = Path.GetFileName(relative);
        return new(name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name, SharedData.Open("lists/" + relative));
    }

    /// <summary>Compares a reading with the golden beside its fixture, and leaves what was read next to the test program when they differ.</summary>
    public static void AssertGolden(string folder, string name, ListReading reading, IEnumerable<ListEntry> entries)
    {
        var read = Canonical.Json(reading, entries);
        var golden = Path.Combine(AppContext.BaseDirectory, "Lists", folder, "Fixtures", name);
        var expected = System.IO.File.Exists(golden) ? System.IO.File.ReadAllText(golden).ReplaceLineEndings("\n") : "";
        if (read != expected)
            System.IO.File.WriteAllText(golden + ".read", read);
        Assert.Equal(expected, read);
    }

    /// <summary>The issues as lines of text, for assertions that a person can read.</summary>
    public static string Print(this ListReading reading) =>
        string.Join('\n', reading.Issues.Select(i => $"{i.Severity} {i.File}:{i.Line} {i.Field} [{i.Value}] {i.Reason}"));
}
