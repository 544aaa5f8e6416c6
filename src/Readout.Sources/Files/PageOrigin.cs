namespace Readout.Sources.Files;

/// <summary>What is known of a page beside its bytes.</summary>
/// <param name="Address">Where it was fetched from; null where unknown.</param>
/// <param name="Charset">Charset that the server named; null where it named none.</param>
public readonly record struct PageOrigin(Uri? Address = null, string? Charset = null);
