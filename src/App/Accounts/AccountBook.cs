using System.Security.Cryptography;
using System.Text;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Accounts;

/// <summary>The people who may sign in: adds and changes them, each change with its audit event.</summary>
internal sealed class AccountBook(Store store, Auditor audit, InstallationSecret secret, TimeProvider clock)
{
    public const int ShortestPassword = 12;
    private const int LongestPassword = 256;
    private const string TotpPurpose = "totp";
    private const int RecoveryCodes = 10;
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>True when nobody can sign in yet.</summary>
    public async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var work = store.Context();
        return !await work.Set<Account>().AnyAsync(cancel);
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> All(CancellationToken cancel)
    {
        await using var work = store.Context();
        return await work.Set<Account>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancel);
    }

    /// <summary>Adds an account.</summary>
    /// <exception cref="WrongInputException">The name or the password is not allowed, or the name is taken.</exception>
    public async Task<Account> Add(string actor, string name, Role role, string password, CancellationToken cancel)
    {
        var account = new Account { Id = Guid.CreateVersion7(), Name = AccountNames.Check(name), Role = role, CreatedAt = Instants.Now(clock), Version = 1 };
        account.PasswordHash = Hash(account, password);
        await using var work = store.Context();
        if (await work.Set<Account>().AnyAsync(a => a.Name == account.Name, cancel))
            throw new WrongInputException($"there is an account \"{account.Name}\" already");
        work.Add(account);
        await audit.Commit(work, Event(actor, "accountAdded", account), cancel);
        return account;
    }

    /// <summary>Sets a new password; whoever is signed in with the old one no longer is.</summary>
    public Task SetPassword(string actor, string name, string password, CancellationToken cancel) =>
        Change(actor, name, "passwordChanged", a => (a.PasswordHash, a.FailedSignIns, a.LockedUntil) = (Hash(a, password), 0, null), endSessions: true, cancel);

    /// <summary>Gives another role.</summary>
    public Task SetRole(string actor, string name, Role role, CancellationToken cancel) =>
        Change(actor, name, "roleChanged", a => a.Role = role, endSessions: true, cancel);

    /// <summary>Locks out for good, or lets in again.</summary>
    public Task Disable(string actor, string name, bool isDisabled, CancellationToken cancel) =>
        Change(actor, name, isDisabled ? "accountDisabled" : "accountEnabled", a => a.IsDisabled = isDisabled, endSessions: isDisabled, cancel);

    /// <summary>Ends a lock-out before its time.</summary>
    public Task Unlock(string actor, string name, CancellationToken cancel) =>
        Change(actor, name, "accountUnlocked", a => (a.FailedSignIns, a.LockedUntil) = (0, null), endSessions: false, cancel);

    /// <summary>Takes the authenticator off, for somebody who has lost it and the codes.</summary>
    public Task RemoveTotp(string actor, string name, CancellationToken cancel) =>
        Change(actor, name, "authenticatorRemoved", a => (a.TotpSecret, a.IsTotpOn, a.RecoveryHashes) = ([], false, ""), endSessions: true, cancel);

    /// <summary>Gives a new secret for an authenticator; codes are asked for from <see cref="ConfirmTotp"/> on.</summary>
    /// <returns>The address for the authenticator.</returns>
    public async Task<string> BeginTotp(string name, CancellationToken cancel)
    {
        var bytes = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        await Change("account:" + name, name, "authenticatorBegun", a => (a.TotpSecret, a.IsTotpOn) = (secret.Seal(bytes, TotpPurpose), false), endSessions: false, cancel);
        return Totp.Address(bytes, name);
    }

    /// <summary>Takes the first code of an authenticator, and from then on asks for one at every sign-in.</summary>
    /// <returns>The recovery codes, shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmTotp(string name, string code, CancellationToken cancel)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.Base32(RandomNumberGenerator.GetBytes(10)))];
        var isRight = true;
        await Change("account:" + name, name, "authenticatorAdded", a =>
        {
            isRight = a.TotpSecret.Length > 0 && TakeCode(a, code);
            if (isRight)
                (a.IsTotpOn, a.RecoveryHashes) = (true, string.Join('\n', codes.Select(HashCode)));
        }, endSessions: false, cancel, isWanted: () => isRight);
        return isRight ? codes : null;
    }

    /// <summary>True when the password is the account's; a hash of an older kind is renewed in passing.</summary>
    public static bool IsPassword(Account account, string password)
    {
        var result = password.Length > LongestPassword ? PasswordVerificationResult.Failed : Hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = Hasher.HashPassword(account, password);
        return result != PasswordVerificationResult.Failed;
    }

    /// <summary>Takes a code of the authenticator, or a recovery code, each good once.</summary>
    public bool TakeCode(Account account, string code)
    {
        code = code.Trim();
        if (Totp.Accept(secret.Unseal(account.TotpSecret, TotpPurpose), code, clock.GetUtcNow(), account.TotpStep) is { } step)
        {
            account.TotpStep = step;
            return true;
        }
        var left = account.RecoveryHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(HashCode(code.ToUpperInvariant())))
            return false;
        account.RecoveryHashes = string.Join('\n', left);
        return true;
    }

    private async Task Change(
        string actor, string name, string kind, Action<Account> change, bool endSessions, CancellationToken cancel, Func<bool>? isWanted = null)
    {
        await using var work = store.Context();
        var small = AccountNames.Check(name);
        var account = await work.Set<Account>().SingleOrDefaultAsync(a => a.Name == small, cancel)
            ?? throw new WrongInputException($"there is no account \"{small}\"");
        change(account);
        if (isWanted?.Invoke() == false)
            return;
        if (endSessions)
            work.RemoveRange(await work.Set<Session>().Where(s => s.AccountId == account.Id).ToListAsync(cancel));
        await audit.Commit(work, Event(actor, kind, account), cancel);
    }

    private AuditEvent Event(string actor, string kind, Account account) => audit.Event(actor, kind).With(json =>
    {
        json.WriteString("account", account.Name);
        json.WriteString("role", Permissions.Word(account.Role));
    }).Concerning(account.Actor);

    private static string Hash(Account account, string password)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
            throw new WrongInputException($"password: allowed are {ShortestPassword} to {LongestPassword} characters");
        if (password.Contains(account.Name, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5)
            throw new WrongInputException("password: it must not hold the account's name, and has at least five different characters");
        return Hasher.HashPassword(account, password);
    }

    private static string HashCode(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
