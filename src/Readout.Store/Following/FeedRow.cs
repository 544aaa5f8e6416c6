namespace Readout.Store.Following;

/// <summary>A followed feed as stored.</summary>
public sealed record FeedRow
{
    /// <summary>Address as the user named it.</summary>
    public required string Address { get; init; }

    /// <summary>Address fetched.</summary>
    public required string Current { get; init; }

    /// <summary>Title; null where unknown.</summary>
    public string? Title { get; init; }

    /// <summary>CSS selector of links; null for a feed.</summary>
    public string? Selector { get; init; }

    /// <summary>ETag; null where there was none.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Last-Modified; null where there was none.</summary>
    public string? LastModified { get; init; }

    /// <summary>WebSub hub; null where none is named.</summary>
    public string? Hub { get; init; }

    /// <summary>Address by which the feed names itself; null where it does not.</summary>
    public string? Topic { get; init; }

    /// <summary>Next fetch; null where the feed is gone.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Last fetch; null before the first.</summary>
    public DateTimeOffset? LastFetch { get; init; }

    /// <summary>Last fetch that succeeded; null before the first.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Name of the last outcome; null before the first fetch.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>Sentence on the last failure; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Time between fetches, in whole seconds.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Reports that wait to be fetched; not written, only read.</summary>
    public int Waiting { get; init; }
}
