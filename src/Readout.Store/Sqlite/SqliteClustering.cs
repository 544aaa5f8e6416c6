using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Events;
using Readout.Merging;

namespace Readout.Store.Sqlite;

/// <summary>Places the statements and meetings of a new reading into clusters, inside the transaction that adds it.</summary>
internal sealed class SqliteClustering(SqliteConnection connection, SqliteTransaction transaction, UtteranceScorer scorer)
{
    // A speaker's nearest statements in time; nobody is quoted with three hundred different sentences in ten days by accident.
    private const int MostCandidates = 300;

    // A meeting is announced weeks before it is held.
    private const int MeetingWindowDays = 60;

    /// <summary>Clusters all statements and meetings of a reading.</summary>
    public void Place(long reading)
    {
        PlaceAll(Facts("f.reading_id = @reading and f.type in ('statement', 'meeting') order by f.id", new { reading }));
    }

    /// <summary>
    /// Takes clusters apart and places what is left of them anew: a fact that held two others together may be gone with its old reading.
    /// </summary>
    /// <param name="facts">All facts of those clusters, also those that are gone.</param>
    public void PlaceAgain(IReadOnlyList<long> facts)
    {
        var left = new List<FactRow>();
        foreach (long[] part in facts.Chunk(MostCandidates))
        {
            connection.Execute("update fact_cluster set cluster_id = fact_id where fact_id in @part", new { part }, transaction);
            left.AddRange(Facts("f.id in @part order by f.id", new { part }));
        }

        PlaceAll(left);
    }

    // People's word goes before the scorer's: what they part is compared with nothing, what they join is joined.
    private void PlaceAll(IReadOnlyList<FactRow> facts)
    {
        HashSet<long> placed = [.. facts.Select(fact => fact.Id)];
        (IReadOnlyList<(long Left, long Right)> same, IReadOnlySet<long> apart) = new SqliteCorrections(connection, transaction).Clusters(placed);
        foreach (FactRow fact in facts)
        {
            connection.Execute("insert or ignore into fact_cluster (fact_id, cluster_id) values (@Id, @Id)", new { fact.Id }, transaction);
            if (apart.Contains(fact.Id) || fact.Verdict == "rejected")
            {
                continue;
            }

            foreach (long other in (fact.Type == "statement" ? SameUtterance(fact) : SameMeeting(fact)).Where(other => !apart.Contains(other)))
            {
                Unite(fact.Id, other);
            }
        }

        foreach ((long left, long right) in same)
        {
            Unite(left, right);
        }
    }

    private IEnumerable<long> SameUtterance(FactRow fact)
    {
        Wording wording = WordingOf(fact);
        if (wording.Speakers.Count == 0)
        {
            return [];
        }

        IReadOnlyList<FactRow> near = Facts(
            """
            f.type = 'statement' and f.verdict is not 'rejected' and f.id <> @Id and f.id in (select x.fact_id from fact_actor x where x.role = 'speaker' and x.actor_id in
              (select y.actor_id from fact_actor y where y.fact_id = @Id and y.role = 'speaker'))
              and (f.day between @from and @to or r.day between @from and @to or length(r.day) < 10) order by f.id limit @MostCandidates
            """,
            new { fact.Id, from = Day(wording.Day, -UtteranceScorer.WindowDays), to = Day(wording.Day, UtteranceScorer.WindowDays), MostCandidates });
        return near.Where(other => scorer.AreOne(WordingOf(other), wording)).Select(other => other.Id);
    }

    private IEnumerable<long> SameMeeting(FactRow fact)
    {
        MeetingMention mention = MentionOf(fact);
        DateOnly? day = DayRange.Parse(mention.Time)?.First ?? mention.Published;
        IReadOnlyList<FactRow> near = Facts(
            """
            f.type = 'meeting' and f.verdict is not 'rejected' and f.id <> @Id and f.id in (select x.fact_id from fact_actor x join actor a on a.id = x.actor_id where x.role = 'participant' and
              (x.actor_id in (select y.actor_id from fact_actor y where y.fact_id = @Id and y.role = 'participant')
              or a.state in (select b.state from fact_actor y join actor b on b.id = y.actor_id where y.fact_id = @Id and y.role = 'participant')))
              and (f.day between @from and @to or length(f.day) < 10) order by f.id limit @MostCandidates
            """,
            new { fact.Id, from = Day(day, -MeetingWindowDays), to = Day(day, MeetingWindowDays), MostCandidates });
        return near.Where(other => MeetingMatcher.AreOne(MentionOf(other), mention)).Select(other => other.Id);
    }

    private void Unite(long left, long right)
    {
        long[] clusters = [.. connection.Query<long>("select distinct cluster_id from fact_cluster where fact_id in (@left, @right) order by 1", new { left, right }, transaction)];
        if (clusters.Length == 2)
        {
            connection.Execute("update fact_cluster set cluster_id = @first where cluster_id = @last", new { first = clusters[0], last = clusters[1] }, transaction);
        }
    }

    private List<FactRow> Facts(string where, object values) => connection.Query<FactRow>(
        $"""
        select f.id as Id, f.type as Type, f.words as Words, f.day as Day, f.time as Time, f.status as Status, f.verdict as Verdict, s.form as Form, m.mode as Mode, m.place as Place,
          m.country as Country, r.day as Published
        from fact f join report r on r.id = f.report_id left join statement s on s.fact_id = f.id left join meeting m on m.fact_id = f.id where {where}
        """,
        values,
        transaction).AsList();

    private static Wording ToWording(FactRow fact, IReadOnlyList<string> speakers) => new()
    {
        Content = fact.Words,
        Speakers = speakers,
        Day = Parse(fact.Day) ?? Parse(fact.Published),
        IsDirect = fact.Form == "direct",
    };

    private Wording WordingOf(FactRow fact) => ToWording(fact, connection.Query<string>(
        "select a.key from fact_actor x join actor a on a.id = x.actor_id where x.fact_id = @Id and x.role = 'speaker' order by x.ordinal", new { fact.Id }, transaction).AsList());

    private MeetingMention MentionOf(FactRow fact) => new()
    {
        Participants =
        [
            .. connection.Query<(string Key, string Type, string? State)>(
                "select a.key, a.type, a.state from fact_actor x join actor a on a.id = x.actor_id where x.fact_id = @Id and x.role = 'participant' order by x.ordinal", new { fact.Id }, transaction)
                .Select(actor => new MeetingParticipant(actor.Key, actor.State, actor.Type == "state")),
        ],
        Place = fact.Place,
        Country = fact.Country,
        Time = fact.Time,
        Status = RecordNames.Find<MeetingStatus>(fact.Status) ?? default,
        Mode = RecordNames.Find<MeetingMode>(fact.Mode) ?? default,
        Published = Parse(fact.Published),
    };

    private static DateOnly? Parse(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly exact) ? exact : null;

    // An unknown day is near every day: the bounds are the first and last text that a day can be.
    private static string Day(DateOnly? day, int shift)
    {
        if (day is not { } known)
        {
            return shift < 0 ? "" : "9999-99-99";
        }

        int number = Math.Clamp(known.DayNumber + shift, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class FactRow
    {
        public long Id { get; init; }

        public string Type { get; init; } = "";

        public string Words { get; init; } = "";

        public string Day { get; init; } = "";

        public string? Time { get; init; }

        public string? Status { get; init; }

        public string? Verdict { get; init; }

        public string? Form { get; init; }

        public string? Mode { get; init; }

        public string? Place { get; init; }

        public string? Country { get; init; }

        public string Published { get; init; } = "";
    }
}
