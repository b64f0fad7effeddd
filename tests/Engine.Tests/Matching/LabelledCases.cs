using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>Reads the pairs of names of <c>tests/cases</c> that anyone may add to.</summary>
internal static class LabelledCases
{
    private static readonly string[] Columns = ["kind", "name1", "name2", "match", "strength", "category", "source"];

    /// <summary>All pairs, in the order of files and lines.</summary>
    public static IReadOnlyList<LabelledCase> All { get; } = [.. Read()];

    private static IEnumerable<LabelledCase> Read()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedData.Repository, "tests", "cases"), "*.csv").Order(StringComparer.Ordinal))
        {
            var (name, records) = Records(path);
            if (!records[0].Cells.SequenceEqual(Columns))
                continue;
            foreach (var record in records.Skip(1))
                yield return LabelledCase.From(name, record);
        }
    }

    /// <summary>The rows of one file of cases, the header first.</summary>
    public static (string Name, List<CsvRecord> Records) Records(string path)
    {
        using var content = File.OpenRead(path);
        var file = new ListFile(Path.GetFileName(path), content);
        var reading = new ListReading("cases", [file]);
        var records = CsvRecords.Read(reading, file, Encoding.UTF8).ToList();
        Assert.Equal(0, reading.IssueCount);
        return (file.Name, records);
    }
}

/// <summary>Two names and whether they should be taken for one party.</summary>
internal sealed record LabelledCase(string File, long Line, string Kind, string Name1, string Name2, bool IsMatch, string Strength, string Category)
{
    public EntrySchema Schema => Kind switch { "person" => EntrySchema.Person, "vessel" => EntrySchema.Vessel, _ => EntrySchema.Organization };

    public static LabelledCase From(string file, CsvRecord record)
    {
        var where = $"{file}:{record.Line}";
        Assert.True(record.Cells.Length == 7, $"{where} has {record.Cells.Length} columns, not 7");
        Assert.True(record.Cells[3] is "true" or "false", $"{where}: match is {record.Cells[3]}, not true or false");
        Assert.True(record.Cells[4] is "strong" or "weak", $"{where}: strength is {record.Cells[4]}, not strong or weak");
        Assert.All([record.Cells[5], record.Cells[6]], cell => Assert.NotEmpty(cell));
        return new LabelledCase(file, record.Line, record.Cells[0], record.Cells[1], record.Cells[2], record.Cells[3] == "true", record.Cells[4], record.Cells[5]);
    }

    /// <summary>What the engine says of the two names.</summary>
    public Comparison Compare(bool explain = false)
    {
        var subject = new Subject { Schema = Schema, Names = [new ListName(Name1, NameKind.Primary, "name1")] };
        var entry = new ListEntry { Id = "cases:" + Line, Schema = Schema, Names = [new ListName(Name2, NameKind.Primary, "name2")] };
        return ScoringModel.V1.Compare(subject, entry, explain);
    }
}
