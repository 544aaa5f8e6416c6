using System.Text.Json.Serialization;

namespace Readout.Store.Subscriptions;

/// <summary>How messages reach somebody beyond the page.</summary>
public enum DestinationKind
{
    /// <summary>E-mail.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A signed POST to an address.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,
}
