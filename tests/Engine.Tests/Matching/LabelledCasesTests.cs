using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>
/// The labelled cases of <c>tests/cases</c>: pairs of names and whether they should be taken for one party. A strong case that is
/// decided wrongly fails the build; weak ones are counted and named in the output of the test.
/// </summary>
public class LabelledCasesTests(ITestOutputHelper output)
{
    private const double Threshold = 0.5;

    private static readonly string[] Columns = ["kind", "name1", "name2", "match", "strength", "category", "source"];

    public static TheoryData<string> Kinds => ["person", "organization", "vessel"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strong_cases_are_decided_as_labelled(string kind)
    {
        var wrong = Cases(kind).Where(c => c.Strength == "strong" && IsWrong(c)).Select(Explain).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} strong cases are decided wrongly:\n" + string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weak_cases_are_reported_and_are_not_all_wrong(string kind)
    {
        var cases = Cases(kind).Where(c => c.Strength == "weak").ToList();
        var wrong = cases.Where(IsWrong).ToList();

        output.WriteLine($"{kind}: {cases.Count - wrong.Count} of {cases.Count} weak cases are decided as labelled");
        foreach (var category in wrong.GroupBy(c => c.Category).OrderByDescending(g => g.Count()))
            output.WriteLine($"{category.Key}\n{string.Join('\n', category.Select(Explain))}");
        Assert.True(cases.Count == 0 || wrong.Count < cases.Count, $"all {cases.Count} weak cases are decided wrongly");
    }

    [Theory]
    [InlineData("person", 150)]
    [InlineData("organization", 60)]
    [InlineData("vessel", 20)]
    public void There_are_enough_cases_of_both_labels_and_none_twice(string kind, int atLeast)
    {
        var cases = Cases(kind).ToList();

        Assert.True(cases.Count >= atLeast, $"{cases.Count} cases of kind {kind}");
        Assert.True(cases.Count(c => !c.IsMatch) >= atLeast / 3, "too few cases that are not a match");
        Assert.Empty(cases.GroupBy(c => (c.Name1, c.Name2)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static IEnumerable<LabelledCase> Cases(string kind)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedData.Repository, "tests", "cases"), "*.csv").Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(path);
            var file = new ListFile(Path.GetFileName(path), content);
            var reading = new ListReading("cases", [file]);
            var records = CsvRecords.Read(reading, file, Encoding.UTF8).ToList();
            if (!records[0].Cells.SequenceEqual(Columns))
                continue;
            Assert.Equal(0, reading.IssueCount);
            foreach (var record in records.Skip(1).Where(r => r.Cells[0] == kind))
                yield return LabelledCase.From(file.Name, record);
        }
    }

    private static bool IsWrong(LabelledCase one) => Compare(one).Probability >= Threshold != one.IsMatch;

    private static Comparison Compare(LabelledCase one, bool explain = false)
    {
        var schema = one.Kind switch { "person" => EntrySchema.Person, "vessel" => EntrySchema.Vessel, _ => EntrySchema.Organization };
        var subject = new Subject { Schema = schema, Names = [new ListName(one.Name1, NameKind.Primary, "name1")] };
        var entry = new ListEntry { Id = "cases:" + one.Line, Schema = schema, Names = [new ListName(one.Name2, NameKind.Primary, "name2")] };
        return ScoringModel.V1.Compare(subject, entry, explain);
    }

    private static string Explain(LabelledCase one)
    {
        var comparison = Compare(one, explain: true);
        var parts = comparison.Evidence.SelectMany(e => e.Parts).Select(p => $"{p.Query ?? "∅"}~{p.Listed ?? "∅"} {p.WeightBits:+0.0;-0.0;0.0}");
        return $"  {one.File}:{one.Line} {one.Name1} | {one.Name2} should {(one.IsMatch ? "" : "not ")}match: p {comparison.Probability:F3}, "
            + $"{comparison.WeightBits:+0.0;-0.0} bits ({string.Join("; ", parts)})";
    }

    private sealed record LabelledCase(string File, long Line, string Kind, string Name1, string Name2, bool IsMatch, string Strength, string Category)
    {
        public static LabelledCase From(string file, CsvRecord record)
        {
            var where = $"{file}:{record.Line}";
            Assert.True(record.Cells.Length == Columns.Length, $"{where} has {record.Cells.Length} columns, not {Columns.Length}");
            Assert.True(record.Cells[3] is "true" or "false", $"{where}: match is {record.Cells[3]}, not true or false");
            Assert.True(record.Cells[4] is "strong" or "weak", $"{where}: strength is {record.Cells[4]}, not strong or weak");
            Assert.All([record.Cells[5], record.Cells[6]], cell => Assert.NotEmpty(cell));
            return new LabelledCase(file, record.Line, record.Cells[0], record.Cells[1], record.Cells[2], record.Cells[3] == "true", record.Cells[4], record.Cells[5]);
        }
    }
}
