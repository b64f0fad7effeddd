using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Audit;

/// <summary>An audit of two chains with checkpoints, exported, and then everything a forger may do to the file.</summary>
public sealed class AuditVerificationTests(PostgresServer postgres) : IAsyncLifetime
{
    private TestStore _store = null!;
    private string _export = "";
    private string _earlier = "";
    private byte[] _public = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Outside => _store.Folder.File("outside.ndjson");

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open(Database.Sqlite, postgres);
        (_export, _public, _earlier) = await MakeAudit(_store);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory, OnBothDatabases]
    public async Task A_sound_audit_verifies(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        var (export, key, _) = await MakeAudit(store);
        var verdict = Verify(export, key);
        Assert.Empty(verdict.Faults);
        Assert.Equal((2, 3), (verdict.Chains, verdict.Checkpoints));
        Assert.Equal(Regex.Count(export, "\"type\":\"record\""), verdict.Records);
        Assert.Empty(Verify(export, null).Faults);
    }

    [Fact]
    public void A_changed_record_is_named()
    {
        var faults = Verify(_export.Replace("\"actor\":\"key:bank-5\"", "\"actor\":\"key:bonk-5\"", StringComparison.Ordinal)).Faults;
        Assert.Matches("line [0-9]+: record [0-9]+ of chain 1 was changed", faults[0]);
    }

    [Fact]
    public void A_changed_record_with_a_hash_made_to_fit_is_found_at_its_follower()
    {
        var faults = Verify(Edit(_export, "\"actor\":\"key:bank-5\"", r => Rehashed(r with { Actor = "key:none" }))).Faults;
        Assert.Contains(faults, f => f.Contains("does not follow the record before it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_chain_made_anew_is_a_fork_to_the_checkpoint()
    {
        // Every link of chain 1 rebuilt from the changed one on: consistent in itself, but signed otherwise.
        var previous = (byte[]?)null;
        var forged = string.Concat(Lines(_export).Select(line =>
        {
            if (!line.Contains("\"type\":\"record\"", StringComparison.Ordinal) || ExportLine.Parse(Encoding.UTF8.GetBytes(line)).Record() is not { Chain: 1 } record)
                return line + "\n";
            if (record.Actor != "key:bank-5" && previous is null)
                return line + "\n";
            record = Rehashed(record with { Actor = record.Actor == "key:bank-5" ? "key:none" : record.Actor, Previous = previous ?? record.Previous });
            previous = record.Hash;
            return Written(line, record) + "\n";
        }));
        Assert.Contains(Verify(forged).Faults, f => f.Contains("the chain is forked", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_is_missing_is_named()
    {
        var faults = Verify(Without(_export, "\"actor\":\"key:bank-5\"")).Faults;
        Assert.Contains("those between are missing", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_there_twice_is_a_fork()
    {
        var line = Lines(_export).First(l => l.Contains("key:bank-5", StringComparison.Ordinal));
        Assert.Contains("forked", Verify(_export.Replace(line, line + "\n" + line, StringComparison.Ordinal)).Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Records_that_change_places_are_named() =>
        Assert.NotEmpty(Verify(Swap(_export, "key:bank-5", "key:bank-6")).Faults);

    [Fact]
    public void A_cut_tail_shows_wherever_it_was_cut()
    {
        var lines = Lines(_export);
        for (var keep = 0; keep < lines.Length; keep++)
        {
            var verdict = Verify(string.Concat(lines.Take(keep).Select(l => l + "\n")));
            Assert.Contains(verdict.Faults, f => f.Contains("tail was cut", StringComparison.Ordinal) || f.Contains("is empty", StringComparison.Ordinal));
        }
        Assert.NotEmpty(Verify(_export[..^1]).Faults);
        Assert.NotEmpty(Verify(_export[..^40]).Faults);
    }

    [Fact]
    public void Whatever_byte_is_changed_the_file_is_no_longer_sound()
    {
        var bytes = Encoding.UTF8.GetBytes(_export);
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var at = random.Next(bytes.Length);
            var changed = bytes.ToArray();
            changed[at] ^= (byte)(1 << random.Next(7));
            var verdict = AuditVerification.Verify(new MemoryStream(changed), _public);
            Assert.True(verdict.Faults.Count > 0, $"byte {at}");
        }
    }

    [Fact]
    public void An_audit_that_was_cut_and_signed_again_shows_against_checkpoints_kept_outside()
    {
        // Cut in the store itself, by somebody who holds the key: the file is sound, what was kept outside knows better.
        Assert.Empty(Verify(_earlier).Faults);
        Assert.Contains(Verify(_earlier, _public, File.ReadAllText(Outside)).Faults, f => f.Contains("tail was cut", StringComparison.Ordinal));
        Assert.Empty(Verify(_export, _public, File.ReadAllText(Outside)).Faults);
    }

    [Fact]
    public void Another_key_verifies_nothing()
    {
        using var other = SigningKey.Create();
        Assert.Contains(Verify(_export, other.PublicKey).Faults, f => f.Contains("the given key does not vouch for", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Keys_that_replaced_each_other_vouch_for_each_other(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        var (_, first, _) = await MakeAudit(store);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        var keys = new AuditKeys(store.Store, audit, store.Folder.KeyFolder, TimeProvider.System);
        await keys.Rotate("account:root", null);
        await keys.Rotate("account:root", null);
        using var last = await keys.Current("system");
        new Checkpoints(store.Store, audit, null, TimeProvider.System).Make(last);
        var export = await Export(store, audit, last);
        Assert.Empty(Verify(export, first).Faults);
        Assert.Empty(Verify(export, last.PublicKey).Faults);

        // A forger who has the store but not the old key cannot enter a key of his own.
        Assert.NotEmpty(Verify(Regex.Replace(export, "\"signedByOld\":\"[^\"]{20,}\"", "\"signedByOld\":\"\""), first).Faults);
    }

    [Fact]
    public async Task A_key_that_was_lost_is_said_and_no_longer_vouched_for()
    {
        await using var audit = Auditor.Open(_store.Store, TimeProvider.System);
        var keys = new AuditKeys(_store.Store, audit, _store.Folder.KeyFolder, TimeProvider.System);
        File.Delete(keys.File);
        Assert.Contains("put its file back", (await Assert.ThrowsAsync<WrongInputException>(() => keys.Current("system"))).Message, StringComparison.Ordinal);
        await keys.Rotate("account:root", "the disk died");
        using var key = await keys.Current("system");
        var export = await Export(_store, audit, key);
        Assert.Contains(Verify(export, key.PublicKey).Faults, f => f.StartsWith("line", StringComparison.Ordinal) && f.Contains("checkpoint 1 is signed by", StringComparison.Ordinal));
        Assert.Empty(Verify(export, null).Faults);
    }

    [Fact]
    public async Task Particulars_that_are_exported_prove_themselves_and_erased_ones_break_nothing()
    {
        await using var audit = Auditor.Open(_store.Store, TimeProvider.System);
        using var key = await new AuditKeys(_store.Store, audit, _store.Folder.KeyFolder, TimeProvider.System).Current("system");
        var full = await Export(_store, audit, key, withDetail: true);
        Assert.Contains("Nadir Qasimzade", full, StringComparison.Ordinal);
        Assert.Empty(Verify(full).Faults);
        Assert.Contains("particulars were changed", Verify(full.Replace("Nadir Qasimzade", "Nadir Qasimzada", StringComparison.Ordinal)).Faults[0], StringComparison.Ordinal);
        await using (var context = _store.Store.Context())
            await context.Database.ExecuteSqlRawAsync("UPDATE audit_records SET key = NULL, detail = NULL WHERE kind = 'screening'", Cancel);
        var erased = await Export(_store, audit, key, withDetail: true);
        Assert.DoesNotContain("Nadir Qasimzade", erased, StringComparison.Ordinal);
        Assert.Empty(Verify(erased).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("[1,2]\n")]
    [InlineData("not json at all")]
    [InlineData("{\"type\":\"marsad-audit/1\",\"installation\":\"none\"}\n")]
    [InlineData("{\"type\":\"marsad-audit/1\",\"installation\":\"019380d8-a4d4-7a1a-b3b2-000000000001\"}\n{\"type\":\"record\",\"chain\":99999999999}\n")]
    [InlineData("{\"type\":\"marsad-audit/1\",\"installation\":\"019380d8-a4d4-7a1a-b3b2-000000000001\"}\n{\"type\":\"checkpoint\",\"heads\":\"1 x y\"}\n{\"type\":\"surprise\"}\n")]
    public void Rubbish_is_said_to_be_rubbish(string file) => Assert.NotEmpty(Verify(file).Faults);

    [Fact]
    public void A_signature_and_a_link_can_be_checked_without_marsad()
    {
        // What docs/audit.md tells an auditor to do with a shell.
        var link = Lines(_export).Select(l => ExportLine.Parse(Encoding.UTF8.GetBytes(l))).First(l => l.Type == "record");
        var installation = ExportLine.Parse(Encoding.UTF8.GetBytes(Lines(_export)[0])).Text("installation");
        var text = string.Join('\n', "marsad-audit-record/1", installation, link.Number("chain"), link.Number("sequence"), link.Text("previous"),
            link.Text("at"), link.Text("actor"), link.Text("kind"), link.Text("commitment")) + "\n";
        Assert.Equal(link.Text("hash"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static async Task<(string Export, byte[] Public, string Earlier)> MakeAudit(TestStore store)
    {
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        using var key = await new AuditKeys(store.Store, audit, store.Folder.KeyFolder, TimeProvider.System).Current("system");
        var checkpoints = new Checkpoints(store.Store, audit, store.Folder.File("outside.ndjson"), TimeProvider.System);
        for (var i = 0; i < 10; i++)
            await audit.Seal(audit.Event($"key:bank-{i}", "screening").With(j => j.WriteString("name", "Nadir Qasimzade")), Cancel);
        checkpoints.Make(key);
        var earlier = await Export(store, audit, key);
        await using (var second = Auditor.Open(store.Store, TimeProvider.System))
        {
            for (var i = 0; i < 5; i++)
                await second.Seal(second.Event("account:amal", "read"), Cancel);
            checkpoints.Make(key);
        }
        await audit.Seal(audit.Event("system", "stopped"), Cancel);
        checkpoints.Make(key);
        checkpoints.Make(key); // nothing has happened since: no fourth
        return (await Export(store, audit, key), key.PublicKey, earlier);
    }

    private static async Task<string> Export(TestStore store, Auditor audit, SigningKey key, bool withDetail = false)
    {
        using var file = new MemoryStream();
        await new AuditExport(store.Store, audit.Installation, key).Write(file, withDetail, Instants.Now(TimeProvider.System), Cancel);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private AuditVerdict Verify(string file) => Verify(file, _public);

    private static AuditVerdict Verify(string file, byte[]? key, string? outside = null) =>
        AuditVerification.Verify(new MemoryStream(Encoding.UTF8.GetBytes(file)), key, outside is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(outside)));

    private static string[] Lines(string file) => file.TrimEnd('\n').Split('\n');

    private static string Without(string file, string mark) => string.Concat(Lines(file).Where(l => !l.Contains(mark, StringComparison.Ordinal)).Select(l => l + "\n"));

    private static string Edit(string file, string mark, Func<AuditRecord, AuditRecord> change) => string.Concat(Lines(file).Select(l =>
        (l.Contains(mark, StringComparison.Ordinal) ? Written(l, change(ExportLine.Parse(Encoding.UTF8.GetBytes(l)).Record())) : l) + "\n"));

    private static string Swap(string file, string one, string other)
    {
        var lines = Lines(file).ToList();
        var (a, b) = (lines.FindIndex(l => l.Contains(one, StringComparison.Ordinal)), lines.FindIndex(l => l.Contains(other, StringComparison.Ordinal)));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private AuditRecord Rehashed(AuditRecord record) =>
        record with { Hash = record.ComputeHash(ExportLine.Parse(Encoding.UTF8.GetBytes(Lines(_export)[0])).Id("installation")) };

    private static string Written(string line, AuditRecord record)
    {
        foreach (var (name, value) in ((string, string)[])[("actor", record.Actor), ("previous", Convert.ToHexStringLower(record.Previous)), ("hash", Convert.ToHexStringLower(record.Hash))])
            line = Regex.Replace(line, $"\"{name}\":\"[^\"]*\"", $"\"{name}\":\"{value}\"");
        return line;
    }
}
