using Readout.Store.Queries;

namespace Readout.Store.Subscriptions;

/// <summary>Something that somebody follows.</summary>
public sealed record Subscription
{
    /// <summary>Number.</summary>
    public required long Id { get; init; }

    /// <summary>Name of the account that follows; empty for the only user of a store without accounts.</summary>
    public required string Owner { get; init; }

    /// <summary>Name in lists and messages.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Which facts.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>Id of the meeting or commitment; null where the query says which.</summary>
    public string? Fact { get; init; }

    /// <summary>Whether destinations are told.</summary>
    public required bool IsTold { get; init; }

    /// <summary>How often, for a briefing; else null.</summary>
    public BriefingPace? Every { get; init; }

    /// <summary>Minute of the local day at which a briefing is made.</summary>
    public int At { get; init; }

    /// <summary>IANA name of the zone of <see cref="At"/>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Last briefing; null where none was made.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Notices not yet read.</summary>
    public int Unread { get; init; }
}
