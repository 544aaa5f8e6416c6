namespace Readout.Sources.Files;

/// <summary>Why a file gave no report.</summary>
public enum ReadFailureKind
{
    /// <summary>No file or directory of that name.</summary>
    Missing,

    /// <summary>The directory holds no file of a known format.</summary>
    NoReports,

    /// <summary>The operating system refused to open or read it.</summary>
    Unreadable,

    /// <summary>Nothing in it, or white space only.</summary>
    Empty,

    /// <summary>Bytes that are no text.</summary>
    Binary,

    /// <summary>Larger than a report may be.</summary>
    TooLarge,

    /// <summary>Text, but not in the format that its name promises.</summary>
    Malformed,
}
