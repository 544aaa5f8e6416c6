using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Timeline;

/// <summary>What a timeline page shows.</summary>
public sealed record TimelineModel
{
    /// <summary>Path of the page, without its query.</summary>
    public required string Path { get; init; }

    /// <summary>Heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Name of the section in the main navigation; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>What was asked for.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>The facts of this part.</summary>
    public required Page<Fact> Facts { get; init; }

    /// <summary>How all that match are spread.</summary>
    public required FactFacets Facets { get; init; }

    /// <summary>What the store holds.</summary>
    public required StoreStatus Status { get; init; }
}
