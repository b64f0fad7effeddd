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
        parameter.Value = value switch
        {
            null => DBNull.Value,
            DateTimeOffset instant => Instants.Microseconds(instant),
            Guid id when command is SqliteCommand => id.ToByteArray(bigEndian: true),
            _ => value,
        };
        command.Parameters.Add(parameter);
    }

    /// <summary>Reads an id.</summary>
    public static Guid Id(this DbDataReader reader, int column) =>
        reader is SqliteDataReader ? new Guid((byte[])reader.GetValue(column), bigEndian: true) : reader.GetGuid(column);

    /// <summary>Reads an instant.</summary>
    public static DateTimeOffset Instant(this DbDataReader reader, int column) => Instants.FromMicroseconds(reader.GetInt64(column));
}
