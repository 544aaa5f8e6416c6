namespace Readout.Events;

/// <summary>Somebody who may take part in an event.</summary>
/// <param name="Actor">Index of the actor; -1 for nobody.</param>
/// <param name="Row">Row of the mention; -1 where the sentence has none.</param>
/// <param name="Origin">Where it was found.</param>
internal readonly record struct SideCandidate(int Actor, int Row, SideOrigin Origin);
