using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Merging;

namespace Readout.Store.Sqlite;

/// <summary>Places the facts of a new reading into clusters, inside the transaction that adds it.</summary>
internal sealed class SqliteClustering(SqliteConnection connection, SqliteTransaction transaction, Matchers matchers)
{
    private readonly SqliteAccounts _accounts = new(connection, transaction);
    private readonly SqliteUtterances _utterances = new(connection, transaction, matchers.Utterances);

    // A speaker's nearest statements in time; nobody is quoted with three hundred different sentences in ten days by accident.
    private const int MostCandidates = 300;

    // A meeting is announced weeks before it is held.
    private const int MeetingWindowDays = 60;

    // What happened on one day is told of on that day and the next few.
    private const int EventWindowDays = 3;

    /// <summary>Clusters all facts of a reading.</summary>
    public void Place(long reading)
    {
        PlaceAll(_accounts.Load("f.reading_id = @reading order by f.id", new { reading }));
    }

    /// <summary>
    /// Takes clusters apart and places what is left of them anew: a fact that held two others together may be gone with its old reading.
    /// </summary>
    /// <param name="facts">All facts of those clusters, also those that are gone.</param>
    public void PlaceAgain(IReadOnlyList<long> facts)
    {
        var left = new List<SqliteAccounts.Row>();
        foreach (long[] part in facts.Chunk(MostCandidates))
        {
            connection.Execute("update fact_cluster set cluster_id = fact_id where fact_id in @part", new { part }, transaction);
            left.AddRange(_accounts.Load("f.id in @part order by f.id", new { part }));
        }

        PlaceAll(left);
    }

    // People's word goes before the scorer's: what they part is compared with nothing, what they join is joined.
    private void PlaceAll(IReadOnlyList<SqliteAccounts.Row> facts)
    {
        IReadOnlySet<long> apart = new SqliteCorrections(connection, transaction).Apart();
        HashSet<long> placed = [.. facts.Select(fact => fact.Id)];
        connection.Execute("insert or ignore into fact_cluster (fact_id, cluster_id) values (@Id, @Id)", facts.Select(fact => new { fact.Id }), transaction);
        foreach (SqliteAccounts.Row fact in facts.Where(fact => !apart.Contains(fact.Id) && fact.Verdict != "rejected"))
        {
            if (fact.Type == "statement")
            {
                placed.UnionWith(SameUtterance(fact, apart));
                continue;
            }

            foreach (long other in Same(fact).Where(other => !apart.Contains(other)))
            {
                Unite(fact.Id, other);
            }
        }

        foreach ((long left, long right) in new SqliteCorrections(connection, transaction).Same(placed))
        {
            Unite(left, right);
        }
    }

    private IEnumerable<long> Same(SqliteAccounts.Row fact) => fact.Type switch
    {
        "meeting" => SameMeeting(fact),
        "commitment" => SameCommitment(fact),
        _ => SameEvent(fact),
    };

    private IReadOnlyList<long> SameUtterance(SqliteAccounts.Row fact, IReadOnlySet<long> apart)
    {
        if (!_utterances.IsAttributed(fact))
        {
            return [];
        }

        IReadOnlyList<SqliteAccounts.Row> near = Near(fact, _utterances.Day(fact), UtteranceScorer.WindowDays, new Side("'speaker'", WithState: false));
        return _utterances.Place(fact, [.. near.Where(other => !apart.Contains(other.Id))], apart);
    }

    private IEnumerable<long> SameMeeting(SqliteAccounts.Row fact)
    {
        MeetingMention mention = _accounts.Meeting(fact);
        IReadOnlyList<SqliteAccounts.Row> near = Near(fact, DayRange.Parse(mention.Time)?.First ?? mention.Published, MeetingWindowDays, new Side("'participant'", WithState: true));
        return near.Where(other => MeetingMatcher.AreOne(_accounts.Meeting(other), mention)).Select(other => other.Id);
    }

    private IEnumerable<long> SameCommitment(SqliteAccounts.Row fact)
    {
        CommitmentAccount account = _accounts.Commitment(fact);
        IReadOnlyList<SqliteAccounts.Row> near = Near(fact, account.Published, CommitmentMatcher.WindowDays, new Side("'party'", WithState: true), "f.report_id <> (select report_id from fact where id = @Id)");
        return near.Where(other => matchers.Commitments.AreOne(_accounts.Commitment(other), account)).Select(other => other.Id);
    }

