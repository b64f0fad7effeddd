using System.Globalization;
using Marsad.App.Terminal;
using Spectre.Console;

namespace Marsad.App.Imports;

/// <summary>Runs an import for a person: progress while it reads, then what became of it.</summary>
internal static class ImportReport
{
    private const int ShownIssues = 5;

    public static async Task<int> Run(Surroundings here, ImportRequest request)
    {
        var store = new ListStore(here.DataFolder);
        await using var audit = ListAudit.Open(here);
        var result = await audit.Around(request.ListId, request.Files.Select(f => f.Name), () =>
            Task.FromResult<ImportResult?>(new ListImport(store, here.Clock).Run(request, Progress(here, request.ListId))));
        return Say(here, result!);
    }

    /// <summary>Counts on standard error, where a person watches it.</summary>
    public static Action<int>? Progress(Surroundings here, string id) => here.IsErrorTerminal
        ? count => here.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{id}: {count:N0} entries read "))
        : null;

    /// <summary>Says what became of an import. A refusal names each failed check with both numbers.</summary>
    /// <exception cref="WrongInputException">The import was refused.</exception>
    public static int Say(Surroundings here, ImportResult result)
    {
        if (here.IsErrorTerminal)
            here.Error.Write("\r\u001b[K");
        var manifest = result.Manifest;
        if (result.Outcome == ImportOutcome.Refused)
            throw new WrongInputException(Refusal(result));
        if (result.Outcome == ImportOutcome.Unchanged)
        {
            here.Output.WriteLine($"{manifest.List}: nothing changed since {manifest.Version}, no new version");
            return ExitCode.Nothing;
        }
        here.Output.WriteLine($"{manifest.List} {manifest.Version} published: {Number(manifest.Counts.Entries)} entries, {Number(manifest.Counts.Names)} names"
            + $" ({string.Join(", ", manifest.Counts.NamesPerScript.OrderByDescending(s => s.Value).Select(s => $"{s.Key} {Number(s.Value)}"))})");
        if (result.Before is { } before && before.Manifest.Date > manifest.Date)
            here.Output.WriteLine($"  in force stays {before.Reference}: it is newer");
        foreach (var check in result.Failed)
            here.Output.WriteLine($"  accepted: {check.Check}: {check.Measured}, allowed is {check.Allowed}");
        SayIssues(here, manifest);
        return ExitCode.Nothing;
    }

    /// <summary>Which checks failed, each with both numbers.</summary>
    public static string Refusal(ImportResult result)
    {
        var checks = string.Join("; ", result.Failed.Select(f => $"{f.Check}: {f.Measured}, allowed is {f.Allowed}"));
        var way = result.Failed.Any(ImportChecks.IsFinal) ? "" : " (--accept \"reason\" publishes it all the same)";
        return $"{result.Manifest.List} was not imported, nothing changed: {checks}{way}";
    }

    private static void SayIssues(Surroundings here, ListManifest manifest)
    {
        if (manifest.IssueCount == 0)
            return;
        here.Output.WriteLine($"  {Number(manifest.IssueCount)} issues, kept in the manifest (marsad lists history {manifest.List} --json):");
        foreach (var kind in manifest.Issues.GroupBy(i => (i.Field, i.Reason)).OrderByDescending(k => k.Count()).Take(ShownIssues))
        {
            var first = kind.First();
            here.Output.WriteLine($"  {first.Severity}: {first.File} line {first.Line} {first.Field} \"{first.Value}\": {first.Reason}"
                + (kind.Count() > 1 ? $" (and {Number(kind.Count() - 1)} more)" : ""));
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
