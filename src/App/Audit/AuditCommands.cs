using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Audit;

/// <summary>The verb <c>audit</c>: what happened, the file that proves it, and the keys that sign it.</summary>
internal static class AuditCommands
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Surroundings here) =>
        new Verb(here, "audit", "The audit: who did what, and the proof that nobody changed it", "marsad audit export audit.ndjson")
        {
            List(here), Export(here), Verify(here), MakeCheckpoint(here), Key(here), Rotate(here),
        };

    private static Verb List(Surroundings here)
    {
        var verb = new Verb(here, "list", "What happened, the newest first", "marsad audit list --about entry:un:QDi.430");
        var about = new Option<string>("--about") { Description = "Only what is about this: who saw or screened it", HelpName = "entry:LIST:REFERENCE|…" };
        var actor = new Option<string>("--actor") { Description = "Only what this actor did", HelpName = "account:NAME|key:NAME|terminal:USER" };
        var kind = new Option<string>("--kind") { Description = "Only what is of this kind", HelpName = "KIND" };
        var limit = new Option<int>("--limit") { Description = "How many at most", HelpName = "N", DefaultValueFactory = _ => 50 };
        var json = new Option<bool>("--json") { Description = "One JSON object a line, with the particulars" };
        foreach (var option in (Option[])[about, actor, kind, limit, json])
            verb.Add(option);
        verb.Does(async (parse, here, cancel) =>
        {
            using var store = Store.Open(here);
            await using var context = store.Context();
            var records = context.Set<AuditRecord>().AsNoTracking();
            if (parse.GetValue(about) is { } wanted)
                records = records.Where(r => context.Set<AuditAbout>().Any(a => a.About == wanted && a.RecordId == r.Id));
            if (parse.GetValue(actor) is { } by)
                records = records.Where(r => r.Actor == by);
            if (parse.GetValue(kind) is { } of)
                records = records.Where(r => r.Kind == of);
            var page = await Page<AuditRecord>.Read(records, r => r.Id, null, Math.Clamp(parse.GetValue(limit), 1, 100_000), newestFirst: true, cancel);
            foreach (var record in page.Items)
                here.Output.WriteLine(parse.GetValue(json) ? Json(record) : Line(record));
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Export(Surroundings here)
    {
        var verb = new Verb(here, "export", "Write the whole audit to a file that proves itself", "marsad audit export audit.ndjson");
        var file = new Argument<string>("FILE") { Description = "The file, or - for standard output" };
        var detail = new Option<bool>("--detail") { Description = "With the particulars: names of people, and the keys that prove them" };
        verb.Add(file);
        verb.Add(detail);
        verb.Does(async (parse, here, cancel) =>
        {
            await using var open = await Open(here);
            // First, so that the export holds its own record.
            await open.Audit.Seal(open.Audit.Event(open.Actor, "auditExport").With(j => j.WriteBoolean("detail", parse.GetValue(detail))), cancel);
            open.Checkpoints.Make(open.Key);
            var export = new AuditExport(open.Store, open.Audit.Installation, open.Key);
            var path = parse.GetValue(file)!;
            long records;
            if (path == "-")
            {
                using var target = new TextStream(here.Output);
                records = await export.Write(target, parse.GetValue(detail), Instants.Now(here.Clock), cancel);
            }
            else
            {
                await using (var target = new FileStream(path + ".unfinished", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
                    records = await export.Write(target, parse.GetValue(detail), Instants.Now(here.Clock), cancel);
                File.Move(path + ".unfinished", path, overwrite: true);
            }
            here.Error.WriteLine($"records {Number(records)}, signed by {open.Key.Id}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Verify(Surroundings here)
    {
        var verb = new Verb(here, "verify", "Verify an exported audit, offline: every record, checkpoint and signature", "marsad audit verify audit.ndjson --key public.pem");
        var file = new Argument<string>("FILE") { Description = "The exported file" };
        var key = new Option<string>("--key") { Description = "The public key to trust, in PEM (marsad audit key); without it the signer is not checked", HelpName = "PUBLIC" };
        var outside = new Option<string>("--checkpoints") { Description = "Checkpoints that were kept elsewhere (MARSAD_CHECKPOINTS)", HelpName = "FILE" };
        verb.Add(file);
        verb.Add(key);
        verb.Add(outside);
        verb.Does((parse, here) =>
        {
            using var export = OpenRead(parse.GetValue(file)!);
            using var kept = parse.GetValue(outside) is { } path ? OpenRead(path) : null;
            var trusted = parse.GetValue(key) is { } pem ? ReadPublic(pem) : null;
            var verdict = AuditVerification.Verify(export, trusted, kept);
            foreach (var fault in verdict.Faults)
                here.Output.WriteLine(fault);
            var size = $"records {Number(verdict.Records)}, chains {Number(verdict.Chains)}, checkpoints {Number(verdict.Checkpoints)}";
            if (verdict.Faults.Count > 0)
                here.Output.WriteLine($"NOT SOUND: {size}");
            else
                here.Output.WriteLine($"{(trusted is null ? "consistent, signer not checked" : "verified")}: {size}, as of {verdict.At}, signed by {verdict.Signer}");
            return verdict.Faults.Count == 0 ? ExitCode.Nothing : ExitCode.Failed;
        });
        return verb;
    }

    private static Verb MakeCheckpoint(Surroundings here)
    {
        var verb = new Verb(here, "checkpoint", "Sign the end of every chain now", "marsad audit checkpoint");
        verb.Does(async (_, here, _) =>
        {
            await using var open = await Open(here);
            var made = open.Checkpoints.Make(open.Key);
            here.Output.WriteLine(made is null ? "nothing to sign yet" : $"checkpoint {Number(made.Number)} of {AuditRecord.Text(made.At)}, signed by {made.KeyId}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Key(Surroundings here)
    {
        var verb = new Verb(here, "key", "The public key that verifies the audit, in PEM; give it to those who verify", "marsad audit key > public.pem");
        verb.Does(async (_, here, _) =>
        {
            await using var open = await Open(here);
            here.Output.WriteLine(open.Key.PublicPem());
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Rotate(Surroundings here)
    {
        var verb = new Verb(here, "rotate", "Replace the key that signs; both keys sign the change", "marsad audit rotate");
        var lost = new Option<string>("--lost") { Description = "The old key cannot sign: why. What it signed is then vouched for by nobody", HelpName = "REASON" };
        verb.Add(lost);
        verb.Does(async (parse, here, _) =>
        {
            using var store = Store.Open(here);
            await using var audit = Auditor.OpenBriefly(store, here.Clock);
            var entered = await new AuditKeys(store, audit, here.KeyFolder, here.Clock).Rotate(ActorOf(here), parse.GetValue(lost));
            here.Output.WriteLine($"{entered.Id} replaces {entered.Replaces}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    /// <summary>Who works at this terminal.</summary>
    public static string ActorOf(Surroundings here) => "terminal:" + here.User;

    private static async Task<OpenAudit> Open(Surroundings here)
    {
        var store = Store.Open(here);
        var audit = Auditor.OpenBriefly(store, here.Clock);
        try
        {
            var key = await new AuditKeys(store, audit, here.KeyFolder, here.Clock).Current(ActorOf(here));
            return new OpenAudit(store, audit, key, new Checkpoints(store, audit, here.CheckpointFile, here.Clock), ActorOf(here));
        }
        catch
        {
            await audit.DisposeAsync();
            store.Dispose();
            throw;
        }
    }

    private static FileStream OpenRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"{path}: {e.Message}", e);
        }
    }

    private static byte[] ReadPublic(string file)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new WrongInputException($"--key {file}: allowed is a public key in PEM, as marsad audit key prints it ({e.Message})", e);
        }
    }

    private static string Line(AuditRecord record) =>
        $"{AuditRecord.Text(record.At)}  {record.Kind,-20} {TerminalText.Of(record.Actor),-28} {record.Chain}/{record.Sequence}  {(record.Detail is null ? "erased" : record.Id)}";

    private static string Json(AuditRecord record)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", record.Id);
            json.WriteNumber("chain", record.Chain);
            json.WriteNumber("sequence", record.Sequence);
            json.WriteString("at", AuditRecord.Text(record.At));
            json.WriteString("actor", record.Actor);
            json.WriteString("kind", record.Kind);
            json.WritePropertyName("detail");
            if (record.Detail is null)
                json.WriteNullValue();
            else
                json.WriteRawValue(record.Detail);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The store, its audit and its key, for a command that signs.</summary>
    private sealed record OpenAudit(Store Store, Auditor Audit, SigningKey Key, Checkpoints Checkpoints, string Actor) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Audit.DisposeAsync();
            Key.Dispose();
            Store.Dispose();
        }
    }
}
