using System.Text.Json.Serialization;

namespace Readout.Events;

/// <summary>State of a meeting as the report tells it.</summary>
public enum MeetingStatus
{
    /// <summary>It took place.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>It is going on.</summary>
    [JsonStringEnumMemberName("ongoing")]
    Ongoing,

    /// <summary>It is arranged or expected.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>One side has offered or asked for it.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed,

    /// <summary>It will not take place.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>It was moved to a later or unknown day.</summary>
    [JsonStringEnumMemberName("postponed")]
    Postponed,
}
