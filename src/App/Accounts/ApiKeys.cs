using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Accounts;

/// <summary>What was found for a key.</summary>
/// <param name="Caller">Who it is; null for a key that is unknown, expired or revoked.</param>
/// <param name="RetryAfter">How long to wait when the key has used up its rate; else null.</param>
internal readonly record struct KeyFound(Caller? Caller, TimeSpan? RetryAfter);

/// <summary>The keys of programs. A request reads no database: all keys are held, and looked at again every two seconds.</summary>
internal sealed class ApiKeys(Store store, Auditor audit, TimeProvider clock) : IDisposable
{
    /// <summary>How long a key that another process revoked may still be taken.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    public const int DefaultRatePerMinute = 60_000;
    public static readonly TimeSpan DefaultLife = TimeSpan.FromDays(365);
    private const string Prefix = "mk_";
    private const int SecretLength = 32;

    private readonly ConcurrentDictionary<Guid, RateLimiter> _limiters = new();
    private readonly SemaphoreSlim _reading = new(1);
    private FrozenDictionary<string, ApiKey> _keys = FrozenDictionary<string, ApiKey>.Empty;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which nobody can show again.</returns>
    public async Task<string> Add(
        string actor, string name, Role role, IReadOnlyCollection<Permission> scopes, DateTimeOffset expiresAt, int ratePerMinute, CancellationToken cancel)
    {
        if (scopes.FirstOrDefault(s => !Permissions.Allows(role, s), (Permission)(-1)) is >= 0 and var beyond)
            throw new WrongInputException($"scope {beyond}: the role {Permissions.Word(role)} does not allow it");
        var text = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(),
            Name = AccountNames.Check(name),
            Hash = Convert.FromHexString(HashOf(text)),
            Role = role,
            Scopes = string.Join(' ', scopes),
            RatePerMinute = ratePerMinute,
            CreatedAt = Instants.Now(clock),
            ExpiresAt = expiresAt,
            Version = 1,
        };
        await using var work = store.Context();
        if (await work.Set<ApiKey>().AnyAsync(k => k.Name == key.Name, cancel))
            throw new WrongInputException($"there is a key \"{key.Name}\" already");
        work.Add(key);
        await audit.Commit(work, Event(actor, "keyAdded", key), cancel);
        _readAt = DateTimeOffset.MinValue;
        return text;
    }

    /// <summary>Takes a key out of use, here at once, in other processes within <see cref="Freshness"/>.</summary>
    public async Task Revoke(string actor, string name, CancellationToken cancel)
    {
        await using var work = store.Context();
        var small = AccountNames.Check(name);
        var key = await work.Set<ApiKey>().SingleOrDefaultAsync(k => k.Name == small, cancel) ?? throw new WrongInputException($"there is no key \"{small}\"");
        key.RevokedAt ??= Instants.Now(clock);
        await audit.Commit(work, Event(actor, "keyRevoked", key), cancel);
        _readAt = DateTimeOffset.MinValue;
    }

    /// <summary>All keys by name.</summary>
    public async Task<IReadOnlyList<ApiKey>> All(CancellationToken cancel)
    {
        await using var work = store.Context();
        return await work.Set<ApiKey>().AsNoTracking().OrderBy(k => k.Name).ToListAsync(cancel);
    }

    /// <summary>Whose key this is, and whether it may come in now; takes one from its rate.</summary>
    public async ValueTask<KeyFound> Find(string text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - _readAt >= Freshness)
            await Read(now, cancel);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 100 || !_keys.TryGetValue(HashOf(text), out var key))
            return default;
        if (key.RevokedAt is not null || key.ExpiresAt <= now)
            return default;
        if (key.RatePerMinute > 0)
        {
            using var lease = _limiters.GetOrAdd(key.Id, _ => Limiter(key.RatePerMinute)).AttemptAcquire();
            if (!lease.IsAcquired)
                return new KeyFound(null, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
        }
        return new KeyFound(new Caller(key.Actor, key.Role, IsPerson: false)
        {
            Scopes = [.. key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>)],
        }, null);
    }

    public void Dispose()
    {
        _reading.Dispose();
        foreach (var limiter in _limiters.Values)
            limiter.Dispose();
    }

    private async Task Read(DateTimeOffset now, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            if (now - _readAt < Freshness)
                return;
            var keys = await All(cancel);
            _keys = keys.ToFrozenDictionary(k => Convert.ToHexStringLower(k.Hash), StringComparer.Ordinal);
            _readAt = now;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static TokenBucketRateLimiter Limiter(int perMinute) => new(new TokenBucketRateLimiterOptions
    {
        // Ten seconds' worth may come at once.
        TokenLimit = Math.Max(1, perMinute / 6),
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60 / perMinute)),
        QueueLimit = 0,
        AutoReplenishment = true,
    });

    private AuditEvent Event(string actor, string kind, ApiKey key) => audit.Event(actor, kind).With(json =>
    {
        json.WriteString("key", key.Name);
        json.WriteString("role", Permissions.Word(key.Role));
        json.WriteString("scopes", key.Scopes);
        json.WriteString("expiresAt", AuditRecord.Text(key.ExpiresAt));
    }).Concerning(key.Actor);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
