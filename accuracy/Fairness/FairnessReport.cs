using System.Globalization;
using System.Text;
using Marsad.Accuracy.Frozen;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Fairness;

/// <summary>Puts a fairness run into figures and onto a page.</summary>
internal static class FairnessReport
{
    /// <summary>Judged are origins with as many people as this.</summary>
    public const int MinOrigin = 1000;

    /// <summary>A part of the listed with fewer queries says more about chance than about the model.</summary>
    private const int SmallestPart = 20;

    /// <summary>The page of the current model.</summary>
    public static string CurrentPath { get; } = Path.Combine(DataFiles.Repository, "accuracy", "runs", ScoringModel.V1.Name + "-fairness.md");

    /// <summary>The figures that the frozen run keeps.</summary>
    public static IEnumerable<FrozenFigure> Figures(FairnessRun run, double threshold)
    {
        foreach (var people in run.Public)
        {
            var set = "fairness " + people.Title;
            foreach (var (information, screened) in Both(people))
            {
                var f = FairnessFigures.Measure(screened, threshold, MinOrigin);
                foreach (var figure in FrozenFigure.Some(set, information, ("n", screened.Count), ("alertRate", ScreeningFigures.Measure(screened, threshold).AlertRate),
                    ("disparityLow", f.DisparityLow), ("commonTokenRatio", f.CommonTokenRatio), ("commonTokenRatioLow", f.CommonTokenRatioLow), ("highestAlertRate", f.HighestRate)))
                    yield return figure;
            }
            foreach (var (origin, given, bare) in ByOrigin(people, threshold).Where(_ => people != run.Public[^1]))
            {
                foreach (var figure in FrozenFigure.Some(set, "origin " + origin, ("n", given.Count), ("alertRate", given.Share), ("alertRate name only", bare.Share)))
                    yield return figure;
            }
        }
        foreach (var part in Parts(run))
        {
            var f = ScreeningFigures.Measure([.. part.Queries.Select(q => q.Query)], threshold);
            foreach (var figure in FrozenFigure.Some("fairness listed people", part.Slice, ("n", f.Queries), ("recall1", f.Recall1), ("recallAtThreshold", f.RecallAtThreshold)))
                yield return figure;
        }
    }

    /// <summary>The page, as markdown.</summary>
    public static string Page(FairnessRun run, IEnumerable<string> head, double threshold)
    {
        var page = new StringBuilder($"# Fairness of scoring model {ScoringModel.V1.Name}\n\n");
        page.AppendJoin("\n\n", head).Append("\n\n");
        page.Append("Made by `dotnet run -c Release --project accuracy -- fairness --write`; what the figures mean is in accuracy/README.md.\n");
        foreach (var people in run.Public)
            Append(page, people, run, threshold);
        AppendListed(page, run, threshold);
        return page.ToString();
    }

    private static void Append(StringBuilder page, PublicSet people, FairnessRun run, double threshold)
    {
        var bareRate = ScreeningFigures.Measure(people.NameOnly, threshold).AlertRate ?? 0;
        var cut = people.CutWithRate(bareRate);
        var jaroWinkler = people.JaroWinklerAnswers(cut);
        Line(page, $"\n## People on no list: {people.Title}\n");
        Line(page, $"| of {people.Given.Count} people | alert rate | disparity, sure part | of | common token ratio | its sure part | highest rate | of |");
        Line(page, $"|---|---:|---:|---|---:|---:|---:|---|");
        foreach (var (information, screened) in Both(people))
            Row(page, information, ScreeningFigures.Measure(screened, threshold).AlertRate, FairnessFigures.Measure(screened, threshold, MinOrigin));
        Row(page, $"Jaro-Winkler, name only, from {Show(cut)}", new AlertRate(jaroWinkler).Share, FairnessFigures.Measure(jaroWinkler, MinOrigin));
        Line(page, $"\nJaro-Winkler is cut where it alarms as often as we do by the name alone. It then finds {Percent(Share(run.Listed, l => l.JaroWinkler >= cut))} of the listed people;"
            + $" we find {Percent(Share(run.Listed, l => l.Query.RightScore >= threshold))}.\n");
        // The last set is the others together.
        if (people == run.Public[^1])
            return;
        Line(page, $"| origin | n | alert rate, as given | name only | its 95 % interval | Jaro-Winkler |");
        Line(page, $"|---|---:|---:|---:|---|---:|");
        foreach (var (origin, given, bare) in ByOrigin(people, threshold))
        {
            Line(page, $"| {origin} | {given.Count} | {Percent(given.Share)} | {Percent(bare.Share)} | {Percent(bare.Low)} to {Percent(bare.High)} |"
                + $" {Percent(new AlertRate(jaroWinkler.Where(a => a.Origin == origin)).Share)} |");
        }
    }

    private static void AppendListed(StringBuilder page, FairnessRun run, double threshold)
    {
        Line(page, $"\n## Listed people\n\nBy the origin of the first country known of the entry, and by the script of the query.\n");
        Line(page, $"| part | queries | first | alert |\n|---|---:|---:|---:|");
        foreach (var part in Parts(run))
        {
            var f = ScreeningFigures.Measure([.. part.Queries.Select(q => q.Query)], threshold);
            Line(page, $"| {part.Slice} | {f.Queries} | {Percent(f.Recall1)} | {Percent(f.RecallAtThreshold)} |");
        }
    }

    private static IEnumerable<(string Information, IReadOnlyList<ScreenedQuery> Screened)> Both(PublicSet people) =>
        [("as given", people.Given), ("name only", people.NameOnly)];

    private static IEnumerable<(string Origin, AlertRate Given, AlertRate NameOnly)> ByOrigin(PublicSet people, double threshold)
    {
        var bare = people.NameOnly.ToLookup(q => q.Query.Origin);
        return people.Given.GroupBy(q => q.Query.Origin).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Rate(g, threshold), Rate(bare[g.Key], threshold)));
    }

    private static AlertRate Rate(IEnumerable<ScreenedQuery> queries, double threshold) =>
        new(queries.Select(q => new Answer(q.Query.Origin, q.Query.HasCommonToken, q.TopScore >= threshold)));

    private static IEnumerable<(string Slice, List<(ScreenedQuery Query, double JaroWinkler)> Queries)> Parts(FairnessRun run) =>
        new (string Title, Func<ScreenedQuery, string> Of)[] { ("origin", run.OriginOf), ("script", q => q.Query.Script) }
            .SelectMany(s => run.Listed.GroupBy(l => s.Of(l.Query)).Where(g => g.Count() >= SmallestPart).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => ($"{s.Title} {g.Key}", g.ToList())));

    private static void Row(StringBuilder page, string title, double? rate, FairnessFigures f) =>
        Line(page, $"| {title} | {Percent(rate)} | {Show(f.DisparityLow)} | {f.DisparityOrigin ?? "-"} | {Show(f.CommonTokenRatio)} | {Show(f.CommonTokenRatioLow)} | {Percent(f.HighestRate)} | {f.HighestRateOrigin ?? "-"} |");

    private static double? Share<T>(IReadOnlyList<T> all, Func<T, bool> isCounted) => all.Count == 0 ? null : (double)all.Count(isCounted) / all.Count;

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');

    private static string Show(double? value) => value is null ? "-" : double.IsInfinity(value.Value) ? "inf" : value.Value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double? value) => value is null ? "-" : (value.Value * 100).ToString("0.0#", CultureInfo.InvariantCulture) + " %";
}
