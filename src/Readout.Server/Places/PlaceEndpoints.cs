using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Server.Maps;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Places;

/// <summary>The index of places and the page of each.</summary>
internal static class PlaceEndpoints
{
    /// <summary>Most places of the index.</summary>
    public const int MostPlaces = 300;

    private const int MostActors = 12;

    public static void Map(WebApplication app)
    {
        app.MapGet("/places", (RevisionCache cache) => List(cache));
        app.MapGet("/places/{country}/{**name}", (string country, string name, HttpContext context, IRecordStore store, RevisionCache cache) => Show(country + "/" + name, context, store, cache));
    }

    private static RazorComponentResult<PlacesPage> List(RevisionCache cache)
    {
        IReadOnlyList<PlaceSummary> places = cache.Places(MostPlaces);
        return new RazorComponentResult<PlacesPage>(new { Places = places, Map = MeetingMap.Of([.. places.Select(Met)]) });
    }

    private static IResult Show(string key, HttpContext context, IRecordStore store, RevisionCache cache)
    {
        if (store.FindPlace(key) is not { } place || place.Key != key)
        {
            return new FailureResult();
        }

        FactQuery asked = FactQueryString.Read(context.Request.Query);
        FactQuery query = asked with { Place = key, Types = asked.Types.Count > 0 ? asked.Types : [FactType.Meeting, FactType.Event] };
        return new RazorComponentResult<PlacePage>(new
        {
            Model = new PlaceModel
            {
                Place = place,
                Query = query,
                Facts = store.Facts(query),
                Facets = cache.Facets(query),
                Actors = cache.ActorsAt(key, MostActors),
                Map = place.Latitude is null ? null : MeetingMap.Of([Met(place)]),
            },
        });
    }

    private static MeetingPlace Met(PlaceSummary place) => new(place.Name, place.Country, place.Latitude, place.Longitude, place.Meetings + place.Events);
}
