namespace Readout.Sources.Following;

/// <summary>A report that a feed named and that is to be fetched.</summary>
public sealed record PendingReport
{
    /// <summary>The feed's key.</summary>
    public required Uri Feed { get; init; }

    /// <summary>What tells the entry from others of its feed.</summary>
    public required string Key { get; init; }

    /// <summary>Address of the report.</summary>
    public required Uri Address { get; init; }

    /// <summary>What changes when the feed says that the report changed: its date of change and title. A new mark makes a fetched report pending again.</summary>
    public required string Mark { get; init; }

    /// <summary>Fetches that failed so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When to fetch.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>Sentence on the last failure; null where there was none.</summary>
    public string? Error { get; init; }
}
