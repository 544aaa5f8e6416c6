using Readout.Records;

namespace Readout.Store;

/// <summary>A report with its text and its reading.</summary>
public sealed record StoredReport
{
    /// <summary>What lists show of it.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>The whole text; the record's offsets count its code points.</summary>
    public required string Text { get; init; }

    /// <summary>What was read in it, with what people put right; without the text.</summary>
    public required ReportRecord Record { get; init; }

    /// <summary>What was read in it, as the engine wrote it.</summary>
    public required ReportRecord AsRead { get; init; }

    /// <summary>What made the record.</summary>
    public required ReadingVersion Version { get; init; }

    /// <summary>Keys of the record's actors across reports, by the record's ids.</summary>
    public required IReadOnlyDictionary<string, string> ActorKeys { get; init; }
}
