namespace Readout.Places;

/// <summary>Rows that may name a place, and the places of that name.</summary>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last.</param>
/// <param name="Senses">Places with the name; empty for a name that only the name recogniser takes for a place.</param>
internal readonly record struct PlaceCandidate(int First, int End, IReadOnlyList<PlaceEntry> Senses);
