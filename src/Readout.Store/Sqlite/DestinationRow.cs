using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>A row of <c>destination</c>.</summary>
internal sealed class DestinationRow
{
    public const string Columns =
        """
        d.id as Id, d.owner as Owner, d.kind as Kind, d.address as Address, d.secret as Secret, d.pace as Pace, d.daily_at as DailyAt, d.quiet_from as QuietFrom,
          d.quiet_until as QuietUntil, d.time_zone as TimeZone, d.stopped_at as StoppedAt
        """;

    public long Id { get; init; }

    public string Owner { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Address { get; init; } = "";

    public string? Secret { get; init; }

    public string Pace { get; init; } = "";

    public long DailyAt { get; init; }

    public long? QuietFrom { get; init; }

    public long? QuietUntil { get; init; }

    public string TimeZone { get; init; } = "";

    public string? StoppedAt { get; init; }

    public Destination ToDestination() => new()
    {
        Id = Id,
        Owner = Owner,
        Kind = RecordNames.Find<DestinationKind>(Kind) ?? default,
        Address = Address,
        Secret = Secret,
        Pace = RecordNames.Find<DeliveryPace>(Pace) ?? default,
        DailyAt = (int)DailyAt,
        QuietFrom = (int?)QuietFrom,
        QuietUntil = (int?)QuietUntil,
        TimeZone = TimeZone,
        StoppedAt = Moments.ParseOrNull(StoppedAt),
    };
}
