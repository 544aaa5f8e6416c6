using System.Text.Json.Nodes;
using Readout.Store.Queries;

namespace Readout.Server.Exports;

/// <summary>The places where an actor met others as GeoJSON (RFC 7946). A place without known coordinates is a feature without a geometry, which the format allows.</summary>
internal static class PlacesGeoJson
{
    public static JsonObject Of(IEnumerable<MeetingPlace> places)
    {
        var features = new JsonArray();
        foreach (MeetingPlace place in places)
        {
            features.Add(new JsonObject
            {
                ["type"] = "Feature",
                ["geometry"] = place is { Latitude: { } latitude, Longitude: { } longitude } ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) } : null,
                ["properties"] = new JsonObject { ["name"] = place.Name, ["country"] = place.Country, ["meetings"] = place.Meetings },
            });
        }

        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = features };
    }
}
