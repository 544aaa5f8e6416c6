namespace Readout.Store;

/// <summary>A report in a list.</summary>
public sealed record ReportSummary
{
    /// <summary>Short name (<see cref="ReportKey"/>).</summary>
    public required string Key { get; init; }

    /// <summary><c>sha256:</c> and the hash of the raw bytes.</summary>
    public required string Id { get; init; }

    /// <summary>File as the user gave it; null for what came over the network.</summary>
    public string? File { get; init; }

    /// <summary>Canonical address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline; null where unknown.</summary>
    public string? Headline { get; init; }

    /// <summary>ISO 8601 day or moment; null where unknown.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Length of the text in code points.</summary>
    public required int Characters { get; init; }

    /// <summary>Statements read in it.</summary>
    public required int Statements { get; init; }

    /// <summary>Meetings read in it.</summary>
    public required int Meetings { get; init; }

    /// <summary>Commitments read in it.</summary>
    public required int Commitments { get; init; }

    /// <summary>Moment of adding, ISO 8601 in UTC.</summary>
    public required string AddedAt { get; init; }
}
