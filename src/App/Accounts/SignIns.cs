using System.Buffers.Text;
using System.Security.Cryptography;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Accounts;

/// <summary>How a sign-in went.</summary>
internal enum SignInOutcome
{
    Done,
    /// <summary>Name, password or code is wrong, or the account is locked or disabled: which of them is nobody's business.</summary>
    Refused,
    /// <summary>The password is right; a code of the authenticator is wanted with it.</summary>
    CodeWanted,
}

/// <summary>The outcome of a sign-in, and the token of the session.</summary>
internal sealed record SignIn(SignInOutcome Outcome, string Token = "");

/// <summary>Signs people in and out, and knows who is signed in.</summary>
internal sealed class SignIns(Store store, Auditor audit, AccountBook accounts, TimeProvider clock)
{
    public const int MostFailures = 5;
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const int TokenLength = 32;

    /// <summary>Takes the time of a check for a name that nobody has, so that the time does not tell which names there are.</summary>
    private static readonly Account Nobody = MakeNobody();

    /// <summary>Signs in with a password and, where there is an authenticator, a code.</summary>
    public async Task<SignIn> WithPassword(string name, string password, string? code, string agent, CancellationToken cancel)
    {
        for (var tries = 5; ; tries--)
        {
            try
            {
                return await TryWithPassword(name.Trim().ToLowerInvariant(), password, code, agent, cancel);
            }
            catch (DbUpdateConcurrencyException) when (tries > 1)
            {
                // Another attempt counted at the same moment: none may go uncounted.
            }
        }
    }

    /// <summary>Begins a session for somebody whom a sign-in provider knows.</summary>
    public async Task<SignIn> WithProvider(string issuer, string subject, string agent, CancellationToken cancel)
    {
        await using var work = store.Context();
        var external = $"{issuer} {subject}";
        var account = await work.Set<Account>().SingleOrDefaultAsync(a => a.External == external, cancel);
        return account is null || account.IsDisabled ? await Refuse(work, account, "provider:" + issuer, "unknown or disabled", cancel) : await Begin(work, account, agent, cancel);
    }

    /// <summary>Who has this session; null when it has ended.</summary>
    public async Task<(Caller Caller, Session Session)?> Find(string token, CancellationToken cancel)
    {
        if (HashOf(token) is not { } hash)
            return null;
        await using var work = store.Context();
        var found = await work.Set<Session>().Where(s => s.TokenHash == hash)
            .Join(work.Set<Account>(), s => s.AccountId, a => a.Id, (s, a) => new { Session = s, Account = a }).SingleOrDefaultAsync(cancel);
        var now = Instants.Now(clock);
        if (found is null || found.Account.IsDisabled || now >= found.Session.EndsAt || now - found.Session.SeenAt >= Idle)
            return null;
        // Not with every request: a minute is fine enough for half an hour of idleness.
        if (now - found.Session.SeenAt > TimeSpan.FromMinutes(1))
            await work.Set<Session>().Where(s => s.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancel);
        return (new Caller(found.Account.Actor, found.Account.Role, IsPerson: true) { AccountId = found.Account.Id }, found.Session);
    }

    /// <summary>The sessions that have not ended, the newest first.</summary>
    public async Task<IReadOnlyList<(Session Session, string Account)>> All(Guid? account, CancellationToken cancel)
    {
        await using var work = store.Context();
        var now = Instants.Now(clock);
        var found = await work.Set<Session>().AsNoTracking().Where(s => s.EndsAt > now && s.SeenAt > now - Idle && (account == null || s.AccountId == account))
            .Join(work.Set<Account>(), s => s.AccountId, a => a.Id, (s, a) => new { Session = s, a.Name }).OrderByDescending(f => f.Session.Id).ToListAsync(cancel);
        return [.. found.Select(f => (f.Session, f.Name))];
    }

    /// <summary>Ends a session; of another person's too when no account is named.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> End(string actor, Guid id, Guid? account, CancellationToken cancel)
    {
        await using var work = store.Context();
        var session = await work.Set<Session>().SingleOrDefaultAsync(s => s.Id == id && (account == null || s.AccountId == account), cancel);
        if (session is null)
            return false;
        work.Remove(session);
        await audit.Commit(work, audit.Event(actor, "sessionEnded").With(j => j.WriteString("session", id)), cancel);
        return true;
    }

    private async Task<SignIn> TryWithPassword(string name, string password, string? code, string agent, CancellationToken cancel)
    {
        await using var work = store.Context();
        var account = await work.Set<Account>().SingleOrDefaultAsync(a => a.Name == name, cancel);
        var isPassword = AccountBook.IsPassword(account ?? Nobody, password) && account is not null;
        if (account is null)
            return await Refuse(work, null, "anonymous", "no such account", cancel);
        var now = Instants.Now(clock);
        if (account.IsDisabled || account.LockedUntil > now)
            return await Refuse(work, null, account.Actor, account.IsDisabled ? "disabled" : "locked", cancel);
        if (!isPassword)
            return await Refuse(work, account, account.Actor, "password", cancel);
        if (account.IsTotpOn && code is null)
            return new SignIn(SignInOutcome.CodeWanted);
        if (account.IsTotpOn && !accounts.TakeCode(account, code!))
            return await Refuse(work, account, account.Actor, "code", cancel);
        (account.FailedSignIns, account.LockedUntil) = (0, null);
        return await Begin(work, account, agent, cancel);
    }

    private async Task<SignIn> Refuse(StoreContext work, Account? counted, string actor, string why, CancellationToken cancel)
    {
        if (counted is not null && ++counted.FailedSignIns >= MostFailures)
            (counted.FailedSignIns, counted.LockedUntil) = (0, Instants.Now(clock) + LockOut);
        await audit.Commit(work, audit.Event(actor, "signInFailed").With(j => j.WriteString("why", why)), cancel);
        return new SignIn(SignInOutcome.Refused);
    }

    private async Task<SignIn> Begin(StoreContext work, Account account, string agent, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenLength));
        var now = Instants.Now(clock);
        var session = new Session
        {
            TokenHash = HashOf(token)!,
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            CreatedAt = now,
            SeenAt = now,
            EndsAt = now + Longest,
            Agent = agent.Length > 200 ? agent[..200] : agent,
        };
        work.Add(session);
        // Those that ended stay for a day, for the list, and go with the next sign-in.
        work.RemoveRange(await work.Set<Session>().Where(s => s.AccountId == account.Id && s.EndsAt < now - TimeSpan.FromDays(1)).ToListAsync(cancel));
        await audit.Commit(work, audit.Event(account.Actor, "signIn").With(j => j.WriteString("session", session.Id)), cancel);
        return new SignIn(SignInOutcome.Done, token);
    }

    private static byte[]? HashOf(string token) => token.Length is > 0 and < 100 && Base64Url.IsValid(token) ? SHA256.HashData(Base64Url.DecodeFromChars(token)) : null;

    private static Account MakeNobody()
    {
        var nobody = new Account { Name = "nobody" };
        nobody.PasswordHash = new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(nobody, Guid.NewGuid().ToString());
        return nobody;
    }
}
