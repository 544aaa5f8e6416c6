using System.Text.Json.Serialization;

namespace Readout.Records;

/// <summary>Unit of the offsets in a record.</summary>
public enum OffsetUnit
{
    /// <summary>Unicode code points, as Python, brat and Web Annotation tools count.</summary>
    [JsonStringEnumMemberName("codepoint")]
    CodePoint,

    /// <summary>UTF-16 code units, as .NET, Java and JavaScript count.</summary>
    [JsonStringEnumMemberName("utf16")]
    Utf16,
}
