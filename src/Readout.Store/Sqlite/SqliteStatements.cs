using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>Commands prepared once a transaction and run for many rows; Dapper would compile each anew. Not thread-safe.</summary>
internal sealed class SqliteStatements(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Runs a statement that gives no row.</summary>
    public void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a statement that gives one number.</summary>
    public long Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => (long)Bind(sql, values).ExecuteScalar()!;

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Every text is a constant of this assembly; values go in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            _commands.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
