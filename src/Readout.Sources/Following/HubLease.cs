namespace Readout.Sources.Following;

/// <summary>What was asked of a feed's hub, and until when it is granted.</summary>
/// <param name="Feed">The feed's key.</param>
/// <param name="Hub">Address of the hub.</param>
/// <param name="Topic">Address by which the feed names itself.</param>
/// <param name="Token">Last part of the callback's address, hard to guess.</param>
/// <param name="Secret">Shared with the hub, which signs with it.</param>
public sealed record HubLease(Uri Feed, Uri Hub, Uri Topic, string Token, string Secret)
{
    /// <summary>When the hub was asked last.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when the hub tells of news; null until it confirmed.</summary>
    public DateTimeOffset? Until { get; init; }
}
