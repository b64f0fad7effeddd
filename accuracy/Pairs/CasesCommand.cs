using System.CommandLine;
using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Pairs;

/// <summary><c>cases</c>: our own labelled cases of <c>tests/cases</c>, which the build tests too.</summary>
internal static class CasesCommand
{
    public static Command Create()
    {
        var errors = new Option<int>("--errors") { Description = "Also print the N worst false positives and false negatives of each file with their evidence" };
        var command = new Command("cases", "Measures the labelled cases of tests/cases.") { errors };
        command.SetAction(parsed =>
        {
            foreach (var file in Files())
            {
                var run = PairRun.Of([.. ReadAll(file)]);
                Console.WriteLine($"== {Path.GetFileName(file)}  model {ScoringModel.V1.Name}, tables {ScoringModel.V1.TablesHash}");
                PairReport.Print(run, ScoreKind.Probability, 0.5, 1);
                PairReport.PrintErrors(run, ScoreKind.Probability, 0.5, parsed.GetValue(errors));
            }
            return 0;
        });
        return command;
    }

    /// <summary>The files of name pairs.</summary>
    public static IEnumerable<string> Files() => new[] { "persons", "organizations", "vessels" }
        .Select(name => Path.Combine(DataFiles.Repository, "tests", "cases", name + ".csv"));

    /// <summary>Reads a file with the columns kind, name1, name2, match, strength, category, source.</summary>
    public static IEnumerable<LabelledPair> ReadAll(string path)
    {
        using var content = DataFiles.Open(path);
        var file = new ListFile(Path.GetFileName(path), content);
        foreach (var record in CsvRecords.Read(new ListReading("cases", [file]), file, Encoding.UTF8).Skip(1))
        {
            var schema = record.Cell(0) switch { "person" => EntrySchema.Person, "vessel" => EntrySchema.Vessel, _ => EntrySchema.Organization };
            var (a, b) = (record.Cell(1), record.Cell(2));
            yield return new LabelledPair(
                $"{file.Name}:{record.Line}",
                new Subject { Schema = schema, Names = [new ListName(a, NameKind.Primary, "name1")] },
                new ListEntry { Id = $"cases:{record.Line}", Schema = schema, Names = [new ListName(b, NameKind.Primary, "name2")] },
                record.Cell(3) == "true",
                [("category", record.Cell(5)), ("strength", record.Cell(4)), ("script", $"{Transliterator.ScriptOf(a)}-{Transliterator.ScriptOf(b)}")]);
        }
    }
}
