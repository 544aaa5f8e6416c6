using Readout.Events;

namespace Readout.Records;

/// <summary>A meeting with its evidence.</summary>
public sealed record MeetingRecord
{
    /// <summary><c>m1</c>, <c>m2</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>Ids of the actors.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    /// <summary>Where; null where unknown.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>Day or interval; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>State.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>How they met.</summary>
    public required MeetingMode Mode { get; init; }

    /// <summary>Id of the receiving actor; null where unknown.</summary>
    public string? Host { get; init; }

    /// <summary>What it was held for; null where unknown.</summary>
    public string? Occasion { get; init; }

    /// <summary>The spans that tell of it.</summary>
    public required IReadOnlyList<SpanRecord> Evidence { get; init; }

    /// <summary>Probability in [0, 1].</summary>
    public double Confidence { get; init; }
}
