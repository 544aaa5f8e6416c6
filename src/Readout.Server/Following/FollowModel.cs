using Readout.Store.Subscriptions;

namespace Readout.Server.Following;

/// <summary>What the page of followed things shows.</summary>
public sealed record FollowModel
{
    /// <summary>What is followed.</summary>
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    /// <summary>What was found, latest first.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>The one subscription that is looked at; null for all.</summary>
    public Subscription? Only { get; init; }

    /// <summary>Number before which the list goes on; null at its end.</summary>
    public long? Next { get; init; }

    /// <summary>Where messages go.</summary>
    public required IReadOnlyList<Destination> Destinations { get; init; }

    /// <summary>Whether the reader has a private feed.</summary>
    public required bool HasFeed { get; init; }

    /// <summary>Whether e-mail can be sent.</summary>
    public required bool CanMail { get; init; }

    /// <summary>Whether webhooks can be sent.</summary>
    public required bool CanPost { get; init; }
}
