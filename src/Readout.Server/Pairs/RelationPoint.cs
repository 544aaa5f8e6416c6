using Readout.Store.Facts;

namespace Readout.Server.Pairs;

/// <summary>The events of one day, month or year between two, as a point of the curve.</summary>
/// <param name="Day">As the facts are sorted: year, month or day.</param>
/// <param name="Score">Mean PLOVER conflict-cooperation score of the events, -10 (most conflict) to 10.</param>
/// <param name="Events">The events behind it, in the order of the store.</param>
/// <param name="X">Place on the time axis, 0 to <see cref="RelationCurve.Width"/>.</param>
/// <param name="Y">Place on the score axis from the top, 0 to <see cref="RelationCurve.Height"/>.</param>
public sealed record RelationPoint(string Day, double Score, IReadOnlyList<EventFact> Events, double X, double Y);
