using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Outlets and what they share with others.</summary>
internal static class SqliteOutlets
{
    // Reports. A newswire shares thousands of utterances with those who reprint it; a page shows the latest.
    private const int MostLooked = 300;

    /// <summary>Outlets, those with most reports first.</summary>
    public static IReadOnlyList<OutletSummary> List(SqliteFactSearch search)
    {
        CodeTable<string> codes = search.Columns.Tables.Outlets;
        int[] statements = OutletCounter.Statements(search.Columns);
        Dictionary<string, int> copies = search.Connection.Query<(string Outlet, int Count)>(
            """
            select r.outlet, count(*) from report_group g cross join report r on r.id = g.report_id
            where g.relation not in ('none', 'passages') and r.outlet is not null group by r.outlet
            """).ToDictionary(row => row.Outlet, row => row.Count, StringComparer.Ordinal);
        return
        [
            .. search.Connection.Query<OutletSummary>(
                """
                select outlet as Name, count(*) as Reports, min(nullif(day, '')) as First, max(nullif(day, '')) as Last
                from report where outlet is not null group by outlet order by Reports desc, Name
                """).Select(outlet => outlet with { Copies = copies.GetValueOrDefault(outlet.Name), Statements = codes.Find(outlet.Name) is { } code && code < statements.Length ? statements[code] : 0 }),
        ];
    }

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
