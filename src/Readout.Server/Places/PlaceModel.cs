using Readout.Server.Maps;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Places;

/// <summary>What the page of a place shows.</summary>
public sealed record PlaceModel
{
    /// <summary>The place.</summary>
    public required PlaceSummary Place { get; init; }

    /// <summary>What was asked for; its place is this one.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>Meetings and events there.</summary>
    public required Page<Fact> Facts { get; init; }

    /// <summary>How all of them are spread.</summary>
    public required FactFacets Facets { get; init; }

    /// <summary>Those who take part most often.</summary>
    public required IReadOnlyList<Facet> Actors { get; init; }

    /// <summary>The part of the world around it; null where its coordinates are not known.</summary>
    public MeetingMap? Map { get; init; }
}
