using System.Text.Json.Serialization;

namespace Readout.Store.Facts;

/// <summary>What kind of fact a row tells.</summary>
public enum FactType
{
    /// <summary>Somebody said something.</summary>
    [JsonStringEnumMemberName("statement")]
    Statement,

    /// <summary>People met, will meet or were to meet.</summary>
    [JsonStringEnumMemberName("meeting")]
    Meeting,

    /// <summary>Somebody bound themselves.</summary>
    [JsonStringEnumMemberName("commitment")]
    Commitment,

    /// <summary>Somebody did something to somebody.</summary>
    [JsonStringEnumMemberName("event")]
    Event,
}
