namespace Readout.Store.Following;

/// <summary>A report that a feed named, as stored.</summary>
public sealed record FeedItemRow
{
    /// <summary>The feed's address as the user named it.</summary>
    public required string Feed { get; init; }

    /// <summary>What tells it from others of its feed.</summary>
    public required string Key { get; init; }

    /// <summary>Address of the report.</summary>
    public required string Address { get; init; }

    /// <summary>Changes when the feed says that the report changed.</summary>
    public required string Mark { get; init; }

    /// <summary>Fetches that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>When to fetch.</summary>
    public required DateTimeOffset Next { get; init; }

    /// <summary>Sentence on the last failure; null where there was none.</summary>
    public string? Error { get; init; }
}
