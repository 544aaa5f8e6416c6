using Readout.Commitments;

namespace Readout.Store.Facts;

/// <summary>Who bound themselves to what.</summary>
public sealed record CommitmentFact : Fact
{
    /// <summary>Agreement, promise or announcement.</summary>
    public required CommitmentKind Kind { get; init; }

    /// <summary>State as the report tells it.</summary>
    public required CommitmentStatus Status { get; init; }

    /// <summary>Those who are bound.</summary>
    public required IReadOnlyList<ActorLink> Parties { get; init; }

    /// <summary>What is to be done, in the report's words.</summary>
    public required string Action { get; init; }

    /// <summary>Period covered; null where none.</summary>
    public Period? Period { get; init; }

    /// <summary>By when; null where none.</summary>
    public string? Due { get; init; }

    /// <summary>Sum or quantity; null where none.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>Id of the statement that it stands in; null where the reporter tells it.</summary>
    public string? Statement { get; init; }
}
