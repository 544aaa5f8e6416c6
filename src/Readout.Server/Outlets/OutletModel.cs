using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Outlets;

/// <summary>What the page of an outlet shows.</summary>
public sealed record OutletModel
{
    /// <summary>The outlet.</summary>
    public required OutletSummary Outlet { get; init; }

    /// <summary>Its latest reports.</summary>
    public required IReadOnlyList<ReportSummary> Reports { get; init; }

    /// <summary>How its facts are spread.</summary>
    public required FactFacets Facets { get; init; }

    /// <summary>Utterances that others have as well, latest first.</summary>
    public required IReadOnlyList<SharedUtterance> Shared { get; init; }
}
