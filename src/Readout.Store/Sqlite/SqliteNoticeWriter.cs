using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>Writes notices and puts them into the messages that wait for their owner's destinations, inside the caller's transaction.</summary>
internal sealed class SqliteNoticeWriter(SqliteConnection connection, DateTimeOffset now)
{
    /// <summary>Counts a write to what people follow.</summary>
    public static void Touch(SqliteConnection connection) => connection.Execute("update desk set revision = revision + 1");

    /// <summary>Writes what is new to a subscription; how many notices repeat nothing.</summary>
    public int Write(SubscriptionRow row, IReadOnlyList<NewNotice> found)
    {
        var written = new List<long>();
        IReadOnlyList<Fact> facts = new SqliteFactLoader(connection, withSpans: false).Load([.. found.Select(one => one.Fact)]);
        for (int i = 0; i < found.Count; i++)
        {
            if (WriteFact(row, found[i], facts[i]) is { } notice)
            {
                written.Add(notice);
            }
        }

        Tell(row, written);
        return written.Count;
    }

    /// <summary>Writes that a briefing was made.</summary>
    /// <param name="row">The subscription.</param>
    /// <param name="path">Address of the briefing.</param>
    /// <param name="words">Its period in words.</param>
    public void WriteBriefing(SubscriptionRow row, string path, string words)
    {
        long id = connection.ExecuteScalar<long>(
            """
            insert into notice (subscription_id, mark, type, who, words, day, path, found_at) values (@Id, @mark, 'briefing', '', @words, @day, @path, @at) returning id
            """,
            new { row.Id, mark = "briefing:" + Moments.Text(now), words, day = Moments.Text(now)[..10], path, at = Moments.Text(now) });
        Tell(row, [id]);
    }

    private long? WriteFact(SubscriptionRow row, NewNotice found, Fact fact)
    {
        bool isQuotation = found.Before is not null;
        string? status = fact switch { MeetingFact met => RecordNames.Of(met.Status), CommitmentFact bound => RecordNames.Of(bound.Status), EventFact done => RecordNames.Of(done.Status), _ => null };
        long? repeats = isQuotation || found.Due is not null ? null : Repeated(row.Id, found.Fact, fact, status);
        long? id = connection.QueryFirstOrDefault<long?>(
            """
            insert into notice (subscription_id, mark, fact_row, fact, type, status, who, words, before, report, headline, outlet, day, path, repeats, found_at)
            values (@subscription, @mark, @row, @Id, @type, @status, @who, @Words, @Before, @Key, @Headline, @Outlet, @day, @path, @repeats, @at)
            on conflict (subscription_id, mark) do nothing returning id
            """,
            new
            {
                subscription = row.Id,
                mark = (isQuotation ? "quotation:" : found.Due is null ? "" : "due:") + fact.Id,
                row = found.Fact,
                fact.Id,
                type = isQuotation ? "quotation" : Type(fact),
                status,
                who = string.Join(", ", Actors(fact).Select(actor => actor.Name).Distinct()),
                fact.Words,
                found.Before,
                fact.Report.Key,
                fact.Report.Headline,
                fact.Report.Outlet,
                day = found.Due ?? fact.Day,
                path = (isQuotation ? "/utterances/" : $"/{Type(fact)}s/") + fact.Id,
                repeats,
                at = Moments.Text(now),
            });
        return repeats is null ? id : null;
    }

    // One utterance told by many outlets, one meeting in one state, one commitment in copies of one report: told once.
    private long? Repeated(long subscription, long row, Fact fact, string? status) => connection.QueryFirstOrDefault<long?>(
        fact is StatementFact or MeetingFact
            ? """
              select n.id from fact_cluster k cross join fact_cluster l on l.cluster_id = k.cluster_id cross join notice n on n.fact_row = l.fact_id
              where k.fact_id = @row and n.subscription_id = @subscription and n.repeats is null and n.type <> 'quotation' and n.status is @status order by n.id limit 1
              """
            : """
              select n.id from fact f cross join report_group a on a.report_id = f.report_id cross join report_group b on b.group_id = a.group_id
                cross join fact g on g.report_id = b.report_id and g.type = f.type and g.words = f.words cross join notice n on n.fact_row = g.id
              where f.id = @row and n.subscription_id = @subscription and n.repeats is null and n.status is @status order by n.id limit 1
              """,
        new { row, subscription, status });

    private void Tell(SubscriptionRow row, List<long> notices)
    {
        Touch(connection);
        if (notices.Count == 0 || row.IsTold == 0)
        {
            return;
        }

        foreach (DestinationRow destination in connection.Query<DestinationRow>(
            $"select {DestinationRow.Columns} from destination d where d.owner = @Owner and d.stopped_at is null order by d.id", new { row.Owner }).AsList())
        {
            long delivery = Waiting(destination);
            foreach (long notice in notices)
            {
                connection.Execute("insert into delivery_notice (delivery_id, notice_id) values (@delivery, @notice)", new { delivery, notice });
            }
        }
    }

    // The message that gathers for the destination; one that was tried stays as it is.
    private long Waiting(DestinationRow destination) =>
        connection.QueryFirstOrDefault<long?>("select id from delivery where destination_id = @Id and state = 'open' and attempts = 0 order by id limit 1", new { destination.Id })
        ?? connection.ExecuteScalar<long>(
            "insert into delivery (message_id, destination_id, state, attempts, due_at, made_at) values (@message, @Id, 'open', 0, @due, @made) returning id",
            new
            {
                message = Guid.CreateVersion7(now).ToString(),
                destination.Id,
                due = Moments.Text(DeliveryTimes.First(destination.ToDestination(), now)),
                made = Moments.Text(now),
            });

    private static string Type(Fact fact) => RecordNames.Of(fact switch { MeetingFact => FactType.Meeting, CommitmentFact => FactType.Commitment, EventFact => FactType.Event, _ => FactType.Statement });

    private static IReadOnlyList<ActorLink> Actors(Fact fact) => fact switch
    {
        StatementFact said => said.Speakers,
        MeetingFact met => met.Participants,
        CommitmentFact bound => bound.Parties,
        EventFact done => [.. done.Actors, .. done.Recipients],
        _ => [],
    };
}
