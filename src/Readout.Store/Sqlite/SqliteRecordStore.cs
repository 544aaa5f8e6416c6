using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Accounts;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>
/// A store in one SQLite file: write-ahead log, foreign keys, full-text search by FTS5, no set-up. Thread-safe: each call has a
/// pooled connection of its own, writers of this process queue on a lock and those of other processes on SQLite's.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore
{
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;
    private readonly SqliteColumns _columns;
    private readonly SqliteWords _words = new();
    private readonly SqliteNames _names = new();
    private readonly Lazy<SqliteMerging> _merging = new(() => SqliteMerging.Load(Reader.DefaultDataDirectory));

    private SqliteRecordStore(SqliteDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        _columns = new SqliteColumns(database);
        Notices = new SqliteNoticeStore(database, clock);
        Accounts = new SqliteAccountStore(database, clock);
    }

    /// <inheritdoc/>
    public INoticeStore Notices { get; }

    /// <inheritdoc/>
    public IAccountStore Accounts { get; }

    /// <inheritdoc/>
    public string Location => _database.Location;

    /// <inheritdoc/>
    public long Revision => _database.Read(connection => connection.ExecuteScalar<long>("select revision from store"));

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

        var database = new SqliteDatabase(full);
        database.Migrate();
        return new SqliteRecordStore(database, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public StoreStatus Status() => _database.Read(connection => SqliteReports.Status(connection, Location));

    /// <inheritdoc/>
    public bool Holds(string reportHash, ReadingVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _database.Read(connection => SqliteWriter.Holds(connection, reportHash, version));
    }

    /// <inheritdoc/>
    public AddOutcome Add(ReportReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return _database.Write((connection, transaction) =>
        {
            if (SqliteWriter.Holds(connection, reading.Report.Id, reading.Version))
            {
                return AddOutcome.Unchanged;
            }

            IReadOnlyList<long> touched = SqliteMerging.Touched(connection, transaction, reading.Report.Id);
            AddOutcome outcome = new SqliteWriter(connection, transaction, _clock.GetUtcNow()).Write(reading);
            _merging.Value.Place(connection, transaction, reading, touched);
            if (outcome == AddOutcome.Added)
            {
                // What is read again, by a better engine, is no news.
                new SqliteMatching(connection, _clock.GetUtcNow()).Match(reading.Report.Id);
            }

            return outcome;
        });
    }

    /// <inheritdoc/>
    public StoredReport? FindReport(string reportId) => _database.Read(connection => SqliteReports.Find(connection, reportId));

    /// <inheritdoc/>
    public byte[]? FindRaw(string reportId) => _database.Read(connection => SqliteReports.FindRaw(connection, reportId));

    /// <inheritdoc/>
    public Page<ReportSummary> Reports(ReportQuery query) => _database.Read(connection => SqliteReports.List(connection, query));

    /// <inheritdoc/>
    public Fact? FindFact(string factId) => _database.Read(connection => SqliteFacts.Find(connection, factId));

    /// <inheritdoc/>
    public Page<Fact> Facts(FactQuery query) => Search(search => SqliteFacts.List(search, query));

    /// <inheritdoc/>
    public FactFacets Facets(FactQuery query) => Search(search => SqliteFacets.Of(search, query));

    /// <inheritdoc/>
    public IReadOnlyList<TimeCount> Spread(FactQuery query, TimeScale scale) => Search(search => SqliteFacets.Spread(search, query, scale));

    /// <inheritdoc/>
    public IReadOnlyList<Fact> Cluster(string factId) => _database.Read(connection => SqliteMerging.Cluster(connection, factId));

    /// <inheritdoc/>
    public IReadOnlyList<ReportCopy> Copies(string reportId) => _database.Read(connection => SqliteMerging.Copies(connection, reportId));

    /// <inheritdoc/>
    public int Origins() => _database.Read(SqliteMerging.Origins);

    /// <inheritdoc/>
    public Correction Correct(CorrectionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Correct([draft])[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Correction> Correct(IReadOnlyList<CorrectionDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        return _database.Write((connection, transaction) =>
        {
            var corrections = new SqliteCorrections(connection, transaction);
            var made = new List<long>();
            var touched = new List<long>();
            string? added = null;
            foreach (CorrectionDraft draft in drafts)
            {
                (long id, IReadOnlyList<long> rows) = corrections.Add(draft.Fact.Length == 0 && added is not null ? draft with { Fact = added } : draft, _clock.GetUtcNow());
                made.Add(id);
                touched.AddRange(rows);
                added ??= draft.Field == CorrectionField.Added ? SqliteCorrectionList.One(connection, id).Fact : null;
            }

            _merging.Value.PlaceAgain(connection, transaction, [.. touched.Distinct()]);
            return made.ConvertAll(id => SqliteCorrectionList.One(connection, id));
        });
    }

    /// <inheritdoc/>
    public bool Undo(long correction, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        return _database.Write((connection, transaction) =>
        {
            IReadOnlyList<long>? touched = new SqliteCorrections(connection, transaction).Undo(correction, author, _clock.GetUtcNow());
            _merging.Value.PlaceAgain(connection, transaction, touched ?? []);
            return touched is not null;
        });
    }

    /// <inheritdoc/>
    public int WaitingFacts => _database.Read(SqliteWaitingFacts.Count);

    /// <inheritdoc/>
    public int PlaceWaiting(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return WaitingFacts == 0 ? 0 : _database.Write((connection, transaction) =>
        {
            _merging.Value.PlaceAgain(connection, transaction, SqliteWaitingFacts.Take(connection, transaction, most));
            connection.Execute("update store set revision = revision + 1", transaction: transaction);
            return SqliteWaitingFacts.Count(connection);
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Correction> Corrections(string? factId = null) => _database.Read(connection => SqliteCorrectionList.List(connection, factId));

    /// <inheritdoc/>
    public ActorSummary? FindActor(string key) => Search(search => SqliteActors.Find(search, key));

    /// <inheritdoc/>
    public Page<ActorSummary> Actors(ActorQuery query) => Search(search => SqliteActors.List(search, query));

    /// <inheritdoc/>
    public IReadOnlyList<Facet> Partners(string key, int most) => Search(search => SqliteActors.Partners(search, key, most));

    /// <inheritdoc/>
    public IReadOnlyList<OfficeHeld> Offices(string key) => _database.Read(connection => SqliteActorHistory.Offices(connection, key));

    /// <inheritdoc/>
    public IReadOnlyList<MeetingPlace> MeetingPlaces(string key) => _database.Read(connection => SqliteActorHistory.Places(connection, key));

    /// <inheritdoc/>
    public IReadOnlyList<PlaceSummary> Places(int most) => Search(search => SqlitePlaces.List(search, most));

    /// <inheritdoc/>
    public PlaceSummary? FindPlace(string key) => Search(search => SqlitePlaces.Find(search, key));

    /// <inheritdoc/>
    public IReadOnlyList<Facet> ActorsAt(string key, int most) => Search(search => SqlitePlaces.Actors(search, key, most));

    /// <inheritdoc/>
    public IReadOnlyList<OutletSummary> Outlets() => Search(SqliteOutlets.List);

    /// <inheritdoc/>
    public IReadOnlyList<Fact> Shared(string outlet, int most) => _database.Read(connection => SqliteOutlets.Shared(connection, outlet, most));

    private T Search<T>(Func<SqliteFactSearch, T> search) => _database.Read(connection => search(new SqliteFactSearch(connection, _columns.At(connection), _words, _names)));

    /// <summary>Closes the pooled connections, which also folds the write-ahead log into the file.</summary>
    public void Dispose() => _database.Close();
}
