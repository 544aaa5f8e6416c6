namespace Readout.Commitments;

/// <summary>A period between two calendar times, either of which may be open.</summary>
/// <param name="Start">First year, month or day in ISO 8601 form; null where open or unknown.</param>
/// <param name="End">Last year, month or day, inclusive; null where open or unknown.</param>
public sealed record Period(string? Start, string? End);
