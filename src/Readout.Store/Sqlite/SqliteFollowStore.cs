using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Following;

namespace Readout.Store.Sqlite;

/// <summary>
/// Feeds, the reports that they named, and captures, in the file of a record store. Each writing member is one transaction. Thread-safe: every
/// call has a pooled connection of its own.
/// </summary>
public sealed class SqliteFollowStore
{
    private const int BusyTimeoutSeconds = 30;

    private readonly string _connectionString;
    private readonly string _location;

    /// <param name="store">The open store whose file is used; its schema is current.</param>
    public SqliteFollowStore(IRecordStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _location = store.Location;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = store.Location,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
            Pooling = true,
        }.ToString();
    }

    /// <summary>All feeds by address, with how many of their reports wait.</summary>
    public IReadOnlyList<FeedRow> Feeds() => Use(connection => connection.Query<StoredFeed>(
        """
        select f.address as Address, current as Current, title as Title, selector as Selector, entity_tag as EntityTag, last_modified as LastModified, hub as Hub, topic as Topic,
          next as Next, last_fetch as LastFetch, last_success as LastSuccess, last_outcome as LastOutcome, last_error as LastError, failures as Failures, interval as Interval,
          (select count(*) from feed_item i where i.feed = f.address and i.is_open = 1) as Waiting
        from feed f order by f.address
        """).Select(f => f.ToRow()).ToList());

    /// <summary>Adds a feed; false where it is followed already.</summary>
    public bool Follow(FeedRow feed) => Write((connection, transaction) =>
        connection.ExecuteScalar<long>("select count(*) from feed where address = @Address", new { feed.Address }, transaction) == 0
        && Put(connection, transaction, feed) > 0);

    /// <summary>Removes a feed; false where it was not followed. What it brought stays.</summary>
    public bool Unfollow(string address) => Write((connection, transaction) => connection.Execute("delete from feed where address = @address", new { address }, transaction) > 0);

    /// <summary>Writes a feed and what it named; the number of reports new or changed. A feed no longer followed is not brought back.</summary>
    public int Record(FeedRow feed, IReadOnlyList<FeedItemRow> named) => Write((connection, transaction) =>
    {
        if (connection.ExecuteScalar<long>("select count(*) from feed where address = @Address", new { feed.Address }, transaction) == 0)
        {
            return 0;
        }

        Put(connection, transaction, feed);
        int news = 0;
        foreach (FeedItemRow item in named)
        {
            news += connection.Execute(
                """
                insert into feed_item (feed, key, address, mark, is_open, attempts, next, error) values (@Feed, @Key, @Address, @Mark, 1, 0, @Next, null)
                on conflict (feed, key) do update set address = excluded.address, mark = excluded.mark, is_open = 1, attempts = 0, next = excluded.next, error = null
                where feed_item.mark <> excluded.mark
                """,
                new { item.Feed, item.Key, item.Address, item.Mark, Next = Moment(item.Next) },
                transaction);
        }

        return news;
    });

    /// <summary>Reports to be fetched by now, those longest due first.</summary>
    public IReadOnlyList<FeedItemRow> Pending(DateTimeOffset now, int limit) => Use(connection => connection.Query<StoredItem>(
        """
        select feed as Feed, key as Key, address as Address, mark as Mark, attempts as Attempts, next as Next, error as Error
        from feed_item where is_open = 1 and next <= @now order by next, feed, key limit @limit
        """,
        new { now = Moment(now), limit }).Select(i => i.ToRow()).ToList());

    /// <summary>When the next feed or report is due; null where none is.</summary>
    public DateTimeOffset? NextDue() => Use(connection => Moment(connection.ExecuteScalar<string?>(
        "select min(next) from (select min(next) as next from feed union all select min(next) from feed_item where is_open = 1)")));

    /// <summary>Writes a report's attempts, error and next moment, and whether it is still to be fetched.</summary>
    public void Update(FeedItemRow item, bool isOpen) => Write((connection, transaction) => connection.Execute(
        "update feed_item set attempts = @Attempts, next = @Next, error = @Error, is_open = @isOpen where feed = @Feed and key = @Key and mark = @Mark",
        new { item.Attempts, Next = Moment(item.Next), item.Error, isOpen, item.Feed, item.Key, item.Mark },
        transaction));

    /// <summary>Keeps a capture and, where it is new, its body.</summary>
    public void Save(CaptureRow capture) => Write((connection, transaction) =>
    {
        connection.Execute("insert into body (hash, bytes) values (@Hash, @Body) on conflict (hash) do nothing", new { capture.Hash, capture.Body }, transaction);
        return connection.Execute(
            """
            insert into capture (hash, address, final_address, captured, status, headers, redirects)
            values (@Hash, @Address, @FinalAddress, @Captured, @Status, @Headers, @Redirects) on conflict (address, captured) do nothing
            """,
            new { capture.Hash, capture.Address, capture.FinalAddress, Captured = Moment(capture.Captured), capture.Status, capture.Headers, capture.Redirects },
            transaction);
    });

    /// <summary>Captures in the order of their moments; one body at a time is held.</summary>
    /// <param name="address">Asked for or answering; null for all.</param>
    /// <param name="since">Earliest moment; null for all.</param>
    public IEnumerable<CaptureRow> Captures(string? address, DateTimeOffset? since)
    {
        IReadOnlyList<long> ids = Use(connection => connection.Query<long>(
            "select id from capture where (@address is null or address = @address or final_address = @address) and (@since is null or captured >= @since) order by captured, id",
            new { address, since = since is { } moment ? Moment(moment) : null }).ToList());
        foreach (long id in ids)
        {
            yield return Use(connection => connection.QuerySingle<StoredCapture>(
                """
                select c.hash as Hash, address as Address, final_address as FinalAddress, captured as Captured, status as Status, headers as Headers, redirects as Redirects, b.bytes as Body
                from capture c join body b on b.hash = c.hash where c.id = @id
                """,
                new { id }).ToRow());
        }
    }

    /// <summary>What was asked of hubs, by feed.</summary>
    public IReadOnlyList<HubRow> Hubs() => Use(connection => Hubs(connection, null));

    /// <summary>What was asked of a hub under a callback's token; null where nothing was.</summary>
    public HubRow? Hub(string token) => Use(connection => Hubs(connection, token).FirstOrDefault());

    /// <summary>Writes what was asked of a feed's hub, in place of what was asked before; nothing where the feed is not followed.</summary>
    public void Put(HubRow hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        Write((connection, transaction) => connection.Execute(
            """
            insert into hub_lease (feed, hub, topic, token, secret, asked_at, until) select @Feed, @Hub, @Topic, @Token, @Secret, @AskedAt, @Until where exists (select 1 from feed where address = @Feed)
            on conflict (feed) do update set hub = excluded.hub, topic = excluded.topic, token = excluded.token, secret = excluded.secret, asked_at = excluded.asked_at, until = excluded.until
            """,
            new { hub.Feed, hub.Hub, hub.Topic, hub.Token, hub.Secret, AskedAt = Moment(hub.AskedAt), Until = Moment(hub.Until) },
            transaction));
    }

    /// <summary>Makes a feed due by a moment; nothing where it is due earlier or gone.</summary>
    public void Hasten(string feed, DateTimeOffset moment) => Write((connection, transaction) =>
        connection.Execute("update feed set next = @moment where address = @feed and next > @moment", new { feed, moment = Moment(moment) }, transaction));

    private static List<HubRow> Hubs(SqliteConnection connection, string? token) =>
    [
        .. connection.Query<(string Feed, string Hub, string Topic, string Token, string Secret, string AskedAt, string? Until)>(
            "select feed, hub, topic, token, secret, asked_at, until from hub_lease where @token is null or token = @token order by feed", new { token })
            .Select(row => new HubRow { Feed = row.Feed, Hub = row.Hub, Topic = row.Topic, Token = row.Token, Secret = row.Secret, AskedAt = Moment(row.AskedAt)!.Value, Until = Moment(row.Until) }),
    ];

    private static int Put(SqliteConnection connection, SqliteTransaction transaction, FeedRow feed) => connection.Execute(
        """
        insert into feed (address, current, title, selector, entity_tag, last_modified, hub, topic, next, last_fetch, last_success, last_outcome, last_error, failures, interval)
        values (@Address, @Current, @Title, @Selector, @EntityTag, @LastModified, @Hub, @Topic, @Next, @LastFetch, @LastSuccess, @LastOutcome, @LastError, @Failures, @Interval)
        on conflict (address) do update set current = excluded.current, title = excluded.title, selector = excluded.selector, entity_tag = excluded.entity_tag,
          last_modified = excluded.last_modified, hub = excluded.hub, topic = excluded.topic, next = excluded.next, last_fetch = excluded.last_fetch, last_success = excluded.last_success,
          last_outcome = excluded.last_outcome, last_error = excluded.last_error, failures = excluded.failures, interval = excluded.interval
        """,
        new
        {
            feed.Address,
            feed.Current,
            feed.Title,
            feed.Selector,
            feed.EntityTag,
            feed.LastModified,
            feed.Hub,
            feed.Topic,
            Next = Moment(feed.Next),
            LastFetch = Moment(feed.LastFetch),
            LastSuccess = Moment(feed.LastSuccess),
            feed.LastOutcome,
            feed.LastError,
            feed.Failures,
            Interval = (long)feed.Interval.TotalSeconds,
        },
        transaction);

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            connection.Execute("pragma synchronous = normal");
            return work(connection);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"the store {_location} failed ({failure.Message.TrimEnd('.')}): try again, or name another file with --store FILE", failure);
        }
    }

    private T Write<T>(Func<SqliteConnection, SqliteTransaction, T> work) => Use(connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        T result = work(connection, transaction);
        transaction.Commit();
        return result;
    });

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string? Moment(DateTimeOffset? moment) => moment is { } known ? Moment(known) : null;

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private sealed record StoredFeed
    {
        public string Address { get; init; } = "";

        public string Current { get; init; } = "";

        public string? Title { get; init; }

        public string? Selector { get; init; }

        public string? EntityTag { get; init; }

        public string? LastModified { get; init; }

        public string? Hub { get; init; }

        public string? Topic { get; init; }

        public string? Next { get; init; }

        public string? LastFetch { get; init; }

        public string? LastSuccess { get; init; }

        public string? LastOutcome { get; init; }

        public string? LastError { get; init; }

        public long Failures { get; init; }

        public long Interval { get; init; }

        public long Waiting { get; init; }

        public FeedRow ToRow() => new()
        {
            Address = Address,
            Current = Current,
            Title = Title,
            Selector = Selector,
            EntityTag = EntityTag,
            LastModified = LastModified,
            Hub = Hub,
            Topic = Topic,
            Next = Moment(Next),
            LastFetch = Moment(LastFetch),
            LastSuccess = Moment(LastSuccess),
            LastOutcome = LastOutcome,
            LastError = LastError,
            Failures = (int)Failures,
            Interval = TimeSpan.FromSeconds(Interval),
            Waiting = (int)Waiting,
        };
    }

    private sealed record StoredItem
    {
        public string Feed { get; init; } = "";

        public string Key { get; init; } = "";

        public string Address { get; init; } = "";

        public string Mark { get; init; } = "";

        public long Attempts { get; init; }

        public string Next { get; init; } = "";

        public string? Error { get; init; }

        public FeedItemRow ToRow() =>
            new() { Feed = Feed, Key = Key, Address = Address, Mark = Mark, Attempts = (int)Attempts, Next = Moment(Next)!.Value, Error = Error };
    }

    private sealed record StoredCapture
    {
        public string Hash { get; init; } = "";

        public string Address { get; init; } = "";

        public string FinalAddress { get; init; } = "";

        public string Captured { get; init; } = "";

        public long Status { get; init; }

        public string Headers { get; init; } = "";

        public string Redirects { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public CaptureRow ToRow() => new()
        {
            Hash = Hash,
            Address = Address,
            FinalAddress = FinalAddress,
            Captured = Moment(Captured)!.Value,
            Status = (int)Status,
            Headers = Headers,
            Redirects = Redirects,
            Body = Body,
        };
    }
}
