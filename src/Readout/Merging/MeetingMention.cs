using Readout.Events;

namespace Readout.Merging;

/// <summary>One report's account of a meeting.</summary>
public sealed record MeetingMention
{
    /// <summary>Those who met or are to.</summary>
    public required IReadOnlyList<MeetingParticipant> Participants { get; init; }

    /// <summary>Name of the place; null where unknown.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of the place; null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>EDTF day, month, year or interval; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>State as the report tells it.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>How they met.</summary>
    public required MeetingMode Mode { get; init; }

    /// <summary>Day of the report; null where unknown.</summary>
    public DateOnly? Published { get; init; }
}
