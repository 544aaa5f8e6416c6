using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>Notices as pages, feeds and messages show them.</summary>
internal static class SqliteNotices
{
    private const string Columns =
        """
        n.id as Id, n.subscription_id as Subscription, s.name as SubscriptionName, s.kind as Kind, n.type as Type, n.fact as Fact, n.status as Status, n.who as Who, n.words as Words,
          n.before as Before, n.report as Report, n.headline as Headline, n.outlet as Outlet, n.day as Day, n.path as Path, n.found_at as FoundAt, n.read_at as ReadAt
        """;

    public static IReadOnlyList<Notice> Of(SqliteConnection connection, string owner, (long? Subscription, long? Before) part, int limit) => Load(connection, connection.Query<Row>(
        $"""
        select {Columns} from notice n join subscription s on s.id = n.subscription_id
        where s.owner = @owner and n.repeats is null and (@Subscription is null or s.id = @Subscription) and (@Before is null or n.id < @Before) order by n.id desc limit @limit
        """,
        new { owner, part.Subscription, part.Before, limit = Math.Clamp(limit, 1, FactQuery.MaximumLimit) }));

    /// <summary>What a message tells, by subscription and then in the order found.</summary>
    public static IReadOnlyList<Notice> OfDelivery(SqliteConnection connection, long delivery) => Load(connection, connection.Query<Row>(
        $"""
        select {Columns} from delivery_notice x join notice n on n.id = x.notice_id join subscription s on s.id = n.subscription_id
        where x.delivery_id = @delivery order by s.id, n.id
        """,
        new { delivery }));

    public static int Unread(SqliteConnection connection, string owner) => connection.ExecuteScalar<int>(
        "select count(*) from subscription s join notice n on n.subscription_id = s.id where s.owner = @owner and n.read_at is null and n.repeats is null", new { owner });

    public static int MarkRead(SqliteConnection connection, string owner, (long UpTo, long? Subscription) part, DateTimeOffset now)
    {
        int marked = connection.Execute(
            """
            update notice set read_at = @now where read_at is null and id <= @UpTo
              and subscription_id in (select id from subscription where owner = @owner and (@Subscription is null or id = @Subscription))
            """,
            new { now = Moments.Text(now), part.UpTo, owner, part.Subscription });
        if (marked > 0)
        {
            SqliteNoticeWriter.Touch(connection);
        }

        return marked;
    }

    private static Notice[] Load(SqliteConnection connection, IEnumerable<Row> found)
    {
        List<Row> rows = [.. found];
        long[] ids = [.. rows.Select(row => row.Id)];
        ILookup<long, string> also = ids.Chunk(500).SelectMany(part => connection.Query<(long First, string? Outlet)>(
            "select repeats, outlet from notice where repeats in @part order by id", new { part })).ToLookup(row => row.First, row => row.Outlet ?? "");
        return [.. rows.Select(row => row.ToNotice([.. also[row.Id].Where(outlet => outlet.Length > 0).Distinct().Where(outlet => outlet != row.Outlet)]))];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long Subscription { get; init; }

        public string SubscriptionName { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Type { get; init; } = "";

        public string? Fact { get; init; }

        public string? Status { get; init; }

        public string Who { get; init; } = "";

        public string Words { get; init; } = "";

        public string? Before { get; init; }

        public string? Report { get; init; }

        public string? Headline { get; init; }

        public string? Outlet { get; init; }

        public string Day { get; init; } = "";

        public string Path { get; init; } = "";

        public string FoundAt { get; init; } = "";

        public string? ReadAt { get; init; }

        public Notice ToNotice(IReadOnlyList<string> also) => new()
        {
            Id = Id,
            Subscription = Subscription,
            SubscriptionName = SubscriptionName,
            Kind = RecordNames.Find<SubscriptionKind>(Kind) ?? default,
            Type = Type,
            Fact = Fact,
            Status = Status,
            Who = Who,
            Words = Words,
            Before = Before,
            Report = Report,
            Headline = Headline,
            Outlet = Outlet,
            Day = Day,
            Path = Path,
            AlsoIn = also,
            FoundAt = Moments.Parse(FoundAt),
            IsUnread = ReadAt is null,
        };
    }
}
