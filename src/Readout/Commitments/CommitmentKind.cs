using System.Text.Json.Serialization;

namespace Readout.Commitments;

/// <summary>How a commitment came to be.</summary>
public enum CommitmentKind
{
    /// <summary>Two or more parties agreed or signed.</summary>
    [JsonStringEnumMemberName("agreement")]
    Agreement,

    /// <summary>A party said that it will.</summary>
    [JsonStringEnumMemberName("promise")]
    Promise,

    /// <summary>A party made known a decision or plan of its own.</summary>
    [JsonStringEnumMemberName("announcement")]
    Announcement,
}
