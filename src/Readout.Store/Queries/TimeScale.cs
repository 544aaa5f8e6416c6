using System.Text.Json.Serialization;

namespace Readout.Store.Queries;

/// <summary>Width of the steps in which facts are counted over time; the number is that of the day's leading characters.</summary>
public enum TimeScale
{
    /// <summary>Ten years, <c>199</c>.</summary>
    [JsonStringEnumMemberName("decade")]
    Decade = 3,

    /// <summary>A year, <c>1995</c>.</summary>
    [JsonStringEnumMemberName("year")]
    Year = 4,

    /// <summary>A month, <c>1995-03</c>.</summary>
    [JsonStringEnumMemberName("month")]
    Month = 7,

    /// <summary>A day, <c>1995-03-05</c>.</summary>
    [JsonStringEnumMemberName("day")]
    Day = 10,
}
