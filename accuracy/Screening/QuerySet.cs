using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Marsad.Accuracy.Screening;

/// <summary>Screening queries with known answers, made by <c>make_queries.py</c> from the measured lists and kept below artifacts/.</summary>
/// <param name="Queries">The queries, input of <c>marsad screen --batch</c>.</param>
/// <param name="Truth">The answers, input of <c>score_screening.py</c>.</param>
/// <param name="UnWithoutOriginal">The UN list without its names in other scripts.</param>
/// <param name="CommonTokens">The words that are common on the lists, one a line.</param>
internal sealed record QuerySet(string Queries, string Truth, string UnWithoutOriginal, string CommonTokens)
{
    /// <summary>Where the queries come from: the same request makes the same queries.</summary>
    /// <param name="Seed">Develop with one seed, publish with another.</param>
    /// <param name="Count">Queries of listed names, spread over the classes.</param>
    /// <param name="Negatives">Queries of people who are on no list.</param>
    /// <param name="Classes">Comma list of classes; null for all but weakAlias.</param>
    public sealed record Request(int Seed, int Count, int Negatives, string? Classes);

    /// <summary>Makes the queries, or takes those of an earlier run.</summary>
    /// <exception cref="MeasureException">The tool or a file is not there, or the tool failed.</exception>
    public static QuerySet Make(Request request)
    {
        var tool = DataFiles.Tool("make_queries.py");
        if (!File.Exists(tool))
            throw new MeasureException($"{tool}: no such file; screening queries are made by it");
        var version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(tool)))[..8];
        var stem = Path.Combine(DataFiles.Cache, string.Create(CultureInfo.InvariantCulture,
            $"screen-{request.Seed}-{request.Count}-{request.Negatives}{(request.Classes is null ? "" : "-" + request.Classes.Replace(',', '-'))}-{version}"));
        var set = new QuerySet(stem + ".queries.ndjson", stem + ".truth.ndjson",
            Path.Combine(DataFiles.Cache, $"un-without-original-{version}.xml"), Path.Combine(DataFiles.Cache, $"common-tokens-{version}.txt"));
        if (new[] { set.Queries, set.Truth, set.UnWithoutOriginal, set.CommonTokens }.Any(f => !File.Exists(f)))
            Run(tool, request, set);
        return set;
    }

    private static void Run(string tool, Request request, QuerySet set)
    {
        var start = new ProcessStartInfo("python3") { UseShellExecute = false };
        string[] arguments =
        [
            tool, "--un", MeasuredLists.Un, "--ofac", MeasuredLists.Ofac[0], MeasuredLists.Ofac[1],
            "--seed", request.Seed.ToString(CultureInfo.InvariantCulture), "--count", request.Count.ToString(CultureInfo.InvariantCulture),
            "--negatives", DataFiles.Shared("match-pairs/synthetic_negatives_us.jsonl.gz"),
            "--negatives-count", request.Negatives.ToString(CultureInfo.InvariantCulture), "--populations", DataFiles.Shared("populations"),
            "--un-without-original", set.UnWithoutOriginal, "--common-tokens-out", set.CommonTokens, "--out", set.Queries, "--truth", set.Truth,
            .. request.Classes is { } classes ? (string[])["--classes", classes] : [],
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new MeasureException("python3 could not be started");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            File.Delete(set.Queries);
            throw new MeasureException($"make_queries.py ended with exit code {process.ExitCode}");
        }
    }
}
