using System.CommandLine;
using System.Text;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Sets;

/// <summary><c>misspelt</c>: 2,000 misspelt names of the OFAC list of July 2021.</summary>
internal static class MisspeltQueries
{
    public static Command Create()
    {
        var errors = new Option<int>("--errors") { Description = "Print the N worst misses of each class with their evidence" };
        var command = new Command("misspelt", "Screens misspelt names of the OFAC list of July 2021.") { errors };
        command.SetAction(parsed =>
        {
            var (list, run) = Measure();
            NameQueries.Print("misspelt  OFAC 2021-07", list, run, 0.5, parsed.GetValue(errors));
            return 0;
        });
        return command;
    }

    /// <summary>Screens all of them.</summary>
    public static (Watchlist List, ScreeningRun Run) Measure()
    {
        var path = DataFiles.Shared("match-pairs/sdn-2021-07_misspelt_queries.csv");
        string[] set = [.. new[] { "sdn", "alt", "add" }.Select(p => DataFiles.Shared($"lists/ofac/set-2021-07-{p}.csv.gz"))];
        var entries = MeasuredLists.ReadList(new OfacReader("ofac-sdn"), "ofac-sdn", set).Entries;
        var list = Watchlist.Prepare(entries, ScoringModel.V1);
        using var content = DataFiles.Open(path);
        var file = new ListFile(Path.GetFileName(path), content);
        var queries = CsvRecords.Read(new ListReading("misspelt", [file]), file, Encoding.UTF8).Skip(1).Select(r => r.Cells)
            .Select(c => NameQueries.Query(c[0], c[1], NameQueries.SchemaOf(c[2]), c[4].Split(';').Select(u => "ofac-sdn:" + u), c[3]))
            .ToList();
        return (list, ScreeningRun.Of(list, queries, 0.01, Environment.ProcessorCount));
    }
}
