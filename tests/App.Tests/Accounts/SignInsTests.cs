using System.Security.Cryptography;
using Marsad.App.Accounts;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Marsad.App.Tests.Audit;
using Marsad.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Accounts;

public class SignInsTests(PostgresServer postgres)
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_right_password_begins_a_session_that_says_who_it_is(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var done = await desk.SignIns.WithPassword(" Amal ", Password, null, "browser", Cancel);
        Assert.Equal(SignInOutcome.Done, done.Outcome);
        var found = await desk.SignIns.Find(done.Token, Cancel);
        Assert.Equal(("account:amal", Role.Officer, true), (found!.Value.Caller.Actor, found.Value.Caller.Role, found.Value.Caller.IsPerson));
        Assert.Equal(["accountAdded", "signIn"], (await Chains.ReadSound(desk.Store.Store, desk.Audit.Installation)).Select(r => r.Kind));
        await using var context = desk.Store.Store.Context();
        Assert.DoesNotContain(Password, (await context.Set<Account>().SingleAsync(Cancel)).PasswordHash, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_alike_and_both_in_the_audit(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        Assert.Equal(await desk.SignIns.WithPassword("amal", "wrong horse battery", null, "", Cancel), await desk.SignIns.WithPassword("nobody-here", Password, null, "", Cancel));
        var failed = (await Chains.Read(desk.Store.Store)).Where(r => r.Kind == "signInFailed").ToList();
        Assert.Equal(["account:amal", "anonymous"], failed.Select(r => r.Actor));
    }

    [Theory, OnBothDatabases]
    public async Task Five_failures_lock_an_account_for_a_quarter_of_an_hour(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        // At once, as a machine guesses: none goes uncounted.
        await Task.WhenAll(Enumerable.Range(0, SignIns.MostFailures).Select(_ => desk.SignIns.WithPassword("amal", "wrong horse battery", null, "", Cancel)));
        Assert.Equal(SignInOutcome.Refused, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
        desk.Clock.Advance(SignIns.LockOut - TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.Refused, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
    }

    [Theory, OnBothDatabases]
    public async Task A_session_ends_when_idle_at_its_end_and_on_demand(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var idle = (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Token;
        desk.Clock.Advance(SignIns.Idle);
        Assert.Null(await desk.SignIns.Find(idle, Cancel));

        var busy = (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Token;
        for (var passed = TimeSpan.Zero; passed < SignIns.Longest - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            Assert.NotNull(await desk.SignIns.Find(busy, Cancel));
            desk.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        desk.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await desk.SignIns.Find(busy, Cancel));

        var ended = (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Token;
        var session = (await desk.SignIns.All(null, Cancel)).Single().Session;
        Assert.False(await desk.SignIns.End("account:other", session.Id, Guid.NewGuid(), Cancel));
        Assert.True(await desk.SignIns.End("account:amal", session.Id, session.AccountId, Cancel));
        Assert.Null(await desk.SignIns.Find(ended, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task With_an_authenticator_a_code_is_wanted_and_each_is_good_once(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        var address = await desk.Accounts.BeginTotp("amal", Cancel);
        var secret = FromBase32(address.Split("secret=")[1].Split('&')[0]);
        Assert.Null(await desk.Accounts.ConfirmTotp("amal", "000000", Cancel));
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome); // not on yet
        var codes = await desk.Accounts.ConfirmTotp("amal", Code(0), Cancel);
        Assert.Equal(10, codes!.Count);

        Assert.Equal(SignInOutcome.CodeWanted, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await desk.SignIns.WithPassword("amal", Password, Code(0), "", Cancel)).Outcome); // used
        desk.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, Code(0), "", Cancel)).Outcome);
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, codes[3], "", Cancel)).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await desk.SignIns.WithPassword("amal", Password, codes[3], "", Cancel)).Outcome);

        await using (var context = desk.Store.Store.Context())
        {
            // What a thief of the store holds is not the secret.
            var stored = await context.Set<Account>().SingleAsync(Cancel);
            Assert.Equal(-1, stored.TotpSecret.AsSpan().IndexOf(secret));
            Assert.Equal(9, stored.RecoveryHashes.Split('\n').Length);
        }
        await desk.Accounts.RemoveTotp("terminal:tester", "amal", Cancel);
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);

        string Code(int steps) => Totp.Code(secret, Totp.StepOf(desk.Clock.GetUtcNow()) + steps);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_password_a_new_role_and_a_disabled_account_end_its_sessions(Database database)
    {
        await using var desk = await Desk.Open(database, postgres);
        Func<Task>[] changes =
        [
            () => desk.Accounts.SetPassword("terminal:tester", "amal", Password, Cancel),
            () => desk.Accounts.SetRole("terminal:tester", "amal", Role.Reviewer, Cancel),
            () => desk.Accounts.Disable("terminal:tester", "amal", isDisabled: true, Cancel),
        ];
        foreach (var change in changes)
        {
            var token = (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Token;
            await change();
            Assert.Null(await desk.SignIns.Find(token, Cancel));
        }
        Assert.Equal(SignInOutcome.Refused, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
        await desk.Accounts.Disable("terminal:tester", "amal", isDisabled: false, Cancel);
        Assert.Equal(SignInOutcome.Done, (await desk.SignIns.WithPassword("amal", Password, null, "", Cancel)).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 url at all!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_is_none_is_nobody(string token)
    {
        await using var desk = await Desk.Open(Database.Sqlite, postgres);
        Assert.Null(await desk.SignIns.Find(token, Cancel));
        Assert.Null(await desk.SignIns.Find(new string('A', 100_000), Cancel));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("amal amal amal")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password)
    {
        await using var desk = await Desk.Open(Database.Sqlite, postgres);
        await Assert.ThrowsAsync<WrongInputException>(() => desk.Accounts.SetPassword("terminal:tester", "amal", password, Cancel));
        await Assert.ThrowsAsync<WrongInputException>(() => desk.Accounts.SetPassword("terminal:tester", "amal", new string('x', 100_000), Cancel));
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
