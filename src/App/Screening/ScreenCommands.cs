using System.CommandLine;
using Marsad.App.Audit;
using Marsad.App.Screening.Batch;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>The verb <c>screen</c>: one name, or a batch.</summary>
internal sealed class ScreenCommands
{
    private readonly SubjectOptions _subject = new();
    private readonly PolicyOptions _policy;
    private readonly Option<string> _against = new("--against") { Description = "Score this entry whatever the threshold: why it did, or did not, match", HelpName = "ENTRY" };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show each piece of evidence with its bits" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object instead of a table" };
    private readonly Option<string> _batch = new("--batch") { Description = "Screen each row of a csv or NDJSON file, or of standard input", HelpName = "FILE|-" };
    private readonly Option<string> _format = new("--format") { Description = "Batch: how results are written (default: as the input)", HelpName = "csv|ndjson|parquet" };
    private readonly Option<string[]> _map = new("--map") { Description = "Batch: which property a csv column holds; may be repeated", HelpName = "COLUMN=FIELD", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _out = new("--out") { Description = "Batch: the file of results, which appears when it is complete", HelpName = "FILE" };
    private readonly Option<string> _jobs = new("--jobs") { Description = "Batch: how many rows are screened at once (default: one per processor)", HelpName = "N" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Batch: go on where a stopped batch with the same --out ended" };

    private ScreenCommands(Surroundings here) => _policy = new PolicyOptions(here);

    public static Command Create(Surroundings here)
    {
        var screen = new ScreenCommands(here);
        var verb = new Verb(here, "screen", "Who on the lists a name may be, and why", "marsad screen \"Qasem Soleimani\" --type person --birth-date 1957 --explain");
        screen._subject.AddTo(verb);
        screen._policy.AddTo(verb);
        foreach (var option in (Option[])[screen._against, screen._explain, screen._json, screen._batch, screen._format, screen._map, screen._out, screen._jobs, screen._resume])
            verb.Add(option);
        verb.Does(screen.Run);
        return verb;
    }

    private Task<int> Run(ParseResult parse, Surroundings here, CancellationToken cancel)
    {
        var isBatch = parse.GetValue(_batch) is not null;
        if (isBatch == _subject.IsGiven(parse))
            throw new WrongInputException(isBatch ? "screen takes a NAME or --batch, not both" : "screen needs a NAME, --id TYPE:VALUE or --batch FILE. See: marsad screen --help");
        return isBatch ? RunBatch(parse, here, cancel) : RunSingle(parse, here, cancel);
    }

    private async Task<int> RunSingle(ParseResult parse, Surroundings here, CancellationToken cancel)
    {
        foreach (var option in (Option[])[_format, _map, _out, _jobs, _resume])
        {
            if (parse.GetResult(option) is { Implicit: false })
                throw new WrongInputException($"{option.Name} is for --batch");
        }
        var explain = parse.GetValue(_explain) || (parse.GetValue(_against) is not null && !parse.GetValue(_json));
        var subject = _subject.Read(parse);
        var screener = Screener.Open(here, _policy.Policy(parse, here), _policy.AsOf(parse), explain: true);
        var hits = parse.GetValue(_against) is { } entry ? [Against(screener, subject, entry)] : screener.Screen(subject);
        await Seal(here, screener, subject, hits, cancel);
        if (parse.GetValue(_json))
            WriteJson(here, ScreeningJson.Result(RowId.Of(1), screener, subject, hits, explain));
        else
            new HitView(here, screener).Show(subject, hits, explain);
        return hits.Any(h => h.IsMatch) ? ExitCode.Match : ExitCode.Nothing;
    }

    /// <summary>Nothing is shown before the audit has it.</summary>
    private static async Task Seal(Surroundings here, Screener screener, Subject subject, IReadOnlyList<Hit> hits, CancellationToken cancel)
    {
        using var store = Store.Open(here);
        await using var audit = Auditor.OpenBriefly(store, here.Clock);
        var what = audit.Event(AuditCommands.ActorOf(here), ScreeningAudit.Kind);
        await audit.Seal(ScreeningAudit.Of(what, SubjectJson.Of(subject), subject, screener, hits, purpose: ""), cancel);
    }

    private static Hit Against(Screener screener, Subject subject, string entry) =>
        screener.Against(subject, entry) ?? throw new WrongInputException(
            $"--against \"{entry}\": no such entry in {string.Join(", ", screener.Lists.Select(l => $"{l.Id} {l.Version}"))}; an entry is LIST:REFERENCE such as un:QDi.430");

    private async Task<int> RunBatch(ParseResult parse, Surroundings here, CancellationToken cancel)
    {
        foreach (var option in (Option[])[_against, _json])
        {
            if (parse.GetResult(option) is { Implicit: false })
                throw new WrongInputException($"{option.Name} is not for --batch: use --format");
        }
        if (parse.GetValue(_resume) && parse.GetValue(_out) is null)
            throw new WrongInputException("--resume needs --out FILE: only a file can be gone on with");
        var request = new BatchRequest(
            parse.GetValue(_batch)!, Map(parse.GetValue(_map) ?? []), parse.GetValue(_format), parse.GetValue(_out),
            parse.GetValue(_jobs) is { } jobs ? (int)PolicyOptions.Whole("--jobs", jobs, 1, 256) : Environment.ProcessorCount,
            parse.GetValue(_resume), parse.GetValue(_explain));
        var screener = Screener.Open(here, _policy.Policy(parse, here), _policy.AsOf(parse), explain: true);
        return await new BatchScreening(here, screener, request).Run(cancel);
    }

    private static Dictionary<string, string> Map(string[] pairs)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.LastIndexOf('=');
            if (equals <= 0)
                throw new WrongInputException($"--map \"{pair}\": allowed is COLUMN=FIELD such as \"Full name=name\"");
            map[pair[..equals]] = pair[(equals + 1)..];
        }
        return map;
    }

    private static void WriteJson(Surroundings here, byte[] line) => here.Output.Write(System.Text.Encoding.UTF8.GetString(line));
}
