namespace Readout.Store.Queries;

/// <summary>How the facts of a query are spread. Each list has its most frequent values first, but months in time order.</summary>
public sealed record FactFacets
{
    /// <summary>Facts that match, whatever the part shown.</summary>
    public required int Total { get; init; }

    /// <summary>By type.</summary>
    public required IReadOnlyList<Facet> Types { get; init; }

    /// <summary>By kind of statement or commitment.</summary>
    public required IReadOnlyList<Facet> Kinds { get; init; }

    /// <summary>By speaker, the twelve most frequent.</summary>
    public required IReadOnlyList<Facet> Speakers { get; init; }

    /// <summary>By outlet, the twelve most frequent.</summary>
    public required IReadOnlyList<Facet> Outlets { get; init; }

    /// <summary>By month (<c>2023-12</c>), by day where the query spans one month, in time order.</summary>
    public required IReadOnlyList<Facet> Months { get; init; }
}
