using System.Text.Json.Serialization;

namespace Readout.Store.Subscriptions;

/// <summary>How long notices are gathered for one message.</summary>
public enum DeliveryPace
{
    /// <summary>A minute, so that what comes together is told together.</summary>
    [JsonStringEnumMemberName("immediate")]
    Immediate,

    /// <summary>Until the next full hour.</summary>
    [JsonStringEnumMemberName("hourly")]
    Hourly,

    /// <summary>Until the hour of the day that the owner chose.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,
}
