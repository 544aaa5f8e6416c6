namespace Readout.Sources.Files;

/// <summary>What the user says of the reports; it goes before what the files say of themselves.</summary>
public sealed record ReportDefaults
{
    /// <summary>Nothing said.</summary>
    public static ReportDefaults None { get; } = new();

    /// <summary>Publication day or moment, ISO 8601; null to use the file's own.</summary>
    public string? Published { get; init; }

    /// <summary>Outlet; null to use the file's own.</summary>
    public string? Outlet { get; init; }
}
