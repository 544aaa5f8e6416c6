using System.Text.Json.Serialization;

namespace Readout.Commitments;

/// <summary>State of a commitment as the report tells it.</summary>
public enum CommitmentStatus
{
    /// <summary>Announced or promised.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>Agreed, not signed.</summary>
    [JsonStringEnumMemberName("agreed")]
    Agreed,

    /// <summary>Signed.</summary>
    [JsonStringEnumMemberName("signed")]
    Signed,

    /// <summary>Being carried out.</summary>
    [JsonStringEnumMemberName("in force")]
    InForce,

    /// <summary>Carried out.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Stopped for a time.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>Refused or withdrawn.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
