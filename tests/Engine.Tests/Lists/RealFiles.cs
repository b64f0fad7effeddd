using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Reads a publisher's real file, and holds what must be true of any reading.</summary>
internal static class RealFiles
{
    public static (ListReading Reading, List<ListEntry> Entries) Read(IListReader reader, string listId, params string[] files)
    {
        var reading = new ListReading(listId, [.. files.Select(Readings.Shared)]);
        var entries = reader.Read(reading).ToList();
        Check(reading, entries);
        return (reading, entries);
    }

    /// <summary>No id twice, every entry named and under its list, every record an entry or an issue.</summary>
    public static void Check(ListReading reading, IReadOnlyList<ListEntry> entries)
    {
        Assert.Equal(entries.Count, entries.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries, e => Assert.True(e.Names.Length > 0 && e.Id.StartsWith(reading.ListId + ":", StringComparison.Ordinal), e.Id));
        Assert.True(entries.Count <= reading.Records);
        if (entries.Count < reading.Records)
            Assert.NotEmpty(reading.Issues);
    }

    /// <summary>How often each reason was reported, for assertions that a person can read.</summary>
    public static string Reasons(ListReading reading) => string.Join('\n', reading.Issues
        .GroupBy(i => $"{i.Severity} {i.Field}: {i.Reason}").Select(g => $"{g.Count()} {g.Key} e.g. {g.First().Value}").Order(StringComparer.Ordinal));
}
