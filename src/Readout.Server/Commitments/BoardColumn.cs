using Readout.Store.Facts;

namespace Readout.Server.Commitments;

/// <summary>Commitments in the same state on a day.</summary>
/// <param name="Heading">The state, in words.</param>
/// <param name="Commitments">The commitments, what falls due first at the top.</param>
public sealed record BoardColumn(string Heading, IReadOnlyList<CommitmentFact> Commitments);
