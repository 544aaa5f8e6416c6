namespace Readout.Records;

/// <summary>Identity and metadata of a report.</summary>
public sealed record ReportHeader
{
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

    /// <summary>Length of the text in the unit of the offsets.</summary>
    public required int Characters { get; init; }

    /// <summary>Lines that are no part of the report.</summary>
    public required IReadOnlyList<SpanRecord> Boilerplate { get; init; }
}
