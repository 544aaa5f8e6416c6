using Readout.Merging;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Positions;

/// <summary>What the page of positions shows.</summary>
/// <param name="Actor">Whose.</param>
/// <param name="Statements">Statements of the actor and of others that name the actor, in order of time, one for each utterance.</param>
/// <param name="Subjects">Subjects; their positions point into <paramref name="Statements"/>.</param>
public sealed record PositionsModel(ActorSummary Actor, IReadOnlyList<StatementFact> Statements, IReadOnlyList<PositionSubject> Subjects);
