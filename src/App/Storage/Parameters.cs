using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Marsad.App.Storage;

/// <summary>Values of hand-written statements, as the mapper would store them.</summary>
internal static class Parameters
{
    /// <summary>Adds a parameter: an instant as microseconds, an id as its database keeps ids.</summary>
    public static void Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Value(value, command is SqliteCommand);
        command.Parameters.Add(parameter);
    }

    /// <summary>A value as the driver takes it.</summary>
    public static object Value(object? value, bool isSqlite) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Instants.Microseconds(instant),
        Guid id when isSqlite => id.ToByteArray(bigEndian: true),
        _ => value,
    };

    /// <summary>A command of a transaction.</summary>
    public static DbCommand Command(this DbTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Add(name, value);
        return command;
    }

    /// <summary>Reads an id.</summary>
    public static Guid Id(this DbDataReader reader, int column) =>
        reader is SqliteDataReader ? new Guid((byte[])reader.GetValue(column), bigEndian: true) : reader.GetGuid(column);

    /// <summary>Reads an instant.</summary>
    public static DateTimeOffset Instant(this DbDataReader reader, int column) => Instants.FromMicroseconds(reader.GetInt64(column));
}
