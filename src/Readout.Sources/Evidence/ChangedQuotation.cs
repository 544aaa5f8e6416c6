namespace Readout.Sources.Evidence;

/// <summary>A quotation that a later version gives in other words.</summary>
/// <param name="Before">Words of the earlier version, without marks.</param>
/// <param name="After">Words of the later version, without marks.</param>
public sealed record ChangedQuotation(string Before, string After);
