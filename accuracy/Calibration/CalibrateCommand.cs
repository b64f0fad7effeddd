using System.CommandLine;
using System.Globalization;
using System.Text;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Calibration;

/// <summary><c>calibrate</c>: fits what bits are worth, for comparing and for screening, on official lists and invented people alone.</summary>
internal static class CalibrateCommand
{
    /// <summary>Of the people that are screened, one in so many is taken to be listed: they were screened for some reason.</summary>
    private const double PublicPerListed = 20;

    private static string TablePath => Path.Combine(DataFiles.Repository, "src", "Engine", "Matching", "Models", ScoringModel.V1.Name, "certainty.tsv");

    private static string ReportPath => Path.Combine(DataFiles.Repository, "accuracy", "runs", ScoringModel.V1.Name + "-calibration.md");

    public static Command Create()
    {
        var write = new Option<bool>("--write") { Description = "Write the table certainty.tsv of the model and the report" };
        var seed = new Option<int>("--seed") { Description = "Seed of the screening queries", DefaultValueFactory = _ => 7 };
        var command = new Command("calibrate", "Fits what a sum of bits is worth, in comparing and in screening.") { write, seed };
        command.SetAction(parsed =>
        {
            var pairs = ListPairs.Read();
            var (screened, bare) = Screened(parsed.GetValue(seed));
            List<CertaintyFit.Weighed> compare = [.. pairs.Select(p => new CertaintyFit.Weighed(p.WeightBits, p.IsTrue))];
            List<CertaintyFit.Weighed> screen = [.. Hits(screened)];
            var (comparing, screening) = (CertaintyFit.Of(compare, ScoringModel.V1.ComparePriorBits), CertaintyFit.Of(screen, ScoringModel.V1.ScreenPriorBits));
            var report = Report(pairs, CertaintyFit.Score(compare, comparing), comparing, screened, bare, screening);
            Console.Write(report);
            if (parsed.GetValue(write))
            {
                File.WriteAllText(ReportPath, report);
                WriteTable(comparing, screening);
            }
            return 0;
        });
        return command;
    }

    // The queries as given, and the people on no list again by the name alone.
    private static (IReadOnlyList<ScreenedQuery> Given, IReadOnlyList<ScreenedQuery> NameOnly) Screened(int seed)
    {
        var watchlist = Watchlist.Prepare(MeasuredLists.Read().Entries, ScoringModel.V1);
        var queries = ScreeningQuery.ReadAll(QuerySet.Make(new QuerySet.Request(seed, 5000, 5000, null)));
        return (ScreeningRun.Of(watchlist, queries, 0.01, Environment.ProcessorCount).Screened,
            ScreeningRun.Of(watchlist, [.. queries.Where(q => !q.IsPositive).Select(q => q.NameOnly())], 0.1, Environment.ProcessorCount).Screened);
    }

    // The best hit of each screening, right or not; the public counts as often as it comes.
    private static IEnumerable<CertaintyFit.Weighed> Hits(IReadOnlyList<ScreenedQuery> screened) => screened.Where(q => q.Hits.Count > 0)
        .Select(q => new CertaintyFit.Weighed(q.Hits[0].WeightBits, q.Hits[0].IsRight, q.Query.IsPositive ? 1 : PublicPerListed));

    private static string Report(
        IReadOnlyList<ListPair> pairs, IReadOnlyList<ScoredPair> scored, Certainty comparing,
        IReadOnlyList<ScreenedQuery> screened, IReadOnlyList<ScreenedQuery> bare, Certainty screening)
    {
        var page = new StringBuilder($"# Calibration of scoring model {ScoringModel.V1.Name}\n\n");
        page.Append("Made by `dotnet run -c Release --project accuracy -- calibrate --write`, which also writes the table certainty.tsv of the model. Nothing that is\n"
            + "marked \"measure only\" takes part; how well the result holds on analysts' decisions stands in the frozen run.\n\n## Compare\n\n");
        Line(page, $"Prior {comparing.PriorBits:0.#} bits. {pairs.Count} pairs, {pairs.Count(p => p.IsTrue)} of them one party:\n");
        foreach (var source in pairs.GroupBy(p => p.Source))
            Line(page, $"- {source.Key}: {source.Count(p => p.IsTrue)} true, {source.Count(p => !p.IsTrue)} false");
        var band = Resampling.PerfectEce(scored);
        Line(page, $"\nExpected calibration error on these pairs {PairFigures.CalibrationError(scored):0.####}; perfect probabilities would show {band.Low:0.####} to {band.High:0.####}.\n");
        page.Append("| bits with the prior | true | false | probability of the fit |\n|---|---:|---:|---:|\n");
        foreach (var bin in pairs.GroupBy(p => Math.Clamp(Math.Floor((p.WeightBits + comparing.PriorBits) / 4) * 4, -12, 48)).OrderBy(g => g.Key))
            Line(page, $"| {bin.Key:0} to {bin.Key + 4:0} | {bin.Count(p => p.IsTrue)} | {bin.Count(p => !p.IsTrue)} | {comparing.Of(bin.Average(p => p.WeightBits)):0.000} |");
        AppendScreen(page, screened, bare, screening);
        page.Append("\n## Worth of a sum of bits\n\n| sum | compare, log2 odds | screen, log2 odds |\n|---:|---:|---:|\n");
        foreach (var (compare, screen) in CertaintyFit.Rows(comparing).Zip(CertaintyFit.Rows(screening)))
            Line(page, $"| {compare.Bits:0} | {compare.LogOdds:0.0} | {screen.LogOdds:0.0} |");
        return page.ToString();
    }

    private static void AppendScreen(StringBuilder page, IReadOnlyList<ScreenedQuery> screened, IReadOnlyList<ScreenedQuery> bare, Certainty screening)
    {
        Line(page, $"\n## Screen\n\nPrior {screening.PriorBits:0.#} bits. The best hit of each of {screened.Count} screenings with known answers, one in {PublicPerListed:0} people taken to be listed.\n");
        page.Append("What other priors would find and alarm on, at threshold 0.5:\n\n| prior | listed found | public alarmed on, as given | by the name alone |\n|---:|---:|---:|---:|\n");
        var (listed, others) = (screened.Where(q => q.Query.IsPositive).ToList(), screened.Where(q => !q.Query.IsPositive).ToList());
        for (var prior = screening.PriorBits + 2; prior >= screening.PriorBits - 4; prior -= 0.5)
        {
            page.Append(string.Create(CultureInfo.InvariantCulture, $"| {prior:0.0} | {Share(listed, q => q.Hits.Any(h => h.IsRight && h.WeightBits >= -prior)):0.0000} |"
                + $" {Share(others, q => q.Hits.Any(h => h.WeightBits >= -prior)):0.0000} | {Share(bare, q => q.Hits.Any(h => h.WeightBits >= -prior)):0.0000} |\n"));
        }
    }

    private static double Share(IReadOnlyCollection<ScreenedQuery> queries, Func<ScreenedQuery, bool> isCounted) => (double)queries.Count(isCounted) / queries.Count;

    private static void WriteTable(Certainty comparing, Certainty screening)
    {
        var head = File.ReadLines(TablePath).TakeWhile(l => l.StartsWith('#'));
        var rows = new[] { ("compare", comparing), ("screen", screening) }
            .SelectMany(u => CertaintyFit.Rows(u.Item2).Select(r => string.Create(CultureInfo.InvariantCulture, $"{u.Item1}\t{r.Bits:0}\t{r.LogOdds:0.0}")));
        File.WriteAllText(TablePath, string.Join('\n', head.Concat(rows)) + "\n");
    }

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
