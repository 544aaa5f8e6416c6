using Readout.Store.Queries;

namespace Readout.Server.Briefings;

/// <summary>What happened around an actor, a pair or a topic in a period, on one sheet. Nothing in it is written by Readout but the headings.</summary>
public sealed record Briefing
{
    /// <summary>What it is about, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The filters that it was made by.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>Meetings, earliest first.</summary>
    public required IReadOnlyList<BriefedFact> Meetings { get; init; }

    /// <summary>Telling statements, earliest first.</summary>
    public required IReadOnlyList<BriefedFact> Statements { get; init; }

    /// <summary>Commitments, earliest due first.</summary>
    public required IReadOnlyList<BriefedFact> Commitments { get; init; }

    /// <summary>Moment after which what was added is new, ISO 8601 in UTC; null where nothing is marked.</summary>
    public string? NewSince { get; init; }

    /// <summary>Whether there was more than one sheet holds.</summary>
    public required bool IsCut { get; init; }

    /// <summary>How many facts there were to choose from.</summary>
    public required int Considered { get; init; }
}
