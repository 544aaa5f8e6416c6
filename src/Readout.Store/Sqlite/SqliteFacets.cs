using Dapper;
using Readout.Store.Columns;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Counts of a query by type, kind, speaker, outlet and month, and over time.</summary>
internal static class SqliteFacets
{
    private const int Most = 12;

    public static FactFacets Of(SqliteFactSearch search, FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        FactCounts counts = FactCounter.Of(search.Columns, search.Filter(query), QueryTerms.MonthLength(query), Most);
        return new FactFacets
        {
            Total = counts.Shapes.Sum(pair => pair.Count),
            Types = Sums(counts.Shapes.Select(pair => ((string?)pair.Shape.Type, pair.Count))),
            Kinds = Sums(counts.Shapes.Select(pair => (pair.Shape.Kind, pair.Count))),
            Speakers = Actors(search, counts.Speakers),
            Outlets = [.. Sums(counts.Outlets.Select(pair => ((string?)pair.Outlet, pair.Count))).Take(Most)],
            Months = [.. counts.Months.Select(pair => new Facet(pair.Month, pair.Month, pair.Count))],
        };
    }

    public static IReadOnlyList<TimeCount> Spread(SqliteFactSearch search, FactQuery query, TimeScale scale)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SpreadCounter.Of(search.Columns, search.Filter(query), scale);
    }

    /// <summary>Keys and names of counted actors, most frequent first, then by name.</summary>
    public static IReadOnlyList<Facet> Actors(SqliteFactSearch search, IReadOnlyList<(int Actor, int Count)> counts)
    {
        Dictionary<long, (string Key, string Name)> names = search.Connection.Query<(long Id, string Key, string Name)>(
            "select id, key, name from actor where id in @ids", new { ids = counts.Select(pair => pair.Actor) }).ToDictionary(row => row.Id, row => (row.Key, row.Name));
        return Frequent(counts.Where(pair => names.ContainsKey(pair.Actor)).Select(pair => new Facet(names[pair.Actor].Key, names[pair.Actor].Name, pair.Count)));
    }

    private static Facet[] Sums(IEnumerable<(string? Value, int Count)> counts) =>
        Frequent(counts.Where(pair => pair.Value is not null).GroupBy(pair => pair.Value!, StringComparer.Ordinal).Select(group => new Facet(group.Key, group.Key, group.Sum(pair => pair.Count))));

    private static Facet[] Frequent(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Label, StringComparer.Ordinal)];
}
