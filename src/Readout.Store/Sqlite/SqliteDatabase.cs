using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>
/// The file of a store and how it is reached: a pooled connection for each call, one snapshot for each reading, writers of this process in a
/// queue. Thread-safe.
/// </summary>
internal sealed class SqliteDatabase
{
    // A writer of another process holds the lock for milliseconds; half a minute means that it hangs.
    private const int BusyTimeoutSeconds = 30;

    private readonly string _connectionString;
    private readonly Lock _writing = new();

    /// <param name="path">Full path of the file.</param>
    public SqliteDatabase(string path)
    {
        Location = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
            Pooling = true,
        }.ToString();
    }

    /// <summary>Full path of the file.</summary>
    public string Location { get; }

    /// <summary>Makes the tables of a new file and brings those of an older one to the current version.</summary>
    public void Migrate() => Guard(() =>
    {
        using SqliteConnection connection = Connect();
        connection.Execute("pragma journal_mode = wal");
        SqliteSchema.Migrate(connection, Location);
        return true;
    });

    /// <summary>Reads in one snapshot: what a page shows together was true together.</summary>
    public T Read<T>(Func<SqliteConnection, T> read) => Guard(() =>
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return read(connection);
    });

    /// <summary>Writes in one transaction, which is committed where the work returns.</summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> write)
    {
        lock (_writing)
        {
            return Guard(() =>
            {
                using SqliteConnection connection = Connect();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                T result = write(connection, transaction);
                transaction.Commit();
                return result;
            });
        }
    }

    /// <summary>Closes the pooled connections, which also folds the write-ahead log into the file.</summary>
    public void Close() => SqliteConnection.ClearPool(new SqliteConnection(_connectionString));

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // In a write-ahead log, "normal" loses no committed report to a killed process, and keeps the file whole on power loss.
        // Reading through the system's page cache (2 GiB is the most that SQLite maps) halves the time of the pages of a large store.
        connection.Execute("pragma synchronous = normal; pragma mmap_size = 2147418112; pragma cache_size = -16384");
        return connection;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            string way = e.SqliteErrorCode switch
            {
                5 or 6 => "another program has held it for too long; end that program and try again",
                8 => "it cannot be written; check its permissions, or name another file with --store FILE",
                11 or 26 => "the file is damaged; put a copy in its place, or name another file with --store FILE and add the reports again",
                13 => "the disk is full; make room and try again",
                14 => "it cannot be opened; check the path and its permissions, or name another file with --store FILE",
                _ => "try again, or name another file with --store FILE",
            };
            throw new StoreException($"the store {Location} failed ({e.Message.TrimEnd('.')}): {way}", e);
        }
    }
}
