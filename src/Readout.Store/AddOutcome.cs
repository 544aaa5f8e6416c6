using System.Text.Json.Serialization;

namespace Readout.Store;

/// <summary>What adding a report did.</summary>
public enum AddOutcome
{
    /// <summary>The store holds this reading of these bytes already; nothing was written.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>The report is new.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>The report was there, read by another version; its reading was replaced, its corrections kept.</summary>
    [JsonStringEnumMemberName("read again")]
    ReadAgain,
}
