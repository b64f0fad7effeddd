using System.Data.Common;
using Marsad.App.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Marsad.App.Audit;

/// <summary>Takes events out of the outbox, inside the transaction that seals them.</summary>
internal static class Outboxes
{
    private const string Columns = "id, at, actor, kind, detail, about";

    /// <summary>True when there is anything in it.</summary>
    public static bool Any(Store store)
    {
        using var connection = store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM audit_outbox LIMIT 1";
        return command.ExecuteScalar() is not null;
    }

    /// <summary>Takes one event; null when somebody else has taken it.</summary>
    public static AuditEvent? Take(DbTransaction transaction, Guid id)
    {
        using var command = transaction.Command($"DELETE FROM audit_outbox WHERE id = @id RETURNING {Columns}", ("@id", id));
        return Read(command).FirstOrDefault();
    }

    /// <summary>Takes events of chains that no process holds any more, the oldest first.</summary>
    public static IReadOnlyList<AuditEvent> TakeAbandoned(DbTransaction transaction, int mine, DateTimeOffset now, int most)
    {
        var skip = transaction is NpgsqlTransaction ? "FOR UPDATE SKIP LOCKED" : "";
        using var command = transaction.Command($"""
            DELETE FROM audit_outbox WHERE id IN (
                SELECT id FROM audit_outbox
                WHERE chain NOT IN (SELECT number FROM audit_chains WHERE held_until > @now AND number <> @mine)
                ORDER BY id LIMIT @most {skip})
            RETURNING {Columns}
            """, ("@now", now), ("@mine", mine), ("@most", most));
        return [.. Read(command).OrderBy(e => e.Id.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The link of an event that is sealed.</summary>
    public static AuditRecord? FindSealed(Store store, Guid id)
    {
        using var context = store.Context();
        return context.Set<AuditRecord>().AsNoTracking().FirstOrDefault(r => r.Id == id);
    }

    private static List<AuditEvent> Read(DbCommand command)
    {
        var events = new List<AuditEvent>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            events.Add(new AuditEvent(reader.GetString(2), reader.GetString(3), reader.Instant(1))
            {
                Id = reader.Id(0),
                Detail = (byte[])reader.GetValue(4),
                About = [.. reader.GetString(5).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            });
        }
        return events;
    }
}
