using Readout.Events;

namespace Readout.Store.Facts;

/// <summary>Who met whom, or is to.</summary>
public sealed record MeetingFact : Fact
{
    /// <summary>State as the report tells it.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>How they met.</summary>
    public required MeetingMode Mode { get; init; }

    /// <summary>Those who met.</summary>
    public required IReadOnlyList<ActorLink> Participants { get; init; }

    /// <summary>Who received; null where unknown.</summary>
    public ActorLink? Host { get; init; }

    /// <summary>Name of the place; null where unknown.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of the place; null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>What it was held for; null where unknown.</summary>
    public string? Occasion { get; init; }
}
