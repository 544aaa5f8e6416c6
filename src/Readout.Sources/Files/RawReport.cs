namespace Readout.Sources.Files;

/// <summary>The bytes of one report before they are decoded, or the reason why there are none.</summary>
public sealed record RawReport
{
    /// <summary>File as the user gave it; for a file of many reports, the file and the item's place in it.</summary>
    public required string Name { get; init; }

    /// <summary>The item's bytes, exactly as read; empty where it failed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What decodes the bytes; null where it failed.</summary>
    public IReportFormat? Format { get; init; }

    /// <summary>Why there are no bytes; null where there are.</summary>
    public ReadFailure? Failure { get; init; }

    /// <summary>Bytes of the file consumed up to the end of this item, for progress.</summary>
    public long Position { get; init; }
}
