using System.Diagnostics;
using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Screening;

/// <summary>The measured lists: UN 2026-02-27 and OFAC SDN 2024-05-03 with the alias and address rows that join to it, 15,968 entries.</summary>
/// <param name="Entries">All entries.</param>
/// <param name="Stated">Which lists, of which date, with how many entries: for the head of a report.</param>
internal sealed record MeasuredLists(IReadOnlyList<ListEntry> Entries, string Stated)
{
    /// <summary>The UN file.</summary>
    public static string Un { get; } = DataFiles.Shared("lists/un/un-consolidated-2026-02-27.xml.gz");

    /// <summary>The OFAC set: names, aliases, addresses.</summary>
    public static IReadOnlyList<string> Ofac { get; } =
        [DataFiles.Shared("lists/ofac/sdn-2024-05-03.csv.gz"), DataFiles.Shared("lists/ofac/alt-2024-09.csv.gz"), DataFiles.Shared("lists/ofac/add-2025-02-27.csv.gz")];

    /// <summary>Reads the measured lists from the publishers' files, or from the starter lists where those are absent.</summary>
    /// <param name="unFile">Another file in the UN's format to read in place of the UN list, or null.</param>
    public static MeasuredLists Read(string? unFile = null)
    {
        if (unFile is null && !File.Exists(Un))
            return FromStarterLists();
        var un = ReadList(new UnReader(), "un", [unFile ?? Un]);
        var ofac = ReadList(new OfacReader("ofac-sdn"), "ofac-sdn", Ofac);
        return new MeasuredLists([.. un.Entries, .. ofac.Entries], $"{un.Stated}, {ofac.Stated}");
    }

    private static MeasuredLists FromStarterLists()
    {
        if (StarterLists.Ids.Count == 0)
            throw new MeasureException($"{Un}: no such file, and this build has no starter lists");
        return new MeasuredLists([.. StarterLists.Ids.SelectMany(StarterLists.Entries)],
            string.Join(", ", StarterLists.Ids.Select(id => $"starter {id} {StarterLists.Header(id)?.Version}")));
    }

    /// <summary>Reads one list.</summary>
    /// <param name="reader">The reader of its format.</param>
    /// <param name="listId">The prefix of the entries' ids.</param>
    /// <param name="paths">The files of the set.</param>
    /// <exception cref="MeasureException">A file is not there or is broken.</exception>
    public static MeasuredLists ReadList(IListReader reader, string listId, IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(p => !File.Exists(p)) is { } absent)
            throw new MeasureException($"{absent}: no such file; the measured lists lie in ../shared/data");
        var clock = Stopwatch.StartNew();
        var files = paths.Select(p => new ListFile(NameOf(p), DataFiles.Open(p))).ToList();
        try
        {
            var reading = new ListReading(listId, files);
            var entries = reader.Read(reading).ToList();
            if (reading.IsBroken)
                throw new MeasureException($"{paths[0]}: {reading.Issues.First(i => i.Severity == IssueSeverity.Fatal).Reason}");
            var date = reading.ListDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? Path.GetFileName(paths[0]).Split('.')[0];
            return new MeasuredLists(entries, $"{listId} {date} ({entries.Count} entries, {clock.Elapsed.TotalSeconds:F1} s)");
        }
        finally
        {
            files.ForEach(f => f.Content.Dispose());
        }
    }

    private static string NameOf(string path) => Path.GetFileName(path) is var name && name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
}
