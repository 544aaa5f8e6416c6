using System.Text.Json.Serialization;

namespace Readout.Merging;

/// <summary>What a report is to an earlier one.</summary>
public enum DuplicateRelation
{
    /// <summary>Neither copy nor version.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The same words in the same order; case, marks and white space may differ.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>Nearly all of the earlier text, re-headed or lightly edited.</summary>
    [JsonStringEnumMemberName("reprint")]
    Reprint,

    /// <summary>A part of the earlier text and little else.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>The earlier text with more added: a later version, or the fuller of two reprints.</summary>
    [JsonStringEnumMemberName("extended")]
    Extended,

    /// <summary>Another version at the same address.</summary>
    [JsonStringEnumMemberName("update")]
    Update,

    /// <summary>A report of its own that takes whole passages from the earlier one; it is no copy, but no independent source of them either.</summary>
    [JsonStringEnumMemberName("passages")]
    Passages,
}
