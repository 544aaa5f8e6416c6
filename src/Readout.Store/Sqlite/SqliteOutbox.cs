using System.Net.Mail;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>Destinations and the messages to them.</summary>
internal sealed class SqliteOutbox(SqliteConnection connection, DateTimeOffset now)
{
    // Longer than any try lasts: until then no other process takes the message up.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const string Columns =
        """
        x.id as DeliveryId, x.message_id as MessageId, x.state as State, x.attempts as Attempts, x.due_at as DueAt, x.made_at as MadeAt, x.tried_at as TriedAt, x.sent_at as SentAt,
          x.error as Error, (select count(*) from delivery_notice y where y.delivery_id = x.id) as Notices
        """;

    private string Now => Moments.Text(now);

    public IReadOnlyList<Destination> Destinations(string owner) =>
        [.. connection.Query<DestinationRow>($"select {DestinationRow.Columns} from destination d where d.owner = @owner and d.stopped_at is null order by d.id", new { owner }).Select(row => row.ToDestination())];

    public Destination Add(Destination destination)
    {
        Check(destination);
        if (Destinations(destination.Owner).Count >= INoticeStore.MostDestinations)
        {
            throw new SubscriptionException($"there are {INoticeStore.MostDestinations} destinations already; take one away first");
        }

        long id = connection.ExecuteScalar<long>(
            """
            insert into destination (owner, kind, address, secret, pace, daily_at, quiet_from, quiet_until, time_zone, made_at)
            values (@Owner, @kind, @address, @Secret, @pace, @DailyAt, @QuietFrom, @QuietUntil, @TimeZone, @Now) returning id
            """,
            new
            {
                destination.Owner,
                kind = RecordNames.Of(destination.Kind),
                address = destination.Address.Trim(),
                destination.Secret,
                pace = RecordNames.Of(destination.Pace),
                destination.DailyAt,
                destination.QuietFrom,
                destination.QuietUntil,
                destination.TimeZone,
                Now,
            });
        SqliteNoticeWriter.Touch(connection);
        return destination with { Id = id };
    }

    public bool Stop(long destination, string? owner, string error)
    {
        int stopped = connection.Execute(
            "update destination set stopped_at = @Now where id = @destination and stopped_at is null and (@owner is null or owner = @owner)", new { Now, destination, owner });
        if (stopped > 0)
        {
            connection.Execute("update delivery set state = 'failed', error = coalesce(error, @error) where destination_id = @destination and state = 'open'", new { destination, error });
            SqliteNoticeWriter.Touch(connection);
        }

        return stopped > 0;
    }

    public IReadOnlyList<Delivery> List(string? owner, long? before, int limit) => Deliveries(
        "(@owner is null or d.owner = @owner) and (@before is null or x.id < @before) order by x.id desc limit @limit", new { owner, before, limit = Math.Clamp(limit, 1, FactQuery.MaximumLimit) });

    public IReadOnlyList<OutgoingMessage> Claim(int most)
    {
        long[] due = [.. connection.Query<long>("select id from delivery where state = 'open' and due_at <= @Now order by due_at, id limit @most", new { Now, most })];
        foreach (long id in due)
        {
            connection.Execute(
                "update delivery set attempts = attempts + 1, tried_at = @Now, due_at = @next where id = @id", new { id, Now, next = Moments.Text(now + Lease) });
        }

        return due.Length == 0
            ? []
            : [.. Deliveries("x.id in @due order by x.due_at, x.id", new { due }).Select(delivery => new OutgoingMessage(delivery, SqliteNotices.OfDelivery(connection, delivery.Id)))];
    }

    public void Sent(long delivery) => Settle(delivery, "state = 'sent', sent_at = @Now, error = null", null, null);

    public void NotSent(long delivery, string error, DateTimeOffset? next) =>
        Settle(delivery, next is null ? "state = 'failed', error = @error" : "due_at = @next, error = @error", error, next);

    public bool TryAgain(string owner, long delivery)
    {
        int opened = connection.Execute(
            """
            update delivery set state = 'open', due_at = @Now, error = null where id = @delivery and state = 'failed'
              and destination_id in (select id from destination where owner = @owner and stopped_at is null)
            """,
            new { Now, delivery, owner });
        if (opened > 0)
        {
            SqliteNoticeWriter.Touch(connection);
        }

        return opened > 0;
    }

    private void Settle(long delivery, string change, string? error, DateTimeOffset? next)
    {
        connection.Execute($"update delivery set {change} where id = @delivery and state = 'open'", new { delivery, Now, error, next = Moments.Text(next) });
        SqliteNoticeWriter.Touch(connection);
    }

    private List<Delivery> Deliveries(string where, object values) => connection.Query<Row, DestinationRow, Delivery>(
        $"select {Columns}, {DestinationRow.Columns} from delivery x join destination d on d.id = x.destination_id where {where}",
        (row, destination) => row.ToDelivery(destination.ToDestination()),
        values).AsList();

    private static void Check(Destination destination)
    {
        string address = destination.Address.Trim();
        bool fits = destination.Kind == DestinationKind.Email
            ? MailAddress.TryCreate(address, out MailAddress? mail) && mail.Address == address && address.Length <= 254
            : Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0 && address.Length <= 2000;
        if (!fits)
        {
            throw new SubscriptionException(destination.Kind == DestinationKind.Email
                ? $"'{address}' is no e-mail address; write one such as name@example.org"
                : $"'{address}' is no address to send to; write one such as https://example.org/hook, without a user name in it");
        }

        if (!DeliveryTimes.IsZone(destination.TimeZone))
        {
            throw new SubscriptionException($"'{destination.TimeZone}' is no time zone here; write one such as Europe/Berlin or UTC");
        }

        int?[] minutes = [destination.DailyAt, destination.QuietFrom ?? 0, destination.QuietUntil ?? 0];
        if (minutes.Any(minute => minute is < 0 or >= DeliveryTimes.MinutesOfDay) || destination.QuietFrom is null != destination.QuietUntil is null)
        {
            throw new SubscriptionException("hours lie between 00:00 and 23:59, and quiet hours have a beginning and an end");
        }
    }

    private sealed class Row
    {
        public long DeliveryId { get; init; }

        public string MessageId { get; init; } = "";

        public string State { get; init; } = "";

        public long Attempts { get; init; }

        public string DueAt { get; init; } = "";

        public string MadeAt { get; init; } = "";

        public string? TriedAt { get; init; }

        public string? SentAt { get; init; }

        public string? Error { get; init; }

        public long Notices { get; init; }

        public Delivery ToDelivery(Destination destination) => new()
        {
            Id = DeliveryId,
            MessageId = MessageId,
            Destination = destination,
            State = RecordNames.Find<DeliveryState>(State) ?? default,
            Attempts = (int)Attempts,
            DueAt = Moments.Parse(DueAt),
            MadeAt = Moments.Parse(MadeAt),
            TriedAt = Moments.ParseOrNull(TriedAt),
            SentAt = Moments.ParseOrNull(SentAt),
            Error = Error,
            Notices = (int)Notices,
        };
    }
}
