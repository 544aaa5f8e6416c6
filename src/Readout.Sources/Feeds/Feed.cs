namespace Readout.Sources.Feeds;

/// <summary>A feed as read, with what had to be left out of it.</summary>
public sealed record Feed
{
    /// <summary>Form of the feed.</summary>
    public required FeedKind Kind { get; init; }

    /// <summary>Title of the feed; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>BCP 47 language; null where there is none.</summary>
    public string? Language { get; init; }

    /// <summary>Entries in feed order, each key once.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>WebSub hub; null where none is named.</summary>
    public Uri? Hub { get; init; }

    /// <summary>The feed's own address as it names it, which is WebSub's topic; null where it names none.</summary>
    public Uri? Self { get; init; }

    /// <summary>How long the feed asks not to be fetched again; null where it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Sentences on what was left out or mended: items without date, dates in the future, items beyond the bound.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
