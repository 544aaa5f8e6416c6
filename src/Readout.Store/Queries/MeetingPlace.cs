namespace Readout.Store.Queries;

/// <summary>A place where an actor met others, and how often.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where unknown.</param>
/// <param name="Latitude">Degrees north; null where unknown.</param>
/// <param name="Longitude">Degrees east; null where unknown.</param>
/// <param name="Meetings">Meetings there, accounts of one counted once; at least one.</param>
public sealed record MeetingPlace(string Name, string? Country, double? Latitude, double? Longitude, int Meetings);
