namespace Readout.Sources.Fetching;

/// <summary>What to fetch, and what is known of it from before.</summary>
/// <param name="Address">Absolute address.</param>
/// <param name="EntityTag">ETag of the last response, sent as If-None-Match; null for none.</param>
/// <param name="LastModified">Last-Modified of the last response, sent as If-Modified-Since; null for none.</param>
public sealed record FetchRequest(Uri Address, string? EntityTag = null, string? LastModified = null);
