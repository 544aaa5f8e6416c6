namespace Readout.Store.Following;

/// <summary>What was asked of a feed's WebSub hub, as stored.</summary>
public sealed record HubRow
{
    /// <summary>The feed's address as the user named it.</summary>
    public required string Feed { get; init; }

    /// <summary>Address of the hub.</summary>
    public required string Hub { get; init; }

    /// <summary>Address by which the feed names itself.</summary>
    public required string Topic { get; init; }

    /// <summary>Last part of the callback's address.</summary>
    public required string Token { get; init; }

    /// <summary>Shared with the hub.</summary>
    public required string Secret { get; init; }

    /// <summary>When the hub was asked last.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when the hub tells of news; null until it confirmed.</summary>
    public DateTimeOffset? Until { get; init; }
}
