namespace Readout.Store.Facts;

/// <summary>The report that a fact stands in.</summary>
/// <param name="Key">Short name of the report (<see cref="ReportKey"/>).</param>
/// <param name="Headline">Headline; null where unknown.</param>
/// <param name="Outlet">Outlet; null where unknown.</param>
/// <param name="Published">ISO 8601 day or moment; null where unknown.</param>
/// <param name="Url">Canonical address; null where unknown.</param>
/// <param name="File">File as the user gave it; null for what came over the network.</param>
public sealed record ReportLink(string Key, string? Headline, string? Outlet, string? Published, string? Url, string? File)
{
    /// <summary>Moment of adding, ISO 8601 in UTC; null where it was not asked for.</summary>
    public string? AddedAt { get; init; }
}
