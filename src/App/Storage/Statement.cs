using System.Data.Common;
using Npgsql;

namespace Marsad.App.Storage;

/// <summary>One statement for many rows of a transaction: run row by row where the database is in the process, sent in one go where it
/// is not.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand? _single;
    private readonly NpgsqlBatch? _batch;
    private readonly string _sql;

    /// <param name="transaction">The transaction.</param>
    /// <param name="sql">The statement; its values are <c>@p0</c>, <c>@p1</c> …</param>
    public Statement(DbTransaction transaction, string sql)
    {
        _sql = sql;
        if (transaction is NpgsqlTransaction postgres)
            _batch = new NpgsqlBatch(postgres.Connection, postgres);
        else
            (_single = transaction.Connection!.CreateCommand()).Transaction = transaction;
        _single?.CommandText = sql;
    }

    /// <summary>Adds a row.</summary>
    public void Add(params ReadOnlySpan<object?> values)
    {
        if (_single is not null)
        {
            Bind(values);
            _single.ExecuteNonQuery();
            return;
        }
        var command = new NpgsqlBatchCommand(_sql);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter("p" + i, Parameters.Value(values[i], isSqlite: false)));
        _batch!.BatchCommands.Add(command);
    }

    /// <summary>Sends what has not been sent.</summary>
    public void Send()
    {
        if (_batch is { BatchCommands.Count: > 0 })
        {
            _batch.ExecuteNonQuery();
            _batch.BatchCommands.Clear();
        }
    }

    public void Dispose()
    {
        _single?.Dispose();
        _batch?.Dispose();
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (_single!.Parameters.Count == i)
                _single.Add("@p" + i, values[i]);
            else
                _single.Parameters[i].Value = Parameters.Value(values[i], isSqlite: true);
        }
    }
}
