using Readout.Sources.Fetching;

namespace Readout.Sources.Following;

/// <summary>A followed feed and how it fares.</summary>
public sealed record FeedState
{
    /// <summary>Address that the user named; the feed's key.</summary>
    public required Uri Address { get; init; }

    /// <summary>Address fetched: the named one until the server moves it for good.</summary>
    public required Uri Current { get; init; }

    /// <summary>Title; null until a fetch brought one.</summary>
    public string? Title { get; init; }

    /// <summary>CSS selector of links, for a page without a feed; null for a feed.</summary>
    public string? Selector { get; init; }

    /// <summary>ETag of the last response; null where there was none.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Last-Modified of the last response; null where there was none.</summary>
    public string? LastModified { get; init; }

    /// <summary>WebSub hub that the feed names; null where it names none.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Address by which the feed names itself, WebSub's topic; null where it names none.</summary>
    public Uri? Topic { get; init; }

    /// <summary>When to fetch next; null where the feed is gone.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Last fetch, however it ended; null before the first.</summary>
    public DateTimeOffset? LastFetch { get; init; }

    /// <summary>Last fetch that succeeded; null before the first.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>How the last fetch ended; null before the first.</summary>
    public FetchOutcome? LastOutcome { get; init; }

    /// <summary>Sentence on the last failure; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Time between fetches while all goes well.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A feed as it is before its first fetch, which is due at once.</summary>
    public static FeedState Follow(Uri address, DateTimeOffset now, string? title = null, string? selector = null) =>
        new() { Address = address, Current = address, Title = title, Selector = selector, Next = now };
}
