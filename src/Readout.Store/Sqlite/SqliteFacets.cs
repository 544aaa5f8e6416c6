using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Counts of a query by type, kind, speaker, outlet and month.</summary>
internal static class SqliteFacets
{
    private const int Most = 12;

    // One pass over 5,000 facts takes some 15 ms; a page must not wait longer for the numbers beside it.
    private const int MostCounted = 5_000;

    public static FactFacets Of(SqliteConnection connection, FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new SqliteFilter(connection, query);
        ILookup<string, Facet> rows = connection.Query<Row>(filter.IsOnlyTypes ? ByIndexes(filter) : ByPass(filter), filter.Values)
            .ToLookup(row => row.List, row => new Facet(row.Value, row.Label, row.Count));
        int total = rows["type"].Sum(facet => facet.Count);
        return new FactFacets
        {
            Total = total,
            IsCapped = !filter.IsOnlyTypes && total >= MostCounted,
            Types = Frequent(rows["type"]),
            Kinds = Frequent(rows["kind"]),
            Speakers = Frequent(rows["speaker"]),
            Outlets = [.. Frequent(rows["outlet"]).Take(Most)],
            Months = [.. rows["month"].OrderBy(facet => facet.Value, StringComparer.Ordinal)],
        };
    }

    public static IReadOnlyList<TimeCount> Spread(SqliteConnection connection, FactQuery query, TimeScale scale)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new SqliteFilter(connection, query);

        // Days are counted first: there are some thousands of them whatever the number of facts.
        return
        [
            .. connection.Query<(string Step, string Type, int Count)>(
                $"""
                select substr(day, 1, {(int)scale}) as step, type, sum(n) from ({filter.ByDay}) group by step, type order by step, type
                """,
                filter.Values).Select(row => new TimeCount(row.Step, RecordNames.Find<FactType>(row.Type) ?? default, row.Count)),
        ];
    }

    // Every fact that matches, latest first, gathered once and counted five times.
    private static string ByPass(SqliteFilter filter) =>
        $"""
        with hit as materialized (select f.id, f.type, f.kind, f.report_id, substr(f.day, 1, {filter.MonthLength}) as month from ({filter.Latest(MostCounted)}) o cross join fact f on f.id = o.id)
        select 'type' as List, type as Value, type as Label, count(*) as Count from hit group by type
        union all select 'kind', kind, kind, count(*) from hit where kind is not null group by kind
        union all select 'month', month, month, count(*) from hit where length(month) = {filter.MonthLength} group by month
        union all select 'outlet', r.outlet, r.outlet, sum(n) from (select report_id, count(*) as n from hit group by report_id) h
          join report r on r.id = h.report_id where r.outlet is not null group by r.outlet
        union all select * from (select 'speaker', a.key, a.name, s.n from
          (select x.actor_id, count(*) as n from hit join fact_actor x on x.fact_id = hit.id and x.role = 'speaker' where x.actor_id is not null
           group by x.actor_id order by n desc, x.actor_id limit {Most}) s join actor a on a.id = s.actor_id)
        """;

    // Without a filter each list is counted in an index that holds no more than it needs, exactly, however many facts there are.
    private static string ByIndexes(SqliteFilter filter) =>
        $"""
        with kinds as materialized (select type, kind, count(*) as n from fact f where {filter.Where} group by type, kind)
        select 'type' as List, type as Value, type as Label, sum(n) as Count from kinds group by type
        union all select 'kind', kind, kind, sum(n) from kinds where kind is not null group by kind
        union all select 'month', month, month, sum(n) from (select substr(day, 1, 7) as month, n from
          (select type, day, count(*) as n from fact f where {filter.Where} group by type, day)) where length(month) = 7 group by month
        union all select 'outlet', r.outlet, r.outlet, sum(n) from (select report_id, count(*) as n from fact f indexed by fact_by_report where {filter.Where} group by report_id) h
          join report r on r.id = h.report_id where r.outlet is not null group by r.outlet
        union all select * from (select 'speaker', a.key, a.name, s.n from
          (select actor_id, count(*) as n from fact_actor where role = 'speaker' and actor_id is not null and {(filter.HasStatements ? "true" : "false")}
           group by actor_id order by n desc, actor_id limit {Most}) s join actor a on a.id = s.actor_id)
        """;

    private static Facet[] Frequent(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Label, StringComparer.Ordinal)];

    private sealed class Row
    {
        public string List { get; init; } = "";

        public string Value { get; init; } = "";

        public string Label { get; init; } = "";

        public int Count { get; init; }
    }
}
