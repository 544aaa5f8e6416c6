using System.Text.Json.Serialization;

namespace Readout.Store.Subscriptions;

/// <summary>What somebody wants to be told of.</summary>
public enum SubscriptionKind
{
    /// <summary>New facts that a query finds: "X speaks on Y", "X meets Y".</summary>
    [JsonStringEnumMemberName("search")]
    Search,

    /// <summary>New accounts of one meeting.</summary>
    [JsonStringEnumMemberName("meeting")]
    Meeting,

    /// <summary>The due date of one commitment, or of those that a query finds, has passed.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>An outlet changed a quotation in a report that it published before under the same address.</summary>
    [JsonStringEnumMemberName("quotation")]
    Quotation,

    /// <summary>A briefing by the clock.</summary>
    [JsonStringEnumMemberName("briefing")]
    Briefing,
}
