using Readout.Sources.Dates;

namespace Readout.Sources.Feeds;

/// <summary>One entry of a feed, sitemap or page of links.</summary>
public sealed record FeedItem
{
    /// <summary>What tells the entry from others of its feed: guid, id, else the address.</summary>
    public required string Key { get; init; }

    /// <summary>Address of the report; null for an entry that has none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Headline without markup; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Author's name; null where there is none.</summary>
    public string? Author { get; init; }

    /// <summary>Publication; null where the entry has no date that can be read.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>Last change; null where the entry has none.</summary>
    public PublicationTime? Updated { get; init; }

    /// <summary>Summary or content, possibly HTML; null where there is none.</summary>
    public string? Content { get; init; }
}
