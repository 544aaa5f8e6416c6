using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>The places of meetings and events.</summary>
internal static class SqlitePlaces
{
    /// <summary>Places, most accounts first.</summary>
    public static IReadOnlyList<PlaceSummary> List(SqliteFactSearch search, int most) => Summaries(search, search.Columns.Tables.Places.Where(place => place.Name is not null), most);

    /// <summary>The place of a key; null where nothing is reported from there.</summary>
    public static PlaceSummary? Find(SqliteFactSearch search, string key) => Summaries(search, search.At(key).Places!, 1).FirstOrDefault();

    /// <summary>Who takes part in what is reported from a place.</summary>
    public static IReadOnlyList<Facet> Actors(SqliteFactSearch search, string key, int most) =>
        SqliteFacets.Actors(search, CompanyCounter.Of(search.Columns, search.At(key), most, without: -1));

    private static PlaceSummary[] Summaries(SqliteFactSearch search, bool[] wanted, int most)
    {
        CodeTable<PlaceName> places = search.Columns.Tables.Places;
        return
        [
            .. PlaceCounter.Of(search.Columns, wanted).Select(counts => (Place: places[counts.Place], counts.Meetings, counts.Events))
                .OrderByDescending(one => one.Meetings + one.Events).ThenBy(one => one.Place.Name, StringComparer.Ordinal).ThenBy(one => one.Place.Country, StringComparer.Ordinal).Take(most)
                .Select(one => Summary(search.Connection, one.Place, one.Meetings, one.Events)),
        ];
    }

    // A place has the coordinates that a report gave its name first.
    private static PlaceSummary Summary(SqliteConnection connection, PlaceName place, int meetings, int events)
    {
        (double? latitude, double? longitude) = connection.QueryFirstOrDefault<(double?, double?)>(
            "select latitude, longitude from place_mention where name = @Name and country is @Country and latitude is not null limit 1", new { place.Name, place.Country });
        return new PlaceSummary(place.Name!, place.Country, latitude, longitude, meetings, events);
    }
}
