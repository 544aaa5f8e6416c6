namespace Readout.Store.Subscriptions;

/// <summary>Where an owner's messages go, and when.</summary>
public sealed record Destination
{
    /// <summary>Number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>Name of the account; empty for the only user of a store without accounts.</summary>
    public required string Owner { get; init; }

    /// <summary>Kind.</summary>
    public required DestinationKind Kind { get; init; }

    /// <summary>E-mail address or URL.</summary>
    public required string Address { get; init; }

    /// <summary>Key that signs webhooks, as <c>whsec_</c> and base64; null for e-mail.</summary>
    public string? Secret { get; init; }

    /// <summary>How long notices are gathered.</summary>
    public DeliveryPace Pace { get; init; }

    /// <summary>Minute of the local day of a daily message, in [0, 1440).</summary>
    public int DailyAt { get; init; } = 8 * 60;

    /// <summary>Minute of the local day at which quiet hours begin; null for none.</summary>
    public int? QuietFrom { get; init; }

    /// <summary>Minute at which they end; before <see cref="QuietFrom"/> where they pass midnight.</summary>
    public int? QuietUntil { get; init; }

    /// <summary>IANA name of the zone of these minutes.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Since when nothing is sent any more; null where it is.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
