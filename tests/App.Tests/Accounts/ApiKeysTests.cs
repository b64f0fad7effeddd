using Marsad.App.Accounts;
using Marsad.App.Terminal;
using Marsad.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Accounts;

public class ApiKeysTests(PostgresServer postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_key_says_who_comes_and_is_not_in_the_store(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var key = await Add(desk);
        var caller = (await desk.Keys.Find(key, Cancel)).Caller!;
        Assert.Equal(("key:bank", Role.Integration, false), (caller.Actor, caller.Role, caller.IsPerson));
        await using var context = desk.Store.Store.Context();
        var stored = await context.Set<ApiKey>().SingleAsync(Cancel);
        Assert.Equal(32, stored.Hash.Length);
        Assert.Null((await desk.Keys.Find(key + "x", Cancel)).Caller);
        Assert.Null((await desk.Keys.Find(Convert.ToHexString(stored.Hash), Cancel)).Caller);
        Assert.Null((await desk.Keys.Find("", Cancel)).Caller);
        Assert.Null((await desk.Keys.Find("mk_" + new string('x', 100_000), Cancel)).Caller);
    }

    [Theory, OnBothDatabases]
    public async Task A_revoked_key_is_refused_here_at_once_and_elsewhere_in_two_seconds(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var key = await Add(desk);
        using var elsewhere = new ApiKeys(desk.Store.Store, desk.Audit, desk.Clock);
        Assert.NotNull((await elsewhere.Find(key, Cancel)).Caller);
        await desk.Keys.Revoke("terminal:tester", "bank", Cancel);
        Assert.Null((await desk.Keys.Find(key, Cancel)).Caller);
        desk.Clock.Advance(ApiKeys.Freshness);
        Assert.Null((await elsewhere.Find(key, Cancel)).Caller);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_expires(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var key = await Add(desk);
        desk.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.NotNull((await desk.Keys.Find(key, Cancel)).Caller);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await desk.Keys.Find(key, Cancel)).Caller);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_that_asks_too_often_is_told_to_wait(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var key = await Add(desk, rate: 60);
        var found = new List<KeyFound>();
        for (var i = 0; i < 40; i++)
            found.Add(await desk.Keys.Find(key, Cancel));
        Assert.NotNull(found[0].Caller);
        Assert.Contains(found, f => f.Caller is null && f.RetryAfter > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_scope_beyond_the_role_a_second_key_of_a_name_and_a_name_that_is_none_are_refused()
    {
        await using var desk = await Desk.Open(Database.Sqlite, postgres);
        await Assert.ThrowsAsync<WrongInputException>(() => desk.Keys.Add("terminal:tester", "x", Role.Integration, [Permission.ReadAudit], desk.Clock.GetUtcNow().AddDays(1), 0, Cancel));
        await Add(desk);
        await Assert.ThrowsAsync<WrongInputException>(() => Add(desk));
        await Assert.ThrowsAsync<WrongInputException>(() => desk.Keys.Revoke("terminal:tester", "none", Cancel));
        await Assert.ThrowsAsync<WrongInputException>(() => desk.Keys.Add("terminal:tester", "a\nb", Role.Integration, [], desk.Clock.GetUtcNow().AddDays(1), 0, Cancel));
    }

    private static Task<string> Add(Desk desk, int rate = 0) =>
        desk.Keys.Add("terminal:tester", "bank", Role.Integration, [Permission.Screen], desk.Clock.GetUtcNow().AddDays(30), rate, Cancel);
}
