using Readout.Store.Queries;

namespace Readout.Store.Subscriptions;

/// <summary>What somebody asks to follow.</summary>
public sealed record SubscriptionDraft
{
    /// <summary>Most characters of a name.</summary>
    public const int MaximumName = 200;

    /// <summary>Name in lists and messages; not blank.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Which facts; order, cursor and limit mean nothing here.</summary>
    public FactQuery Query { get; init; } = new();

    /// <summary>Id of the meeting or commitment to follow; null where the query says which.</summary>
    public string? Fact { get; init; }

    /// <summary>Whether the owner's destinations are told; else it is shown on the page and in the feed alone.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>How often, for a briefing.</summary>
    public BriefingPace? Every { get; init; }

    /// <summary>Minute of the local day at which a briefing is made, in [0, 1440).</summary>
    public int At { get; init; } = 7 * 60;

    /// <summary>IANA name of the zone of <see cref="At"/>.</summary>
    public string TimeZone { get; init; } = "UTC";
}
