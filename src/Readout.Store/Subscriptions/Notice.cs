namespace Readout.Store.Subscriptions;

/// <summary>Something found for somebody who follows it, as it stood when it was found.</summary>
public sealed record Notice
{
    /// <summary>Number; later notices have greater ones.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the subscription.</summary>
    public required long Subscription { get; init; }

    /// <summary>Name of the subscription.</summary>
    public required string SubscriptionName { get; init; }

    /// <summary>Kind of the subscription.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary><c>statement</c>, <c>meeting</c>, <c>commitment</c>, <c>event</c>, <c>quotation</c> or <c>briefing</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Id of the fact; null for a briefing.</summary>
    public string? Fact { get; init; }

    /// <summary>State of a meeting, commitment or event; null for others.</summary>
    public string? Status { get; init; }

    /// <summary>Speakers, participants or parties by name, parted by commas; empty where none is known.</summary>
    public required string Who { get; init; }

    /// <summary>The words of the fact.</summary>
    public required string Words { get; init; }

    /// <summary>What the quotation was before it changed; null for all else.</summary>
    public string? Before { get; init; }

    /// <summary>Short name of the report; null for a briefing.</summary>
    public string? Report { get; init; }

    /// <summary>Headline; null where unknown.</summary>
    public string? Headline { get; init; }

    /// <summary>Outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of the fact; for a due date that day; empty where unknown.</summary>
    public required string Day { get; init; }

    /// <summary>Path and query of the page.</summary>
    public required string Path { get; init; }

    /// <summary>Outlets of later reports of the same utterance or meeting.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>When it was found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Whether its owner has not yet seen it.</summary>
    public required bool IsUnread { get; init; }
}
