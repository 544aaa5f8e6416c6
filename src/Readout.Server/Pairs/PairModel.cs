using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Pairs;

/// <summary>What the page of a pair shows.</summary>
public sealed record PairModel
{
    /// <summary>The one.</summary>
    public required ActorSummary First { get; init; }

    /// <summary>The other.</summary>
    public required ActorSummary Second { get; init; }

    /// <summary>Their meetings, latest first.</summary>
    public required IReadOnlyList<Fact> Meetings { get; init; }

    /// <summary>Commitments of both.</summary>
    public required IReadOnlyList<Fact> Commitments { get; init; }

    /// <summary>What the one said to or of the other.</summary>
    public required IReadOnlyList<Fact> FirstOnSecond { get; init; }

    /// <summary>What the other said to or of the one.</summary>
    public required IReadOnlyList<Fact> SecondOnFirst { get; init; }

    /// <summary>Cooperation and conflict between them over time.</summary>
    public required RelationCurve Curve { get; init; }

    /// <summary>How all facts between them are spread.</summary>
    public required FactFacets Facets { get; init; }
}
