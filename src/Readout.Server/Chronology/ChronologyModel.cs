using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Chronology;

/// <summary>What the page of a chronology shows.</summary>
public sealed record ChronologyModel
{
    /// <summary>What was asked for, with the types that are counted.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>What the query says besides the time, in words.</summary>
    public required string Of { get; init; }

    /// <summary>Width of a step.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>Every step of the window in time order, those without facts among them; empty for a single day.</summary>
    public required IReadOnlyList<ChronologyStep> Steps { get; init; }

    /// <summary>Years and months around or in the window of which no more is known, with the facts that are known to that and no more.</summary>
    public required IReadOnlyList<Facet> Vague { get; init; }

    /// <summary>From everything down to the window.</summary>
    public required IReadOnlyList<TimeWindow> Path { get; init; }

    /// <summary>The window before of the same width; null where there is none.</summary>
    public TimeWindow? Before { get; init; }

    /// <summary>The window after of the same width; null where there is none.</summary>
    public TimeWindow? After { get; init; }

    /// <summary>The first facts of the window.</summary>
    public required Page<Fact> Facts { get; init; }
}
