using System.Text.Json.Serialization;

namespace Readout.Events;

/// <summary>How the participants met.</summary>
public enum MeetingMode
{
    /// <summary>The report does not tell.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>In one place.</summary>
    [JsonStringEnumMemberName("in-person")]
    InPerson,

    /// <summary>By telephone.</summary>
    [JsonStringEnumMemberName("phone")]
    Phone,

    /// <summary>By video link.</summary>
    [JsonStringEnumMemberName("video")]
    Video,
}
