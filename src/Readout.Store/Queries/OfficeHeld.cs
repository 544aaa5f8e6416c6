namespace Readout.Store.Queries;

/// <summary>An office that reports gave an actor, and from when to when they did.</summary>
/// <param name="Office">The office, such as <c>foreign minister</c>.</param>
/// <param name="State">ISO 3166-1 alpha-3 of the state; null where the office is of none or of an unknown one.</param>
/// <param name="First">Day of the first report that says so, ISO 8601; null where no report's day is known.</param>
/// <param name="Last">Day of the last one.</param>
/// <param name="Reports">Reports that say so, at least one.</param>
public sealed record OfficeHeld(string Office, string? State, string? First, string? Last, int Reports);
