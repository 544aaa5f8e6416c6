using System.Text.Json.Serialization;

namespace Readout.Store.Subscriptions;

/// <summary>What became of a message.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, or sent again.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Taken by the other end.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary>Given up.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
