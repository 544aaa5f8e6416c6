using System.Text.Json.Serialization;

namespace Readout.Time;

/// <summary>Type of a time expression (TimeML TIMEX3).</summary>
public enum TimeType
{
    /// <summary>A calendar time of a day or coarser.</summary>
    [JsonStringEnumMemberName("DATE")]
    Date,

    /// <summary>A time of day.</summary>
    [JsonStringEnumMemberName("TIME")]
    Time,

    /// <summary>A length of time.</summary>
    [JsonStringEnumMemberName("DURATION")]
    Duration,

    /// <summary>A recurring time.</summary>
    [JsonStringEnumMemberName("SET")]
    Set,
}
