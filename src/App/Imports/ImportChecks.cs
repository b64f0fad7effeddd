using System.Collections.Immutable;
using System.Globalization;
using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>What a version looks like before it is published.</summary>
/// <param name="Counts">What was counted.</param>
/// <param name="ListDate">The list's date.</param>
/// <param name="LostRecords">How many records became no entry.</param>
/// <param name="Fatal">Why the file is broken; null when it is not.</param>
/// <param name="HasAliasFile">False when the reader missed the file of aliases that belongs to the set.</param>
internal sealed record Candidate(ListCounts Counts, DateOnly? ListDate, int LostRecords, ListIssue? Fatal, bool HasAliasFile = true);

/// <summary>Holds a version that is about to be published against its source card and the version in force.</summary>
/// <remarks>
/// Each check gives what was measured and what is allowed. A failed check refuses the import; a person may accept it and say why, except
/// a broken or an empty file, which nobody may.
/// </remarks>
internal static class ImportChecks
{
    public const string Broken = "broken file";
    public const string Empty = "empty";

    /// <summary>How much of the share of original scripts may be lost against the version in force.</summary>
    private const double ScriptLoss = 0.5;

    /// <summary>The share of names that may have runs of question marks: lists print "???" for what nobody knows, but rarely.</summary>
    private const double LostNames = 0.001;

    public static ImmutableArray<FailedCheck> Failed(Candidate candidate, ImportLimits limits, ListManifest? inForce)
    {
        var counts = candidate.Counts;
        if (candidate.Fatal is { } fatal)
            return [new FailedCheck(Broken, $"{fatal.File} line {fatal.Line}: {fatal.Reason} ({fatal.Value})", "a whole file of the format")];
        if (counts.Entries == 0)
            return [new FailedCheck(Empty, $"0 entries of {counts.Records} records", "at least 1 entry")];
        return [.. Sizes(counts, limits), .. Contents(candidate, limits), .. inForce is null ? [] : Against(inForce, candidate, limits)];
    }

    /// <summary>True for the checks that <c>--accept</c> cannot overrule.</summary>
    public static bool IsFinal(FailedCheck check) => check.Check is Broken or Empty;

    private static IEnumerable<FailedCheck> Sizes(ListCounts counts, ImportLimits limits)
    {
        if (!IsWithin(counts.Entries, limits.Entries))
            yield return OutOfLimits("entries", counts.Entries, limits.Entries);
        foreach (var (schema, limit) in limits.Schemas)
        {
            var count = counts.EntriesPerSchema.GetValueOrDefault(schema);
            if (!IsWithin(count, limit))
                yield return OutOfLimits("entries of schema " + schema, count, limit);
        }
    }

    private static IEnumerable<FailedCheck> Contents(Candidate candidate, ImportLimits limits)
    {
        var counts = candidate.Counts;
        if (!candidate.HasAliasFile)
            yield return new FailedCheck("alias file", "0 files of aliases", "1: without alt.csv most names of the list are missing");
        foreach (var (field, floor) in limits.Filled)
        {
            var share = Share(counts.Filled.GetValueOrDefault(field), counts.Entries);
            if (share < floor)
                yield return new FailedCheck("entries with " + field, Percent(share), "at least " + Percent(floor));
        }
        if (Share(counts.OriginalScriptNames(), counts.Names) is var original && original < limits.OriginalScripts)
            yield return new FailedCheck("names in original scripts", Percent(original), "at least " + Percent(limits.OriginalScripts));
        if (Share(counts.LostNames, counts.Names) is var lost && lost > LostNames)
            yield return new FailedCheck("names with ??", $"{counts.LostNames} ({Percent(lost)})", "at most " + Percent(LostNames));
        if (counts.TestNames > 0)
            yield return new FailedCheck("test records", $"{counts.TestNames}, such as \"{counts.TestName}\"", "0: altered test copies of this list are in circulation");
        if (counts.RepeatedIds > 0)
            yield return new FailedCheck("repeated ids", $"{counts.RepeatedIds}, such as {counts.RepeatedId}", "0");
        if (Share(candidate.LostRecords, counts.Entries + candidate.LostRecords) is var lostRecords && lostRecords > limits.LostRecords)
            yield return new FailedCheck("records that became no entry", $"{candidate.LostRecords} ({Percent(lostRecords)})", "at most " + Percent(limits.LostRecords));
    }

    private static IEnumerable<FailedCheck> Against(ListManifest inForce, Candidate candidate, ImportLimits limits)
    {
        var (before, now) = (inForce.Counts, candidate.Counts);
        if (Share(before.Entries - now.Entries, before.Entries) is var shrunk && shrunk > limits.Shrink)
            yield return new FailedCheck("shrinking", $"{before.Entries} entries to {now.Entries} (-{Percent(shrunk)})", "at most -" + Percent(limits.Shrink));
        if (candidate.ListDate < inForce.ListDate)
            yield return new FailedCheck("list date going back", $"{candidate.ListDate:yyyy-MM-dd}", $"{inForce.ListDate:yyyy-MM-dd}, the date in force, or later");
        var (scriptsBefore, scriptsNow) = (Share(before.OriginalScriptNames(), before.Names), Share(now.OriginalScriptNames(), now.Names));
        if (scriptsNow < scriptsBefore * ScriptLoss)
            yield return new FailedCheck("original scripts lost", $"{Percent(scriptsNow)} of names", $"at least {Percent(scriptsBefore * ScriptLoss)}, half of the version in force");
    }

    private static FailedCheck OutOfLimits(string check, int count, CountLimit limit) =>
        new(check, Number(count), limit.Max == int.MaxValue ? $"at least {Number(limit.Min)}" : $"{Number(limit.Min)} to {Number(limit.Max)}");

    private static bool IsWithin(int count, CountLimit limit) => count >= limit.Min && count <= limit.Max;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
