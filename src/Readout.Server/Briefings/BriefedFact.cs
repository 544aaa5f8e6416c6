using Readout.Store.Facts;

namespace Readout.Server.Briefings;

/// <summary>A line of a briefing: a fact, and the other reports that tell the same.</summary>
/// <param name="Fact">The fact as the earliest report tells it.</param>
/// <param name="Others">The same in other reports, in their own words.</param>
public sealed record BriefedFact(Fact Fact, IReadOnlyList<Fact> Others)
{
    /// <summary>Whether every report of it was added after the last briefing.</summary>
    public bool IsNew { get; init; }
}
