using Readout.Store;

namespace Readout.Cli.Running;

/// <summary>What became of one report.</summary>
internal sealed record IntakeResult
{
    /// <summary>File, or file and item, as the user named it.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the report; null where it could not be read.</summary>
    public string? ReportId { get; init; }

    /// <summary>What the store did; null where the report could not be read.</summary>
    public AddOutcome? Outcome { get; init; }

    /// <summary>Why it could not be read; null where it could.</summary>
    public string? Failure { get; init; }

    /// <summary>What was mended on the way.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
