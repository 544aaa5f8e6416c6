using System.Text.Json.Serialization;

namespace Readout.Attribution;

/// <summary>How the content of a statement is reported.</summary>
public enum StatementForm
{
    /// <summary>No content stands in quotation marks.</summary>
    [JsonStringEnumMemberName("indirect")]
    Indirect,

    /// <summary>All content stands in quotation marks.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct,

    /// <summary>A part of the content stands in quotation marks.</summary>
    [JsonStringEnumMemberName("mixed")]
    Mixed,
}
