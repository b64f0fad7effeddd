using System.Text;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Audit;

public class AuditorTests(PostgresServer postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_event_is_in_the_chain_when_the_caller_is_answered(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        var first = await audit.Seal(audit.Event("account:amal", "read").With(j => j.WriteString("entry", "un:QDi.430")) with { About = ["entry:un:QDi.430"] }, Cancel);
        var second = await audit.Seal(audit.Event("key:bank", "screening"), Cancel);
        Assert.Equal((1, 2), (first.Sequence, second.Sequence));
        Assert.Equal(first.Hash, second.Previous);
        var stored = await Chains.ReadSound(store.Store, audit.Installation);
        Assert.Equal(["read", "screening"], stored.Select(r => r.Kind));
        Assert.Equal("{\"entry\":\"un:QDi.430\"}", Encoding.UTF8.GetString(stored[0].Detail!));
        await using var context = store.Store.Context();
        Assert.Equal(first.Id, (await context.Set<AuditAbout>().SingleAsync(a => a.About == "entry:un:QDi.430", Cancel)).RecordId);
    }

    [Theory, OnBothDatabases]
    public async Task Callers_at_once_each_get_a_place_of_their_own(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        var sealedRecords = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            Task.Run(() => audit.Seal(audit.Event("key:load", "screening").With(j => j.WriteNumber("i", i)), Cancel))));
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => (long)i), sealedRecords.Select(r => r.Sequence).Order());
        Assert.Equal(1000, (await Chains.ReadSound(store.Store, audit.Installation)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Several_processes_at_once_have_a_chain_each_and_lose_nothing(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        var installation = Guid.Empty;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(p => Task.Run(async () =>
        {
            using var mine = store.OpenAgain();
            await using var audit = Auditor.Open(mine, TimeProvider.System);
            installation = audit.Installation;
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => audit.Seal(audit.Event($"key:{p}", "screening"), Cancel)));
        })));
        var records = await Chains.ReadSound(store.Store, installation);
        Assert.Equal(200, records.Count);
        Assert.All(records.GroupBy(r => r.Actor), a => Assert.Equal(50, a.Count()));
    }

    [Theory, OnBothDatabases]
    public async Task Commands_that_come_one_after_the_other_share_a_chain(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        for (var i = 0; i < 5; i++)
        {
            await using var audit = Auditor.OpenBriefly(store.Store, TimeProvider.System);
            await audit.Seal(audit.Event("terminal:tester", "screening"), Cancel);
        }
        Assert.Equal([1L, 2, 3, 4, 5], (await Chains.Read(store.Store)).Where(r => r.Chain == 1).Select(r => r.Sequence));
    }

    [Theory, OnBothDatabases]
    public async Task A_process_that_ends_leaves_its_chain_to_the_next(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        for (var i = 0; i < 3; i++)
        {
            await using var audit = Auditor.Open(store.Store, TimeProvider.System);
            await audit.Seal(audit.Event("system", "started"), Cancel);
        }
        Assert.Equal([(1, 1L), (1, 2L), (1, 3L)], (await Chains.Read(store.Store)).Select(r => (r.Chain, r.Sequence)));
    }

    [Theory, OnBothDatabases]
    public async Task A_process_that_slept_past_its_hold_does_not_fork_the_chain(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var sleeper = Auditor.Open(store.Store, TimeProvider.System);
        await sleeper.Seal(sleeper.Event("key:sleeper", "screening"), Cancel);
        await using (var context = store.Store.Context())
            await context.Database.ExecuteSqlRawAsync("UPDATE audit_chains SET held_until = 0", Cancel);
        await using var next = Auditor.Open(store.Store, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? sleeper.Seal(sleeper.Event("key:sleeper", "screening"), Cancel)
            : next.Seal(next.Event("key:next", "screening"), Cancel)));
        Assert.Equal(41, (await Chains.ReadSound(store.Store, next.Installation)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_and_its_event_are_stored_together_or_not_at_all(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        await using (var work = store.Store.Context())
        {
            work.Add(new AuditAbout { About = "account:new", RecordId = Guid.CreateVersion7() });
            await audit.Commit(work, audit.Event("account:root", "accountAdded"), Cancel);
        }
        await using (var work = store.Store.Context())
        {
            var twice = Guid.CreateVersion7();
            await work.Database.ExecuteSqlAsync($"INSERT INTO audit_abouts (about, record_id) VALUES ('account:twice', {(database == Database.Sqlite ? twice.ToByteArray(true) : (object)twice)})", Cancel);
            work.Add(new AuditAbout { About = "account:twice", RecordId = twice });
            await Assert.ThrowsAsync<DbUpdateException>(() => audit.Commit(work, audit.Event("account:root", "accountAdded"), Cancel));
        }
        Assert.Single(await Chains.ReadSound(store.Store, audit.Installation));
        await using var after = store.Store.Context();
        Assert.Empty(after.Set<AuditOutbox>());
    }

    [Theory, OnBothDatabases]
    public async Task What_a_killed_process_left_unsealed_is_sealed_by_the_next(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        AuditEvent[] left = [.. Enumerable.Range(0, 300).Select(i => new AuditEvent("account:root", "accountAdded", DateTimeOffset.UtcNow) { About = [$"account:{i}"] })];
        await using (var work = store.Store.Context())
        {
            work.AddRange(left.Select(e => AuditOutbox.From(e, 7)));
            await work.SaveChangesAsync(Cancel);
        }
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        var records = await Chains.ReadSound(store.Store, audit.Installation);
        Assert.Equal(left.Select(e => e.Id).Order(), records.Select(r => r.Id).Order());
        await using var context = store.Store.Context();
        Assert.Empty(context.Set<AuditOutbox>());
        Assert.Equal(300, await context.Set<AuditAbout>().CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_living_process_is_about_to_seal_is_left_to_it(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var living = Auditor.Open(store.Store, TimeProvider.System);
        await using (var work = store.Store.Context())
        {
            work.Add(AuditOutbox.From(living.Event("account:root", "accountAdded"), 1));
            await work.SaveChangesAsync(Cancel);
        }
        await using var other = Auditor.Open(store.Store, TimeProvider.System);
        Assert.Empty(await Chains.Read(store.Store));
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_that_is_set_back_does_not_take_the_chain_with_it(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        var later = DateTimeOffset.UtcNow;
        await audit.Seal(new AuditEvent("system", "started", later), Cancel);
        await audit.Seal(new AuditEvent("system", "started", later.AddHours(-3)), Cancel);
        await Chains.ReadSound(store.Store, audit.Installation);
    }

    [Theory, OnBothDatabases]
    public async Task No_store_no_answer(Database database)
    {
        using var store = await TestStore.Open(database, postgres);
        await using var audit = Auditor.Open(store.Store, TimeProvider.System);
        await using (var context = store.Store.Context())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE audit_records RENAME TO audit_records_gone", Cancel);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => audit.Seal(audit.Event("key:bank", "screening"), Cancel));
        await using (var context = store.Store.Context())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE audit_records_gone RENAME TO audit_records", Cancel);
        await audit.Seal(audit.Event("key:bank", "screening"), Cancel); // and goes on when it can
    }

    [Theory]
    [InlineData("account:a\nkind:b")]
    [InlineData("")]
    [InlineData("account:\u0000")]
    public void A_word_that_could_pass_for_two_lines_of_the_chain_is_refused(string actor) =>
        Assert.Throws<ArgumentException>(() => new AuditEvent(actor, "read", DateTimeOffset.UtcNow));
}
