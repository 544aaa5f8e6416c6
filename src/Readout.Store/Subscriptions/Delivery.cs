namespace Readout.Store.Subscriptions;

/// <summary>A message in the outbox, or one that left it.</summary>
public sealed record Delivery
{
    /// <summary>Number.</summary>
    public required long Id { get; init; }

    /// <summary>Id that every try of this message carries, for the other end to drop what it has.</summary>
    public required string MessageId { get; init; }

    /// <summary>Where it goes.</summary>
    public required Destination Destination { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Tries so far.</summary>
    public required int Attempts { get; init; }

    /// <summary>Earliest moment of the next try.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When its first notice was found.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was tried last; null where it never was.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When the other end took it; null where it has not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why the last try failed; null where none did.</summary>
    public string? Error { get; init; }

    /// <summary>Number of notices in it.</summary>
    public required int Notices { get; init; }
}
