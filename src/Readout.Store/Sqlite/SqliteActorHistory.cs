using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>What the reports tell of an actor over time: the offices held, the places of meetings.</summary>
internal static class SqliteActorHistory
{
    private const int MostOffices = 50;
    private const int MostPlaces = 200;

    /// <summary>Offices, the one named earliest first.</summary>
    public static IReadOnlyList<OfficeHeld> Offices(SqliteConnection connection, string key) =>
    [
        .. connection.Query<(string Office, string? State, string? First, string? Last, int Reports)>(
            """
            select x.office, x.state, min(nullif(r.day, '')), max(nullif(r.day, '')), count(distinct r.id)
            from reading_actor x join reading g on g.id = x.reading_id join report r on r.id = g.report_id
            where x.actor_id = (select coalesce(merged_into, id) from actor where key = @key) and x.office is not null
            group by x.office, x.state order by min(nullif(r.day, '')) is null, min(nullif(r.day, '')), count(*) desc, x.office limit @MostOffices
            """,
            new { key, MostOffices }).Select(row => new OfficeHeld(row.Office, row.State, row.First, row.Last, row.Reports)),
    ];

    /// <summary>Places of meetings that were held or are going on, most meetings first. The place's coordinates are those of its name in the same report.</summary>
    public static IReadOnlyList<MeetingPlace> Places(SqliteConnection connection, string key) =>
    [
        .. connection.Query<(string Name, string? Country, double? Latitude, double? Longitude, int Meetings)>(
            """
            with met as materialized (
              select distinct f.id, f.reading_id, coalesce(c.cluster_id, -f.id) as meeting, m.place, m.country
              from fact_actor a indexed by fact_actor_by_day cross join meeting m on m.fact_id = a.fact_id join fact f on f.id = a.fact_id and f.status in ('held', 'ongoing') left join fact_cluster c on c.fact_id = f.id
              where a.actor_id = (select coalesce(merged_into, id) from actor where key = @key) and a.role in ('participant', 'host') and m.place is not null)
            select met.place, met.country, max(p.latitude), max(p.longitude), count(distinct met.meeting) as meetings
            from met left join place_mention p on p.reading_id = met.reading_id and +p.name = met.place and +p.country is met.country
            group by met.place, met.country order by meetings desc, met.place limit @MostPlaces
            """,
            new { key, MostPlaces }).Select(row => new MeetingPlace(row.Name, row.Country, row.Latitude, row.Longitude, row.Meetings)),
    ];
}
