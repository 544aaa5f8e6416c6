using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>The places of meetings and events.</summary>
internal static class SqlitePlaces
{
    private const int MostCounted = 5_000;

    // A place has the coordinates that a report gave its name first.
    private const string Columns =
        """
        w.place as Place, w.country as Country, (select m.latitude from place_mention m where m.name = w.place and m.country is w.country and m.latitude is not null limit 1) as Latitude,
          (select m.longitude from place_mention m where m.name = w.place and m.country is w.country and m.latitude is not null limit 1) as Longitude, w.meetings as Meetings, w.events as Events
        """;

    /// <summary>Places, most accounts first.</summary>
    public static IReadOnlyList<PlaceSummary> List(SqliteConnection connection, int most) =>
    [
        .. connection.Query<Row>(
            $"""
            select {Columns} from (select place, country, sum(meetings) as meetings, sum(events) as events from (
              select place, country, count(*) as meetings, 0 as events from meeting where place is not null group by place, country
              union all select place, country, 0, count(*) from event where place is not null group by place, country)
              group by place, country order by sum(meetings) + sum(events) desc, place, country limit @most) w
            """,
            new { most }).Select(Summary),
    ];

    /// <summary>The place of a key; null where nothing is reported from there.</summary>
    public static PlaceSummary? Find(SqliteConnection connection, string key)
    {
        var values = new DynamicParameters();
        (string name, string where) = Condition(key, values);
        values.Add("place", name);
        Row? row = connection.QueryFirstOrDefault<Row>(
            $"""
            select {Columns} from (select place, country, sum(meetings) as meetings, sum(events) as events from (
              select place, country, 1 as meetings, 0 as events from meeting where {where}
              union all select place, country, 0, 1 from event where {where}) group by place, country order by sum(meetings) + sum(events) desc, country limit 1) w
            """,
            values);
        return row is null ? null : Summary(row);
    }

    /// <summary>Who takes part in what is reported from a place.</summary>
    public static IReadOnlyList<Facet> Actors(SqliteConnection connection, string key, int most)
    {
        var values = new DynamicParameters();
        (string name, string where) = Condition(key, values);
        values.Add("place", name);
        values.Add("most", most);
        return
        [
            .. connection.Query<(string Key, string Name, int Count)>(
                $"""
                with here as materialized (select fact_id from meeting where {where} union all select fact_id from event where {where} order by fact_id desc limit {MostCounted})
                select a.key, a.name, s.n from (
                  select x.actor_id, count(distinct x.fact_id) as n from here join fact_actor x on x.fact_id = here.fact_id where x.actor_id is not null group by x.actor_id) s
                join actor a on a.id = s.actor_id where a.key not like 'report/%' order by s.n desc, a.name limit @most
                """,
                values).Select(row => new Facet(row.Key, row.Name, row.Count)),
        ];
    }

    /// <summary>What a key or name says of the columns <c>place</c> and <c>country</c>; the name is for the parameter <c>place</c>, the country is added to the values.</summary>
    public static (string Name, string Where) Condition(string typed, DynamicParameters values)
    {
        int slash = typed.IndexOf('/', StringComparison.Ordinal);
        if (slash is not (1 or 3) || !(typed[..slash] == "-" || typed[..slash].All(char.IsAsciiLetterUpper)))
        {
            return (typed, "place = @place");
        }

        values.Add("placeCountry", slash == 1 ? null : typed[..slash]);
        return (typed[(slash + 1)..], "place = @place and country is @placeCountry");
    }

    private static PlaceSummary Summary(Row row) => new(row.Place, row.Country, row.Latitude, row.Longitude, row.Meetings, row.Events);

    private sealed class Row
    {
        public string Place { get; init; } = "";

        public string? Country { get; init; }

        public double? Latitude { get; init; }

        public double? Longitude { get; init; }

        public int Meetings { get; init; }

        public int Events { get; init; }
    }
}
