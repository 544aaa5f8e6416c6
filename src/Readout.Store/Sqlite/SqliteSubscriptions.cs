using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>What people follow: rows, their checks, and what the clock brings about.</summary>
internal static class SqliteSubscriptions
{
    public static Subscription Add(SqliteConnection connection, string owner, SubscriptionDraft draft, DateTimeOffset now)
    {
        FactQuery query = draft.Query with { Order = FactOrder.Newest, Cursor = null, Limit = FactQuery.DefaultLimit, WithSpans = false };
        Fact? fact = Check(connection, draft with { Query = query });
        if (connection.ExecuteScalar<int>("select count(*) from subscription where owner = @owner", new { owner }) >= INoticeStore.MostSubscriptions)
        {
            throw new SubscriptionException($"more than {INoticeStore.MostSubscriptions} cannot be followed; end one that is no longer needed");
        }

        long id = connection.ExecuteScalar<long>(
            """
            insert into subscription (owner, name, kind, query, fact, anchor, is_told, every, at, time_zone, made_at, next_at)
            values (@owner, @name, @kind, @query, @Fact, @anchor, @IsTold, @every, @At, @TimeZone, @made, @next) returning id
            """,
            new
            {
                owner,
                name = draft.Name.Trim(),
                kind = RecordNames.Of(draft.Kind),
                query = JsonSerializer.Serialize(query, StoreJson.Options),
                draft.Fact,
                anchor = fact is null ? null : JsonSerializer.Serialize(Anchor(connection, fact), StoreJson.Options),
                draft.IsTold,
                every = draft.Kind == SubscriptionKind.Briefing ? RecordNames.Of(draft.Every ?? BriefingPace.Daily) : null,
                draft.At,
                draft.TimeZone,
                made = Moments.Text(now),
                next = draft.Kind == SubscriptionKind.Briefing ? Moments.Text(NextBriefing(draft.Every, draft.At, draft.TimeZone, now)) : null,
            });
        foreach (string key in SubscriptionKeys.Of(connection, draft with { Query = query }, fact))
        {
            connection.Execute("insert into subscription_key (key, subscription_id) values (@key, @id)", new { key, id });
        }

        SqliteNoticeWriter.Touch(connection);
        return connection.QuerySingle<SubscriptionRow>($"select {SubscriptionRow.Columns} from subscription s where s.id = @id", new { id }).ToSubscription();
    }

    public static IReadOnlyList<Subscription> Of(SqliteConnection connection, string owner) =>
    [
        .. connection.Query<SubscriptionRow>(
            $"""
            select {SubscriptionRow.Columns}, (select count(*) from notice n where n.subscription_id = s.id and n.read_at is null and n.repeats is null) as Unread
            from subscription s where s.owner = @owner order by s.id desc
            """,
            new { owner }).Select(row => row.ToSubscription()),
    ];

    /// <summary>Makes the briefings that are due; one that was missed while nothing ran is made once.</summary>
    public static int MakeBriefings(SqliteConnection connection, DateTimeOffset now)
    {
        var due = connection.Query<SubscriptionRow>($"select {SubscriptionRow.Columns} from subscription s where s.next_at <= @now order by s.id", new { now = Moments.Text(now) }).AsList();
        var notices = new SqliteNoticeWriter(connection, now);
        foreach (SubscriptionRow row in due)
        {
            DateTimeOffset since = Moments.Parse(row.LastAt ?? row.MadeAt);
            string path = string.Create(CultureInfo.InvariantCulture, $"/briefings/{row.Id}?at={Moments.Text(now)}&new={Moments.Text(since)}");
            notices.WriteBriefing(row, path, string.Create(CultureInfo.InvariantCulture, $"New since {since:d MMMM yyyy, HH:mm} UTC"));
            connection.Execute(
                "update subscription set last_at = @last, next_at = @next where id = @Id",
                new { row.Id, last = Moments.Text(now), next = Moments.Text(NextBriefing(RecordNames.Find<BriefingPace>(row.Every), (int)row.At, row.TimeZone, now)) });
        }

        return due.Count;
    }

    private static DateTimeOffset NextBriefing(BriefingPace? every, int at, string timeZone, DateTimeOffset now) =>
        DeliveryTimes.Next(at, timeZone, now, every == BriefingPace.Weekly ? DayOfWeek.Monday : null);

    private static Fact? Check(SqliteConnection connection, SubscriptionDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > SubscriptionDraft.MaximumName)
        {
            throw new SubscriptionException($"a name of 1 to {SubscriptionDraft.MaximumName} characters is needed");
        }

        if (!DeliveryTimes.IsZone(draft.TimeZone))
        {
            throw new SubscriptionException($"'{draft.TimeZone}' is no time zone here; write one such as Europe/Berlin or UTC");
        }

        if (draft.At is < 0 or >= DeliveryTimes.MinutesOfDay)
        {
            throw new SubscriptionException("the hour of a briefing lies between 00:00 and 23:59");
        }

        // Throws where the query cannot be understood.
        _ = new SqliteFilter(connection, draft.Query);
        if (draft.Fact is null)
        {
            return draft.Kind == SubscriptionKind.Meeting ? throw new SubscriptionException("which meeting is to be followed is not said; open its page and follow it from there") : null;
        }

        Fact? fact = SqliteFacts.Find(connection, draft.Fact);
        bool fits = draft.Kind switch { SubscriptionKind.Meeting => fact is MeetingFact, SubscriptionKind.Due => fact is CommitmentFact, _ => false };
        return fits ? fact : throw new SubscriptionException($"{draft.Fact} is no {(draft.Kind == SubscriptionKind.Due ? "commitment" : "meeting")} of this store");
    }

    private static FactAnchor Anchor(SqliteConnection connection, Fact fact)
    {
        long row = SqliteFacts.FindRow(connection, fact.Id)!.Value;
        (int start, int end) = new SqliteAnchors(connection, null).Span(row);
        (string hash, string type) = connection.QuerySingle<(string, string)>("select r.hash, f.type from fact f join report r on r.id = f.report_id where f.id = @row", new { row });
        return new FactAnchor(hash, type, start, end, fact.Words);
    }
}
