using Readout.Sources.Dates;

namespace Readout.Sources.Feeds;

/// <summary>An entry as its feed gives it, before addresses are made absolute and dates judged.</summary>
internal sealed record FeedItemDraft
{
    public string? Id { get; init; }

    public string? Link { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public PublicationTime? Published { get; init; }

    public PublicationTime? Updated { get; init; }

    public string? Content { get; init; }

    /// <summary>Whether a missing date is usual in this kind of list.</summary>
    public bool MayLackDate { get; init; }
}
