using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Outlets and what they share with others.</summary>
internal static class SqliteOutlets
{
    // Reports. A newswire shares thousands of utterances with those who reprint it; a page shows the latest.
    private const int MostLooked = 300;

    /// <summary>Outlets, those with most reports first.</summary>
    public static IReadOnlyList<OutletSummary> List(SqliteConnection connection) =>
    [
        .. connection.Query<OutletSummary>(
            """
            select r.outlet as Name, count(*) as Reports, coalesce(sum(s.n), 0) as Statements, sum(g.relation is not null and g.relation not in ('none', 'passages')) as Copies,
              min(nullif(r.day, '')) as First, max(nullif(r.day, '')) as Last
            from report r left join (select report_id, count(*) as n from fact where type = 'statement' group by report_id) s on s.report_id = r.id
            left join report_group g on g.report_id = r.id where r.outlet is not null group by r.outlet order by Reports desc, Name
            """),
    ];

    /// <summary>The latest statements of an outlet whose utterance another outlet has as well, one of each utterance.</summary>
    public static IReadOnlyList<Fact> Shared(SqliteConnection connection, string outlet, int most)
    {
        long[] rows =
        [
            .. connection.Query<long>(
                """
                with own as materialized (select f.id, f.day, c.cluster_id from (select id from report where outlet = @outlet order by day desc, id desc limit @MostLooked) r
                    cross join fact f on f.report_id = r.id and +f.type = 'statement' and f.verdict is not 'rejected' join fact_cluster c on c.fact_id = f.id)
                select max(own.id) from own where exists (
                  select 1 from fact_cluster k cross join fact g on g.id = k.fact_id cross join report q on q.id = g.report_id where k.cluster_id = own.cluster_id and q.outlet <> @outlet)
                group by own.cluster_id order by max(own.day) desc, max(own.id) desc limit @most
                """,
                new { outlet, most, MostLooked }),
        ];
        return new SqliteFactLoader(connection, withSpans: false).Load(rows);
    }
}
