using System.Data.Common;
using System.Security.Cryptography;
using Marsad.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marsad.App.Web;

/// <summary>An answer that was given under an idempotency key, or a request that is still at work.</summary>
internal sealed class IdempotentAnswer
{
    public required string Actor { get; init; }
    public required string Route { get; init; }
    public required string Key { get; init; }
    public required byte[] BodyHash { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while the request is at work.</summary>
    public byte[]? Answer { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdempotentAnswer>
    {
        public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
        {
            builder.ToTable("IdempotentAnswers").HasKey(a => new { a.Actor, a.Route, a.Key });
            builder.HasIndex(a => a.StartedAt);
        }
    }
}

/// <summary>A request that was sent under an idempotency key and is at work here.</summary>
/// <param name="Actor">Whose key it is.</param>
/// <param name="Route">Where it was sent.</param>
/// <param name="Key">The key.</param>
/// <param name="Stored">The answer given before; null when there is none.</param>
internal sealed record IdempotentRequest(string Actor, string Route, string Key, byte[]? Stored)
{
    /// <summary>Stores the answer in the transaction of its effect.</summary>
    public void Finish(DbTransaction transaction, byte[] answer)
    {
        using var command = transaction.Command(
            "UPDATE idempotent_answers SET answer = @answer WHERE actor = @actor AND route = @route AND key = @key",
            ("@answer", answer), ("@actor", Actor), ("@route", Route), ("@key", Key));
        command.ExecuteNonQuery();
    }
}

/// <summary>Writes that are sent again are answered again and not done again: the header <c>Idempotency-Key</c>, per caller and route, for a
/// day.</summary>
/// <remarks>The same key with another body is 422, while the first is at work 409. The answer is stored in the transaction of the effect, so a
/// crash leaves both or neither; a request that died at work can be sent again after a minute.</remarks>
internal sealed class IdempotentAnswers(Store store, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    public static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(1);
    private const int LongestKey = 200;

    /// <summary>Begins a request; null when it has no key.</summary>
    /// <exception cref="ProblemException">The key is in use for something else.</exception>
    public IdempotentRequest? Begin(HttpContext http, string actor, ReadOnlySpan<byte> body)
    {
        if (http.Request.Headers[Header].ToString() is not { Length: > 0 } key)
            return null;
        if (key.Length > LongestKey || key.Any(c => c is < '!' or > '~'))
            throw new ProblemException(Problem.Wrong($"{Header}: allowed are 1 to {LongestKey} visible ASCII characters", Header));
        var route = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}";
        // The route may hold a purpose or a name: what is stored tells neither.
        route = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(route)));
        var (hash, now) = (SHA256.HashData(body), Instants.Now(clock));
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        Run(transaction, "DELETE FROM idempotent_answers WHERE started_at < @old", ("@old", now - Kept));
        var isNew = Run(transaction, """
            INSERT INTO idempotent_answers (actor, route, key, body_hash, started_at) VALUES (@actor, @route, @key, @hash, @now)
            ON CONFLICT (actor, route, key) DO NOTHING
            """, ("@actor", actor), ("@route", route), ("@key", key), ("@hash", hash), ("@now", now)) == 1;
        var stored = isNew ? null : Before(transaction, actor, route, key, hash, now);
        transaction.Commit();
        return new IdempotentRequest(actor, route, key, stored);
    }

    /// <summary>Gives a key free whose request came to nothing.</summary>
    public void Abandon(IdempotentRequest request)
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        Run(transaction, "DELETE FROM idempotent_answers WHERE actor = @actor AND route = @route AND key = @key AND answer IS NULL",
            ("@actor", request.Actor), ("@route", request.Route), ("@key", request.Key));
        transaction.Commit();
    }

    private static byte[]? Before(DbTransaction transaction, string actor, string route, string key, byte[] hash, DateTimeOffset now)
    {
        using var select = transaction.Command(
            "SELECT body_hash, started_at, answer FROM idempotent_answers WHERE actor = @actor AND route = @route AND key = @key",
            ("@actor", actor), ("@route", route), ("@key", key));
        DateTimeOffset startedAt;
        using (var reader = select.ExecuteReader())
        {
            if (!reader.Read())
                throw Busy();
            if (!((byte[])reader.GetValue(0)).AsSpan().SequenceEqual(hash))
                throw new ProblemException(new Problem(StatusCodes.Status422UnprocessableEntity, "Another request", "The idempotency key was used for another body") { Field = Header });
            startedAt = reader.Instant(1);
            if (reader.GetValue(2) is byte[] answer)
                return answer;
        }
        // Whoever died at work no longer needs the key; of those who ask for it now, one gets it.
        var isTaken = startedAt <= now - LongestWork && Run(transaction,
            "UPDATE idempotent_answers SET started_at = @now WHERE actor = @actor AND route = @route AND key = @key AND started_at = @before",
            ("@now", now), ("@actor", actor), ("@route", route), ("@key", key), ("@before", startedAt)) == 1;
        return isTaken ? null : throw Busy();
    }

    private static ProblemException Busy() =>
        new(new Problem(StatusCodes.Status409Conflict, "Still at work", "A request with this idempotency key is still at work") { Field = Header, RetryAfter = 1 });

    private static int Run(DbTransaction transaction, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        using var command = transaction.Command(sql, values);
        return command.ExecuteNonQuery();
    }
}
