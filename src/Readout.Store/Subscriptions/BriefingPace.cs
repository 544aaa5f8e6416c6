using System.Text.Json.Serialization;

namespace Readout.Store.Subscriptions;

/// <summary>How often a briefing is made.</summary>
public enum BriefingPace
{
    /// <summary>Every day.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,

    /// <summary>Every Monday.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,
}
