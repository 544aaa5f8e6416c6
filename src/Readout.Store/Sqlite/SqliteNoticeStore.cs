using Dapper;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>What people follow, in the file of a record store. Thread-safe.</summary>
internal sealed class SqliteNoticeStore(SqliteDatabase database, TimeProvider clock) : INoticeStore
{
    public long NoticeRevision => database.Read(connection => connection.ExecuteScalar<long>("select revision from desk"));

    public Subscription Subscribe(string owner, SubscriptionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(draft);
        return database.Write((connection, _) => SqliteSubscriptions.Add(connection, owner, draft, clock.GetUtcNow()));
    }

    public bool Unsubscribe(string owner, long subscription) => Change("delete from subscription where id = @subscription and owner = @owner", new { owner, subscription });

    public bool SetTold(string owner, long subscription, bool isTold) =>
        Change("update subscription set is_told = @isTold where id = @subscription and owner = @owner", new { owner, subscription, isTold });

    public IReadOnlyList<Subscription> Subscriptions(string owner) => database.Read(connection => SqliteSubscriptions.Of(connection, owner));

    public IReadOnlyList<Notice> Notices(string owner, long? subscription = null, long? before = null, int limit = 50) =>
        database.Read(connection => SqliteNotices.Of(connection, owner, (subscription, before), limit));

    public int Unread(string owner) => database.Read(connection => SqliteNotices.Unread(connection, owner));

    public int MarkRead(string owner, long upTo, long? subscription = null) =>
        database.Write((connection, _) => SqliteNotices.MarkRead(connection, owner, (upTo, subscription), clock.GetUtcNow()));

    public IReadOnlyList<Destination> Destinations(string owner) => database.Read(connection => new SqliteOutbox(connection, clock.GetUtcNow()).Destinations(owner));

    public Destination AddDestination(Destination destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return database.Write((connection, _) => new SqliteOutbox(connection, clock.GetUtcNow()).Add(destination));
    }

    public bool StopDestination(string owner, long destination) =>
        database.Write((connection, _) => new SqliteOutbox(connection, clock.GetUtcNow()).Stop(destination, owner, "the destination was taken away"));

    public IReadOnlyList<Delivery> Deliveries(string? owner, long? before = null, int limit = 50) =>
        database.Read(connection => new SqliteOutbox(connection, clock.GetUtcNow()).List(owner, before, limit));

    public bool TryAgain(string owner, long delivery) => database.Write((connection, _) => new SqliteOutbox(connection, clock.GetUtcNow()).TryAgain(owner, delivery));

    public void SetFeed(string owner, string hash) => Change(
        "insert into notice_feed (owner, hash, made_at) values (@owner, @hash, @now) on conflict (owner) do update set hash = excluded.hash, made_at = excluded.made_at",
        new { owner, hash, now = Moments.Text(clock.GetUtcNow()) });

    public bool HasFeed(string owner) => database.Read(connection => connection.ExecuteScalar<bool>("select exists (select 1 from notice_feed where owner = @owner)", new { owner }));

    public string? FeedOwner(string hash) => database.Read(connection => connection.QuerySingleOrDefault<string>("select owner from notice_feed where hash = @hash", new { hash }));

    public int NoticeDueDates(DateOnly today) => database.Write((connection, _) => new SqliteDueDates(connection, clock.GetUtcNow()).Notice(today));

    public int NoticeBriefings() => database.Write((connection, _) => SqliteSubscriptions.MakeBriefings(connection, clock.GetUtcNow()));

    public IReadOnlyList<OutgoingMessage> Claim(int most) => database.Write((connection, _) => new SqliteOutbox(connection, clock.GetUtcNow()).Claim(most));

    public void Sent(long delivery) => Settle(outbox => outbox.Sent(delivery));

    public void NotSent(long delivery, string error, DateTimeOffset? next, bool stopDestination = false) => Settle(outbox =>
    {
        outbox.NotSent(delivery, error, next);
        if (stopDestination && outbox.List(null, delivery + 1, 1) is [{ Destination.Id: var destination }])
        {
            outbox.Stop(destination, null, error);
        }
    });

    public DateTimeOffset? NextDue() => database.Read(connection => Moments.ParseOrNull(connection.ExecuteScalar<string?>(
        "select min(due) from (select min(due_at) as due from delivery where state = 'open' union all select min(next_at) from subscription where next_at is not null)")));

    private void Settle(Action<SqliteOutbox> settle) => database.Write((connection, _) =>
    {
        settle(new SqliteOutbox(connection, clock.GetUtcNow()));
        return true;
    });

    private bool Change(string sql, object values) => database.Write((connection, _) =>
    {
        bool changed = connection.Execute(sql, values) > 0;
        if (changed)
        {
            SqliteNoticeWriter.Touch(connection);
        }

        return changed;
    });
}
