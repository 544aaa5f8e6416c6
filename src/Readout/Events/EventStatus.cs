using System.Text.Json.Serialization;

namespace Readout.Events;

/// <summary>Reality of an event as the report tells it, from tense, modality and negation.</summary>
public enum EventStatus
{
    /// <summary>It happened.</summary>
    [JsonStringEnumMemberName("past")]
    Past,

    /// <summary>It is happening.</summary>
    [JsonStringEnumMemberName("ongoing")]
    Ongoing,

    /// <summary>It is said to happen.</summary>
    [JsonStringEnumMemberName("future")]
    Future,

    /// <summary>It may, would or could happen.</summary>
    [JsonStringEnumMemberName("hypothetical")]
    Hypothetical,

    /// <summary>It is said not to happen or not to have happened.</summary>
    [JsonStringEnumMemberName("negated")]
    Negated,
}
