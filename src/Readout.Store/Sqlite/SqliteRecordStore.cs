using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>
/// A store in one SQLite file: write-ahead log, foreign keys, full-text search by FTS5, no set-up. Thread-safe: each call has a
/// pooled connection of its own, writers of this process queue on a lock and those of other processes on SQLite's.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore
{
    // A writer of another process holds the lock for milliseconds; half a minute means that it hangs.
    private const int BusyTimeoutSeconds = 30;

    private readonly string _connectionString;
    private readonly Lock _writing = new();
    private readonly TimeProvider _clock;
    private readonly Lazy<SqliteMerging> _merging = new(() => SqliteMerging.Load(Reader.DefaultDataDirectory));

    private SqliteRecordStore(string path, TimeProvider clock)
    {
        Location = path;
        _clock = clock;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
            Pooling = true,
        }.ToString();
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public long Revision => Read(connection => connection.ExecuteScalar<long>("select revision from store"));

    /// <summary>Opens a store, making the file and its folder where missing and bringing an older schema to the current one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="clock">Gives the moments of adding; null for the system's.</param>
    /// <exception cref="StoreException">The file cannot be made or opened, is no store, or is one of a newer version, which stays untouched.</exception>
    public static SqliteRecordStore Open(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (Directory.Exists(full))
            {
                throw new StoreException($"{full} is a folder; name a file with --store FILE");
            }

            SqliteSchema.CheckFile(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the store {full} cannot be opened: {e.Message}; name another file with --store FILE", e);
        }

        var store = new SqliteRecordStore(full, clock ?? TimeProvider.System);
        store.Guard(() =>
        {
            using SqliteConnection connection = store.Connect();
            connection.Execute("pragma journal_mode = wal");
            SqliteSchema.Migrate(connection, full);
            return true;
        });
        return store;
    }

    /// <inheritdoc/>
    public StoreStatus Status() => Read(connection => SqliteReports.Status(connection, Location));

    /// <inheritdoc/>
    public bool Holds(string reportHash, ReadingVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Read(connection => SqliteWriter.Holds(connection, reportHash, version));
    }

    /// <inheritdoc/>
    public AddOutcome Add(ReportReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        lock (_writing)
        {
            return Guard(() =>
            {
                using SqliteConnection connection = Connect();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                if (SqliteWriter.Holds(connection, reading.Report.Id, reading.Version))
                {
                    return AddOutcome.Unchanged;
                }

                IReadOnlyList<long> touched = SqliteMerging.Touched(connection, transaction, reading.Report.Id);
                AddOutcome outcome = new SqliteWriter(connection, transaction, _clock.GetUtcNow()).Write(reading);
                _merging.Value.Place(connection, transaction, reading, touched);
                transaction.Commit();
                return outcome;
            });
        }
    }

    /// <inheritdoc/>
    public StoredReport? FindReport(string reportId) => Read(connection => SqliteReports.Find(connection, reportId));

    /// <inheritdoc/>
    public byte[]? FindRaw(string reportId) => Read(connection => SqliteReports.FindRaw(connection, reportId));

    /// <inheritdoc/>
    public Page<ReportSummary> Reports(ReportQuery query) => Read(connection => SqliteReports.List(connection, query));

    /// <inheritdoc/>
    public Fact? FindFact(string factId) => Read(connection => SqliteFacts.Find(connection, factId));

    /// <inheritdoc/>
    public Page<Fact> Facts(FactQuery query) => Read(connection => SqliteFacts.List(connection, query));

    /// <inheritdoc/>
    public FactFacets Facets(FactQuery query) => Read(connection => SqliteFacets.Of(connection, query));

    /// <inheritdoc/>
    public IReadOnlyList<Fact> Cluster(string factId) => Read(connection => SqliteMerging.Cluster(connection, factId));

    /// <inheritdoc/>
    public IReadOnlyList<ReportCopy> Copies(string reportId) => Read(connection => SqliteMerging.Copies(connection, reportId));

    /// <inheritdoc/>
    public int Origins() => Read(SqliteMerging.Origins);

    /// <inheritdoc/>
    public Correction Correct(CorrectionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return WithTransaction((connection, transaction) =>
        {
            Correction made = new SqliteCorrections(connection, transaction).Add(draft, _clock.GetUtcNow());
            PlaceAgain(connection, transaction, made);
            return made;
        });
    }

    /// <inheritdoc/>
    public bool Undo(long correction, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        return WithTransaction((connection, transaction) =>
        {
            var corrections = new SqliteCorrections(connection, transaction);
            bool undone = corrections.Undo(correction, author, _clock.GetUtcNow());
            if (undone)
            {
                PlaceAgain(connection, transaction, corrections.List(null).First(one => one.Id == correction));
            }

            return undone;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Correction> Corrections(string? factId = null) => Read(connection => new SqliteCorrections(connection, null).List(factId));

    /// <inheritdoc/>
    public ActorSummary? FindActor(string key) => Read(connection => SqliteActors.Find(connection, key));

    /// <inheritdoc/>
    public Page<ActorSummary> Actors(ActorQuery query) => Read(connection => SqliteActors.List(connection, query));

    /// <inheritdoc/>
    public IReadOnlyList<Facet> Partners(string key, int most) => Read(connection => SqliteActors.Partners(connection, key, most));

    /// <summary>Closes the pooled connections, which also folds the write-ahead log into the file.</summary>
    public void Dispose() => SqliteConnection.ClearPool(new SqliteConnection(_connectionString));

    private void PlaceAgain(SqliteConnection connection, SqliteTransaction transaction, Correction correction)
    {
        if (correction.Field is CorrectionField.Same or CorrectionField.Apart && correction.Fact is { } fact)
        {
            _merging.Value.PlaceAgain(connection, transaction, correction is { Field: CorrectionField.Same, Value: { } other } ? [fact, other] : [fact]);
        }
    }

    private T WithTransaction<T>(Func<SqliteConnection, SqliteTransaction, T> write)
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

    // One snapshot a call: what a page shows together was true together.
    private T Read<T>(Func<SqliteConnection, T> read) => Guard(() =>
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction snapshot = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return read(connection);
    });

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // In a write-ahead log, "normal" loses no committed report to a killed process, and keeps the file whole on power loss.
        connection.Execute("pragma synchronous = normal");
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