    private IEnumerable<long> SameEvent(SqliteAccounts.Row fact)
    {
        EventAccount account = SqliteAccounts.Event(fact);
        IReadOnlyList<SqliteAccounts.Row> near = Near(
            fact, SqliteAccounts.Parse(fact.Day) ?? SqliteAccounts.Parse(fact.Published), EventWindowDays, new Side("'actor', 'recipient'", WithState: false), "f.kind = (select kind from fact where id = @Id)");
        return near.Where(other => matchers.Events.AreOne(SqliteAccounts.Event(other), account)).Select(other => other.Id);
    }

    // From the middle of the window outwards, by the days of facts, then by those of their reports where these differ, then what is known to the month or year
    // alone. The cost is that of the candidates, whatever the store holds: each part is read from an index in its order. (The planner, which knows nothing of how
    // values are spread, would go through all facts of the type: hence the named indexes and the pluses.)
    private List<SqliteAccounts.Row> Near(SqliteAccounts.Row fact, DateOnly? day, int days, Side side, string condition = "true")
    {
        string role = $"x.role in ({side.Roles})";
        string actors = $"select y.actor_id from fact_actor y where y.fact_id = @Id and +y.role in ({side.Roles}) and +y.actor_id is not null";
        if (side.WithState)
        {
            // A state stands for its people, and they for it.
            actors += $"""

                union select a.id from fact_actor y join actor b on b.id = y.actor_id join actor a on a.state = b.state and (a.type = 'state' or b.type = 'state')
                  where y.fact_id = @Id and +y.role in ({side.Roles}) and b.state is not null
                """;
        }

        string from = Day(day, -days);
        return _accounts.Load(
            $"""
            f.id in (
              with who as materialized ({actors}) select id from (
                select * from (select x.fact_id as id from fact_actor x indexed by fact_actor_by_day where x.actor_id in who and {role} and x.day >= @day and x.day <= @to order by x.day, x.fact_id limit {MostCandidates / 2})
                union select * from (select x.fact_id from fact_actor x indexed by fact_actor_by_day where x.actor_id in who and {role} and x.day >= @from and x.day < @day order by x.day desc, x.fact_id desc limit {MostCandidates / 2})
                union select * from (select x.fact_id from fact_actor x indexed by fact_actor_by_published where x.actor_id in who and {role} and x.published between @from and @to and x.published <> x.day
                  order by x.published, x.fact_id limit {MostCandidates})
                union select * from (select x.fact_id from fact_actor x indexed by fact_actor_by_day where x.actor_id in who and {role} and x.day in ('', @year, @month) order by x.fact_id desc limit {MostCandidates})))
              and +f.type = @Type and +f.verdict is not 'rejected' and f.id <> @Id and {condition} order by f.id limit @MostCandidates
            """,
            new { fact.Id, fact.Type, from, to = Day(day, days), day = Day(day, 0), year = Head(from, 4), month = Head(from, 7), MostCandidates });
    }

    // The year or month that the window begins in sorts before its first day; later ones lie inside.
    private static string Head(string day, int length) => day.Length > length ? day[..length] : "";

    private void Unite(long left, long right)
    {
        long[] clusters = [.. connection.Query<long>("select distinct cluster_id from fact_cluster where fact_id in (@left, @right) order by 1", new { left, right }, transaction)];
        if (clusters.Length == 2)
        {
            connection.Execute("update fact_cluster set cluster_id = @first where cluster_id = @last", new { first = clusters[0], last = clusters[1] }, transaction);
        }
    }

    // An unknown day is near every day: the bounds are the first and last text that a day can be.
    private static string Day(DateOnly? day, int shift)
    {
        if (day is not { } known)
        {
            return shift <= 0 ? "" : "9999-99-99";
        }

        int number = Math.Clamp(known.DayNumber + shift, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The part in which facts are compared.</summary>
    /// <param name="Roles">Roles of its actors, as SQL.</param>
    /// <param name="WithState">Whether a state counts as its people.</param>
    private readonly record struct Side(string Roles, bool WithState);
}
